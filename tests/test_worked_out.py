"""The end of a match that no sentence tells is worked out of its goals, or left open."""

import pytest
from readings import reading_of

LED = "Hallvik midfielder Marco Bellini put his side ahead against Brevik in the 13th minute. "
LEVEL = "Brevik striker Jon Holm equalised on 40 minutes"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (LED + LEVEL + ", but Hallvik substitute Ivo Kaba headed the winner.", (2, 1)),
        (LED + LEVEL + ", but Hallvik substitute Ivo Kaba made it 2-1.", (2, 1)),
        (LED + LEVEL + ".", None),  # another may have followed
        (LED + LEVEL + ", but Hallvik substitute Ivo Kaba headed the third.", None),
    ],
)
def test_a_score_is_worked_out_where_the_goals_leave_no_room(
    text: str, score: tuple[int, int] | None
) -> None:
    match = reading_of(text).main
    assert match is not None
    assert (match.score, match.worked_out) == (score, score is not None)
    assert match.leaves_open

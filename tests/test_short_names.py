"""Reports of one match that call a side by a word of its name, or guess how the match ended."""

import pytest
from readings import read_one, reading_of

from kg.fuse import Fusion, fuse
from kg.pipeline import known_names

IN_FULL = """date 2021-03-08

Hallvik lost 3-0 at home to Brevik United in the Premier League. Marco Bellini scored twice and Ivo
Kaba once for Brevik United.
"""
BY_ONE_WORD = """date 2021-03-08

Hallvik were beaten 4-0 by United on Monday. Bellini opened the scoring for United in the 13th
minute and Kaba doubled the lead in the 40th minute.
"""


def told(*texts: str) -> Fusion:
    """The fusion of some reports."""
    readings = [reading_of(text, f"report-{n}") for n, text in enumerate(texts, 1)]
    return fuse(readings, known_names(), read_one)


def matches_of(fusion: Fusion) -> int:
    """How many matches the reports are about."""
    return len(set(fusion.match_of_report.values()))


@pytest.mark.parametrize(
    ("was", "becomes", "matches"),
    [
        ("", "", 1),
        ("United", "Tolna", 2),  # another opponent
        ("2021-03-08", "2021-03-19", 2),  # another day
        ("Bellini", "Lokat", 2),  # another score, and but one person in common
        ("were beaten 4-0 by", "beat", 2),  # the other side won
    ],
)
def test_a_side_by_one_word_of_its_name_is_of_the_match_of_the_day(
    was: str, becomes: str, matches: int
) -> None:
    assert matches_of(told(IN_FULL, BY_ONE_WORD.replace(was, becomes))) == matches


UNDATED = """Hallvik beat Brevik Town 5-4 on penalties after a goalless draw.

Hallvik play Tolna in the final.
"""
IN_PART = """Kaba hit the post for Hallvik early in the second half against Brevik.

Brevik goalkeeper Ruud saved well from Bellini.
"""


@pytest.mark.parametrize(("side", "matches"), [("Brevik", 1), ("Skarn", 2)])
def test_without_a_day_a_report_without_a_result_names_both_sides(side: str, matches: int) -> None:
    assert matches_of(told(UNDATED, IN_PART.replace("Brevik", side))) == matches


GUESSED = """date 2021-03-08

Hallvik midfielder Bellini put his side ahead against Brevik in the 13th minute. Brevik striker Jon
Holm equalised, but Hallvik substitute Kaba headed the winner in the 88th minute.
"""
WORDED = """date 2021-03-08

Brevik won 2-1 at Hallvik in the Premier League. Bellini and Kaba scored for Brevik.
"""


def test_an_end_that_goals_alone_tell_gives_way_to_one_in_words() -> None:
    guessed = told(GUESSED).readings[0].main
    assert guessed is not None
    assert (guessed.score, guessed.worked_out, guessed.leaves_open) == ((2, 1), True, True)
    assert (guessed.in_words.score, guessed.in_words.winner) == (None, None)
    (match,) = told(GUESSED, WORDED).matches
    winners = [fact.winner.name for _, fact in match.told if fact.winner]
    assert set(winners) == {"Brevik"}


SHORT = """date 2021-03-08

Bellini nearly put City ahead, but Kaba kept Norheim in it. City had nine corners.
"""


@pytest.mark.parametrize(("other", "belongs"), [("Kaba", True), ("Lokat", False)])
def test_a_report_without_a_result_names_two_people_of_the_match(other: str, belongs: bool) -> None:
    lead = """date 2021-03-08

Hallvik City beat Brevik City 2-1, with goals by Marco Bellini and Ivo Kaba.
"""
    matches = told(lead, SHORT.replace("Kaba", other)).match_of_report
    assert (matches.get("report-2") == matches["report-1"]) is belongs

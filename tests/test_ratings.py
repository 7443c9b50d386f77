"""Players with marks are of the team that is rated."""

import pytest

from kg.sheets import read_sheet
from kg.sheets.ratings import find_ratings

PLAYERS = (
    "Jon Lund",
    "Ivo Kaba",
    "Per Moe",
    "Ole Dahl",
    "Marco Bellini",
    "Tom Nduri",
    "Emil Strand",
)
HEAD = "Hallvik Town player ratings: Kaba shines\n\nHallvik beat Brevik 2-1.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "{} – 7\nSteady enough.",
        "CB: {} - 6",
        "{}: 6/10\nSteady.",
        "{} (8)\n",
        "{} 6.5 - Steady.",
        "{} - 7/10: Good.",
    ],
    ids=["dash", "code", "out of ten", "brackets", "half marks", "prose behind"],
)
def test_rated_players_are_of_the_team(line: str) -> None:
    text = HEAD + "\n\n".join(line.format(name) for name in PLAYERS)
    (ratings,) = find_ratings(text)
    assert ratings.team.text == "Hallvik Town"
    assert tuple(player.name.text for player in ratings.players) == PLAYERS
    sheet = read_sheet(text)
    assert sheet is not None
    assert [side.team.text for side in sheet.sides if side.team] == ["Hallvik Town"]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Jon Lund – 7\n\nIvo Kaba – 8",
        "Results\n\n" + "\n".join(f"{name} 2" for name in PLAYERS),
        HEAD + "Kaba 12 and Moe 80 scored.",
    ],
    ids=["too few", "no team", "goals"],
)
def test_other_lines_are_no_ratings(text: str) -> None:
    assert not list(find_ratings(text))

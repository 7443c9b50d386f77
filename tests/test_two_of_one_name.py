"""A player of each side who bear one surname: which of them is meant, and when that stays open."""

import pytest
from readings import reading_of

from kg.facts.base import AMBIGUOUS
from kg.facts.goal import Goal

SHEETS = """
Brevik Town: Hansen, Moe, Dahl, Reid, Vold, Kaba, Soldal, Lund, Orre, Sande, Tveit.
Norland Rovers: Vik, Berg, Holm, Ek, Strand, Foss, Aune, Bakke, Hauge, Lie, Moen. Subs: Reid, Ness.
"""
IN_FULL = SHEETS.replace("Dahl, Reid", "Dahl, Alan Reid").replace("Subs: Reid", "Subs: Tom Reid")
HEAD = "Brevik Town 2-1 Norland Rovers\n\n"


def passers(text: str) -> list[tuple[str, str]]:
    """The scorer of each goal of a text with the team of who gave the ball."""
    reading = reading_of(text)
    team_of = {member.player: member.team.name for member in reading.memberships}
    goals = (event for event in reading.events if isinstance(event, Goal))
    return [(g.scorer.name, team_of[g.assist]) for g in goals if g.scorer and g.assist]


@pytest.mark.parametrize("sheets", [SHEETS, IN_FULL])
@pytest.mark.parametrize(
    ("prose", "passed"),
    [
        ("Kaba headed Brevik in front from Reid's cross on 12 minutes.", ("Kaba", "Brevik Town")),
        ("Reid crossed for Foss to head in on 12 minutes.", ("Foss", "Norland Rovers")),
        ("Foss was teed up by Reid and levelled on 70 minutes.", ("Foss", "Norland Rovers")),
    ],
)
def test_ball_comes_from_the_one_in_the_side_of_the_scorer(
    prose: str, passed: tuple[str, str], sheets: str
) -> None:
    """Only the team-mate can have given it."""
    assert passers(HEAD + prose + "\n" + sheets) == [passed]


@pytest.mark.parametrize("sheets", [SHEETS, IN_FULL])
def test_who_comes_on_is_of_the_side_of_who_goes_off(sheets: str) -> None:
    """Berg is of Norland Rovers, and so is the Reid who took his place."""
    reading = reading_of(f"{HEAD}Berg was replaced by Reid after 60 minutes.\n{sheets}")
    assert [e.team.name for e in reading.events if e.team] == ["Norland Rovers"]
    assert len(reading.memberships) == 24


@pytest.mark.parametrize(
    ("prose", "left_out"),
    [
        ("Brevik's Reid hit the post on 20 minutes.", []),
        ("Reid hit the post on 20 minutes.", ["woodwork"]),
        ("Reid was booked on 20 minutes.", ["card"]),
        ("Reid scored on 20 minutes.", ["goal"]),
    ],
)
def test_what_may_be_of_either_is_told_of_neither(prose: str, left_out: list[str]) -> None:
    """It is left out, and listed as ambiguous."""
    reading = reading_of(f"{HEAD}{prose}\n{SHEETS}")
    ambiguous = [told.kind for told in reading.unused if told.reason == AMBIGUOUS]
    assert ambiguous == left_out
    assert len(reading.events) == 1 - len(left_out)


def test_neither_is_of_both_sides() -> None:
    """Each sheet lists its own, and no third one plays."""
    reading = reading_of(f"{HEAD}Kaba scored from Reid's pass on 12 minutes.\n{SHEETS}")
    bearers = [member for member in reading.memberships if member.player.name == "Reid"]
    assert sorted(member.team.name for member in bearers) == ["Brevik Town", "Norland Rovers"]

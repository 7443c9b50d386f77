"""The goals of other matches that a report tells, as tests/goals_elsewhere.toml lists them."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from readings import reading_of

from kg.facts.base import MatchEvent
from kg.facts.goal import Goal

WAYS = tomllib.loads(Path(__file__).with_name("goals_elsewhere.toml").read_text(encoding="utf-8"))
APART, BESIDE = "\n\n", " "  # how a text stands to the paragraph before it


def goals_of(events: Iterable[MatchEvent]) -> list[str]:
    """Goals as the lists write them, in their order."""
    return sorted(shown(event) for event in events if isinstance(event, Goal))


def shown(goal: Goal) -> str:
    """A goal as the lists write it."""
    people = [goal.scorer, goal.assist]
    scorer, assist = (one.name.split()[-1] if one else "-" for one in people)
    side = goal.team.name if goal.team else "-"
    return f"{scorer} {side} {goal.minute or '-'} {goal.kind} {goal.method or '-'} {assist}"


@pytest.mark.parametrize("joint", [APART, BESIDE], ids=["apart", "beside"])
@pytest.mark.parametrize("told", WAYS["told"], ids=lambda told: str(told["text"]))
def test_a_goal_is_of_the_match_it_was_scored_in(told: dict[str, list[str]], joint: str) -> None:
    reading = reading_of(WAYS["report"].replace("{}", f"{joint}{told['text']}").strip())
    assert goals_of(e for p in reading.passages for e in p.events) == sorted(told["goals"])
    assert goals_of(reading.events) == WAYS["own"]


def test_what_is_told_of_another_match_is_not_left_out() -> None:
    told = WAYS["report"].replace("{}", " Soldal also scored in last week's 3-1 defeat at Norheim.")
    reading = reading_of(told.strip())
    assert [len(passage.events) for passage in reading.passages] == [1]
    assert not reading.unused


@pytest.mark.parametrize("text", WAYS["near"]["texts"])
def test_no_goal_is_invented_for_another_match(text: str) -> None:
    reading = reading_of(WAYS["report"].replace("{}", APART + text).strip())
    assert not goals_of(e for p in reading.passages for e in p.events)
    assert goals_of(reading.events) == WAYS["own"]

"""Each way of tests/goal_ways.toml to tell a goal of a 3-2, whose other goals are told plainly."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

from kg.facts.goal import Goal

WAYS = tomllib.loads(Path(__file__).with_name("goal_ways.toml").read_text(encoding="utf-8"))
PEOPLE: Mapping[str, str] = WAYS["people"]
TEAMS = {"H": "Hallvik", "B": "Brevik"}
UNTOLD = ("-", "regular", "?")  # assist, kind and method where a way does not say them
ABOUT = 2  # minutes by which one told as about some time may differ


def told(way: str) -> tuple[str, list[tuple[str, ...]]]:
    """The sentences of a way, and the goals that they tell."""
    said, _, goals = way.partition(" => ")
    fields = [goal.split() for goal in goals.split(" ; ")]
    return said, [(*one, *UNTOLD[len(one) - 3 :]) for one in fields]


def ways() -> Iterator[Any]:
    """Each way with the places of the report where it stands."""
    for group in WAYS["told"]:
        yield from (pytest.param(group["places"], way, id=way) for way in group["ways"])


def report_of(places: list[int], said: str) -> tuple[str, list[tuple[str, ...]]]:
    """A report with some sentences in some places, and the goals that its other sentences tell."""
    text, goals = WAYS["report"].strip(), []
    for place, plain in enumerate(WAYS["plainly"], 1):
        sentence, others = told(plain)
        if place in places:
            sentence = said if place == places[0] else ""
        else:
            goals += others
        text = text.replace(f"{{{place}}}", sentence)
    for surname, name in PEOPLE.items():
        text = re.sub(rf"(?<!{name.split()[0]} )\b{surname}\b", name, text, count=1)
    return text, goals


def is_told(wanted: tuple[str, ...], goal: Goal) -> bool:
    """Whether a goal is as it was told."""
    scorer, side, minute, assist, kind, method = wanted
    is_scorer = goal.scorer is not None and goal.scorer.name == PEOPLE[scorer]
    is_side = goal.team is not None and goal.team.name == TEAMS[side]
    is_kind = kind in ("?", goal.kind) and method in ("?", goal.method or "-")
    giver = goal.assist.name if goal.assist else "-"
    is_assist = assist == "?" or PEOPLE.get(assist, assist) == giver
    return is_scorer and is_side and is_kind and is_assist and is_minute(minute, goal)


def is_minute(wanted: str, goal: Goal) -> bool:
    """Whether a goal has the minute that was told, or none where it was told as about some time."""
    if wanted.startswith("~"):
        return goal.minute is None or abs(goal.minute - int(wanted[1:])) <= ABOUT
    minute = f"{goal.minute}+{goal.added}" if goal.added else str(goal.minute or "-")
    return wanted in ("?", minute)


@pytest.mark.parametrize(("places", "way"), list(ways()))
def test_way(places: list[int], way: str) -> None:
    said, goals = told(way)
    text, others = report_of(places, said)
    found = [event for event in reading_of(text).events if isinstance(event, Goal)]
    left = list(found)
    for wanted in (*others, *goals):
        goal = next((one for one in left if is_told(wanted, one)), None)
        assert goal is not None, (
            f"{wanted}: {[(g.scorer, g.minute, g.kind, g.assist) for g in found]}"
        )
        left.remove(goal)
    assert not left, "goals that nothing tells"

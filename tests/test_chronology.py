"""Each way of tests/chronology.toml to tell of a goal whose scorer the lead names."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

from kg.facts.goal import Goal

DATA = tomllib.loads(Path(__file__).with_name("chronology.toml").read_text(encoding="utf-8"))
PEOPLE: Mapping[str, str] = DATA["people"]


def ways() -> Iterator[Any]:
    """Each way with its report, and the minute, giver and method of the goal; "-" is untold."""
    for report in DATA["report"]:
        for way in report.get("ways", ()):
            said, _, told = way.partition(" => ")
            yield pytest.param(report, said, (*told.split(), "-", "-")[:3], id=said)
        for said in report.get("near", ()):
            yield pytest.param(report, said, ("-", "-", "-"), id=said)


@pytest.mark.parametrize(("report", "said", "told"), list(ways()))
def test_way(report: Mapping[str, Any], said: str, told: tuple[str, str, str]) -> None:
    events = reading_of(report["text"].replace("{}", said)).events
    goals = [event for event in events if isinstance(event, Goal)]
    assert len(goals) == report["goals"], goals
    found = [goal for goal in goals if (goal.scorer and goal.scorer.name) == PEOPLE["Kaba"]]
    minutes = [f"{g.minute}+{g.added}" if g.added else str(g.minute or "-") for g in found]
    assert [
        (m, g.assist and g.assist.name, g.method) for m, g in zip(minutes, found, strict=True)
    ] == [(told[0], PEOPLE.get(told[1]), None if told[2] == "-" else told[2])]

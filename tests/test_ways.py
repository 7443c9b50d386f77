"""The plainest ways to tell goals, results and other events, each with every time and place."""

import re
import tomllib
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

from kg.facts.base import MatchEvent
from kg.facts.goal import Goal
from kg.mentions import Entity

WAYS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "ways.toml").read_text("utf-8"))
CAST = {
    "T": "Teruno",
    "B": "Bruckheim",
    "P": "Jannis Holm",
    "Q": "Dario Selva",
    "R": "Karim Dover",
    "K": "Marek Sulc",
}
NAMED = re.compile(r"(?<![\w-])[TBPQRK](?![\w-])")
FEW = ("after 70 minutes", "20 minutes from time", "on the hour")


def told(way: str) -> str:
    """A way with the names of teams and scorers."""
    return NAMED.sub(lambda name: CAST[name[0]], way)


def sentence(text: str) -> str:
    """A clause as a sentence."""
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


def name_of(who: Entity | str | None) -> str | None:
    """The name of a person or team."""
    return who.name if isinstance(who, Entity) else who


def goals(*sentences: str) -> set[tuple[str | None, str | None, int | None]]:
    """Who scored for whom and when, in a report of some sentences."""
    events = reading_of("\n\n".join(sentences)).events
    scored = [event for event in events if isinstance(event, Goal)]
    return {(name_of(goal.scorer), name_of(goal.team), goal.minute) for goal in scored}


def placed(way: str, when: str, *, first: bool) -> str:
    """A way of a goal with its time where it has it, or at the front of the sentence."""
    if first:
        return sentence(f"{when}, {told(' '.join(way.replace('{when}', '').split()))}")
    return sentence(told(way).replace("{when}", when))


@pytest.mark.parametrize("way", WAYS["opener"])
def test_opener(way: str) -> None:
    lead = "Teruno beat Bruckheim 1-0 on Tuesday. Bruckheim shot wide early on."
    for (when, minute), first in product(WAYS["when"].items(), (False, True)):
        text = placed(way, when, first=first)
        assert goals(lead, text) == {("Jannis Holm", "Teruno", minute)}, text


@pytest.mark.parametrize("way", WAYS["missed"])
def test_no_goal(way: str) -> None:
    lead = "Teruno beat Bruckheim 1-0 on Tuesday. Bruckheim shot wide early on."
    for when, first in product(WAYS["when"], (False, True)):
        text = placed(way, when, first=first)
        assert goals(lead, text) == set(), text


@pytest.mark.parametrize("way", WAYS["leveller"])
def test_leveller(way: str) -> None:
    lead = "Teruno drew 1-1 with Bruckheim on Tuesday."
    opener = "Jannis Holm headed Teruno in front after 18 minutes."
    for (when, minute), first in product(WAYS["when"].items(), (False, True)):
        text = placed(way, when, first=first)
        wanted = {("Jannis Holm", "Teruno", 18), ("Dario Selva", "Bruckheim", minute)}
        assert goals(lead, f"{opener} {text}") == wanted, text


@pytest.mark.parametrize(
    ("way", "score"),
    [*((way, (2, 1)) for way in WAYS["won"]), *((way, (1, 1)) for way in WAYS["drawn"])],
)
def test_result(way: str, score: tuple[int, int]) -> None:
    for around in WAYS["around"]:
        text = sentence(around.format(told(way)))
        rest = "The visitors were better early on, but Karim Dover shot wide."
        matches = reading_of(f"{text}\n\n{rest}").matches
        assert len(matches) == 1, text
        names = [team and team.name for team in matches[0].teams]
        assert matches[0].score, text
        ended = dict(zip(names, matches[0].score, strict=True))
        assert ended == dict(zip(("Teruno", "Bruckheim"), score, strict=True)), text


def events(kind: str, text: str) -> list[MatchEvent]:
    """The events of a kind that a sentence tells of a match."""
    lead = "Teruno drew 2-2 with Bruckheim on Tuesday. Bruckheim shot wide early on."
    return [e for e in reading_of(f"{lead}\n\n{text}").events if e.type == kind]


@pytest.mark.parametrize(
    ("way", "told_of"), [(way, entry) for entry in WAYS["event"] for way in entry["ways"]]
)
def test_event(way: str, told_of: Mapping[str, str]) -> None:
    wanted = {k: CAST.get(v, v) for k, v in told_of.items() if k not in ("kind", "ways")}
    for when, first in product(FEW, (False, True)):
        text = placed(way, when, first=first)
        found = events(told_of["kind"], text)
        assert len(found) == 1, text
        assert {name: name_of(getattr(found[0], name)) for name in wanted} == wanted, text
        assert found[0].minute == WAYS["when"][when], text


@pytest.mark.parametrize(
    ("way", "kind"), [(way, entry["kind"]) for entry in WAYS["no_event"] for way in entry["ways"]]
)
def test_no_event(way: str, kind: str) -> None:
    for when, first in product(FEW, (False, True)):
        text = placed(way, when, first=first)
        assert not events(kind, text), text

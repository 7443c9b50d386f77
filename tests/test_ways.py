"""The plainest ways to tell goals, misses, minutes and results, each with every other."""

import re
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

from kg.facts.goal import Goal
from kg.mentions import Entity

WAYS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "ways.toml").read_text("utf-8"))
CAST = {"T": "Teruno", "B": "Bruckheim", "P": "Jannis Holm", "Q": "Dario Selva"}
NAMED = re.compile(r"(?<![\w-])[TBPQ](?![\w-])")


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

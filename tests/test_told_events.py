"""Cards, substitutions, penalties and shots at the woodwork, each told in a sentence or two."""

import tomllib
from pathlib import Path

import pytest
from readings import reading_of

from kg.facts.base import MatchEvent
from kg.facts.card import Card
from kg.facts.disallowed_goal import DisallowedGoal
from kg.facts.goal import Goal
from kg.facts.penalty import PenaltyKick
from kg.facts.substitution import Substitution
from kg.facts.woodwork import WoodworkHit
from kg.mentions import Entity

CASES = tomllib.loads((Path(__file__).parent / "told_events.toml").read_text("utf-8"))


def surname(who: Entity | None) -> str:
    """How somebody is called in the cases."""
    return who.name.split()[-1] if who else "-"


def said(event: MatchEvent) -> str | None:
    """An event as the cases write it, goals in play left aside."""
    clock = event.clock.strip("'")
    if isinstance(event, Card):
        return f"{event.colour or 'red'} {surname(event.player)}{clock}"
    if isinstance(event, Substitution):
        return f"sub {surname(event.on)}/{surname(event.off)}{clock}"
    if isinstance(event, PenaltyKick):
        outcome = "saved" if event.is_saved else "missed"
        return f"penalty {surname(event.taker)} {outcome} {surname(event.keeper)}{clock}"
    if isinstance(event, WoodworkHit | DisallowedGoal):
        return f"{event.word} {surname(event.by)}{clock}"
    if isinstance(event, Goal) and event.kind == "penalty":
        return f"penalty {surname(event.scorer)} scored{clock}"
    return None


@pytest.mark.parametrize("text", CASES["told"])
def test_what_is_told(text: str) -> None:
    events = reading_of(CASES["before"] + text).events
    assert sorted(filter(None, map(said, events))) == sorted(CASES["told"][text])

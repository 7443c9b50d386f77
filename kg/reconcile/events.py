"""Settle the events other than goals: each once, with the side of who takes part."""

from collections.abc import Sequence
from dataclasses import fields, replace

from kg.facts.base import MatchEvent
from kg.facts.card import with_second_cautions
from kg.mentions import Entity
from kg.reconcile.choice.sides import TRUST, Choice

NEAR = 1  # minutes by which two tellings of one event may differ


def settle(
    told: Sequence[MatchEvent], choice: Choice, pair: tuple[Entity, ...]
) -> tuple[MatchEvent, ...]:
    """Each event once, in the order told; what one telling leaves open another fills."""
    settled: list[MatchEvent] = []
    for event in with_second_cautions(gathered(told)):
        if not any(event.excludes(other) for other in settled):
            settled.append(replace(event, team=event.team or side_of(event, choice, pair)))
    return tuple(settled)


def gathered(told: Sequence[MatchEvent]) -> list[MatchEvent]:
    """The tellings of one event united: "A went off", "B came on" and "B for A" are one."""
    found: list[MatchEvent] = []
    for event in told:
        place = next((i for i, other in enumerate(found) if is_same(event, other)), None)
        if place is None:
            found.append(event)
        else:
            found[place] = unite(found[place], event)
    return found if len(found) == len(told) else gathered(found)


def side_of(event: MatchEvent, choice: Choice, pair: tuple[Entity, ...]) -> Entity | None:
    """The team of the people of an event, if the report makes it clear."""
    for name in (*event.actors, *event.opponents):
        person = getattr(event, name)
        if person in choice.first_side and choice.margin.get(person, 0) >= TRUST:
            first = choice.first_side[person] != (name in event.opponents)
            return pair[0] if first else pair[1]
    return None


def is_same(one: MatchEvent, other: MatchEvent) -> bool:
    """Whether two tellings are of one event: no part of them is filled differently."""
    if not one.is_like(other):
        return False
    if one.minute and other.minute and abs(one.minute - other.minute) > NEAR:
        return False
    names = (*one.actors, *one.opponents)
    people = [(getattr(one, name), getattr(other, name)) for name in names]
    agree = [a == b for a, b in people if a is not None and b is not None]
    return bool(agree) and all(agree)


def unite(one: MatchEvent, other: MatchEvent) -> MatchEvent:
    """Both tellings as one event, with all their sentences."""
    filled = {
        f.name: getattr(other, f.name)
        for f in fields(one)
        if getattr(one, f.name) is None and getattr(other, f.name) is not None
    }
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    confidence = max(one.confidence, other.confidence)
    return replace(one, **filled, evidence=evidence, confidence=confidence)

"""What a report says of its match, with the sides as another report of that match has them."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from kg.facts.base import Fact
from kg.facts.match import MatchFact
from kg.fuse.allies import Ally
from kg.mentions import Entity
from kg.reconcile import Reading

AnyFact = TypeVar("AnyFact", bound=Fact)
Names = Mapping[Entity, Entity]


def restate(reading: Reading, ally: Ally) -> Reading:
    """A reading with the sides of its own match as its ally has them; the rest as it is."""
    main = reading.main
    if main is None:
        return reading
    names, people = (
        {
            team: replace(side, forms=tuple(dict.fromkeys((team.name, *team.forms))))
            for team, to in zip(main.teams, order, strict=True)
            if team is not None and (side := ally.telling.match.teams[to]) is not None
        }
        for order in (ally.names, ally.people)
    )
    return replace(
        reading,
        matches=tuple(renamed(m, names) if m.main else m for m in reading.matches),
        standings=tuple(renamed(s, names) for s in reading.standings),
        managements=tuple(renamed(m, people) for m in reading.managements),
        memberships=tuple(renamed(m, people) for m in reading.memberships),
        events=tuple(renamed(e, people) for e in reading.events),
    )


def renamed(fact: AnyFact, names: Names) -> AnyFact:
    """A fact with other teams in the place of some."""
    changes: dict[str, object] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, Entity) and value in names:
            changes[field.name] = names[value]
    if isinstance(fact, MatchFact):
        changes["teams"] = tuple(names.get(t, t) if t else None for t in fact.teams)
    return replace(fact, **changes)  # type: ignore[arg-type]  # each field keeps its type

"""What a report says, put together: one match and what happened in it, or several in turn."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from kg.facts.base import MatchEvent, Rejected
from kg.facts.line_up import LineUp
from kg.facts.manager import Management
from kg.facts.match import MatchFact
from kg.facts.membership import Membership
from kg.facts.position import Position
from kg.facts.standing import Standing
from kg.mentions import Entity
from kg.report import Report

Item = TypeVar("Item")


@dataclass(frozen=True)
class Passage:
    """A stretch of a report on another match than its own: that match, and its events."""

    match: MatchFact
    events: tuple[MatchEvent, ...]


@dataclass(frozen=True)
class Reading:
    """What a report says: its facts by kind, and what was told but not taken up.

    `events` are those of the match it is about; `passages` are on the other matches of which it
    tells goals, or as much as of its own: those of a round-up. `corrects` if it calls itself the
    corrected version of another report; `named` are the people and teams it calls by name, those it
    names most first.
    """

    report: Report
    matches: tuple[MatchFact, ...] = ()
    events: tuple[MatchEvent, ...] = ()
    memberships: tuple[Membership, ...] = ()
    line_ups: tuple[LineUp, ...] = ()
    positions: tuple[Position, ...] = ()
    managements: tuple[Management, ...] = ()
    standings: tuple[Standing, ...] = ()
    unused: tuple[Rejected, ...] = ()
    corrects: bool = False
    named: tuple[Entity, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def main(self) -> MatchFact | None:
        """The match the report is about."""
        return next((m for m in self.matches if m.main), None)


def in_one(readings: Sequence[Reading]) -> Reading:
    """What a report says, of the readings of its passages; it is about the match of the first.

    What another passage tells of a match is left to the passage that is on it.
    """
    leading = next((r for r in readings if r.main), readings[0])
    if len(readings) == 1:
        return leading
    rest = [r for r in readings if r is not leading]
    passages = tuple(
        Passage(replace(r.main, main=False), r.events) for r in rest if r.main is not None
    )
    played = [leading.main, *(passage.match for passage in passages)]
    pairs = {frozenset(match.teams) for match in played if match}
    aside = (p for r in readings for p in r.passages if frozenset(p.match.teams) not in pairs)
    beside = (m for r in readings for m in r.matches if not m.main)
    return replace(
        leading,
        matches=(
            *(match for match in played if match),
            *(m for m in beside if m.scheduled or frozenset(m.teams) not in pairs),
        ),
        memberships=once((m for r in readings for m in r.memberships), member_and_team),
        positions=tuple(chain.from_iterable(r.positions for r in readings)),
        managements=tuple(chain.from_iterable(r.managements for r in readings)),
        standings=of_each_team(s for r in readings for s in r.standings),
        unused=tuple(chain.from_iterable(r.unused for r in readings)),
        named=tuple(dict.fromkeys(chain.from_iterable(r.named for r in readings))),
        passages=(*passages, *aside),
    )


def member_and_team(member: Membership) -> tuple[str, str]:
    """The names of a player and of his team."""
    return member.player.name, member.team.name


def of_each_team(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The standings, of each team the first, however a passage calls it: "Spurs", "Tottenham"."""
    found: list[Standing] = []
    for one in standings:
        forms = {one.team.name, *one.team.forms}
        if all(forms.isdisjoint((told.team.name, *told.team.forms)) for told in found):
            found.append(one)
    return tuple(found)


def once(items: Iterable[Item], key: Callable[[Item], object]) -> tuple[Item, ...]:
    """The items, of those alike the first."""
    found: dict[object, Item] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def on_passage(reading: Reading, passage: Passage) -> Reading:
    """A reading as if it were about the match of one of its passages."""
    main = replace(passage.match, main=True)
    return replace(reading, matches=(main,), events=passage.events, passages=())

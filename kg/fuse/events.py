"""Which goals, cards and other events that several reports tell of are the same.

By who did it, for which side, and when, give or take two minutes; a report may leave out who or
when. Nobody is booked or replaced twice, so that cards and substitutions need no minute. Goals have
rules of their own (`kg.fuse.goals`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.base import MatchEvent
from kg.facts.card import Card
from kg.facts.substitution import Substitution
from kg.fuse.identity import Identity
from kg.fuse.people import teams_of
from kg.mentions import Entity
from kg.reconcile import Reading

NEAR = 2  # minutes by which two reports may differ on one event
UNTOLD = 999  # stands behind all minutes


@dataclass(frozen=True)
class Told:
    """One report's telling of an event.

    `who` are the IRIs of its people, "" where untold, the one it is of first; `side` is the key of
    its team.
    """

    report: str
    event: MatchEvent
    who: tuple[str, ...]
    side: str

    @property
    def actor(self) -> str:
        """The IRI of who it is of, or nothing."""
        return next(filter(None, self.who), "")

    @property
    def minute(self) -> int | None:
        """The minute, also where it is told as approximate."""
        return self.event.minute if self.event.minute is not None else self.event.about


Group = list[Told]


def events_told(readings: Sequence[Reading], identity: Identity) -> list[Told]:
    """The events of the reports of one match."""
    team_of = teams_of(readings)

    def iri(report: str, person: Entity | None) -> str:
        return identity.person(person, team_of.get((report, person)), report) if person else ""

    return [
        Told(
            report=r.report.id,
            event=event,
            who=tuple(iri(r.report.id, getattr(event, name)) for name in event.actors),
            side=identity.team_key(event.team) if event.team else "",
        )
        for r in readings
        for event in r.events
    ]


def gather(told: Sequence[Told]) -> list[Group]:
    """The tellings of each event together; two of one report are two events."""
    groups: list[Group] = []
    for telling in sorted(told, key=precedence):
        fitting = [g for g in groups if is_of(telling, g)]
        if not fitting:
            groups.append([telling])
            continue
        nearest, *others = sorted(fitting, key=lambda g: apart([telling], g))
        nearest.append(telling)
        if isinstance(telling.event, Substitution):  # it has the halves that others tell
            for other in others:
                nearest += other
                groups.remove(other)
    return groups


def precedence(telling: Told) -> tuple[bool, bool, str, int, str]:
    """Tellings of who and when come first, so that the others find them."""
    event = telling.event
    return (
        not all(telling.who),
        event.minute is None,
        telling.report,
        event.evidence[0].start,
        repr(event.label),
    )


def is_of(telling: Told, group: Group) -> bool:
    """Whether a telling can be of the event that others tell of."""
    if any(other.report == telling.report for other in group):
        return False
    fits = [is_same(telling, other) for other in group]
    return any(fits) if isinstance(telling.event, Substitution) else all(fits)


def is_same(one: Told, other: Told) -> bool:
    """Whether two reports tell of one event."""
    if not one.event.is_like(other.event):
        return False
    if isinstance(one.event, Substitution):
        return any(a and a == b for a, b in zip(one.who, other.who, strict=True))
    if one.actor and other.actor:
        same = one.actor == other.actor
        return same and (isinstance(one.event, Card) or is_near(one, other, untold=True))
    return one.side == other.side and is_near(one, other, untold=False)


def is_near(one: Told, other: Told, *, untold: bool) -> bool:
    """Whether two events can be of one minute; `untold` is the answer where one has none."""
    if one.minute is None or other.minute is None:
        return untold
    return abs(one.minute - other.minute) <= NEAR


def apart(one: Group, other: Group) -> int:
    """How many minutes lie between two groups of tellings, at least."""
    return min(
        (abs(a.minute - b.minute) for a in one for b in other
         if a.minute is not None and b.minute is not None),
        default=UNTOLD,
    )  # fmt: skip


def in_order(groups: Sequence[Group]) -> list[Group]:
    """Events by minute, then as the reports tell them."""

    def order(group: Group) -> tuple[int, int, int, str]:
        minutes = [t.minute or UNTOLD for t in group]
        added = [t.event.added or 0 for t in group]
        start = min(t.event.evidence[0].start for t in group)
        return min(minutes), min(added), start, min(t.report for t in group)

    return sorted(groups, key=order)

"""Many reports, one reading: which matches, goals and people of several reports are the same.

Matches are the same by sides and day, or by one side and the ground; goals by scorer, kind and
minute within two; people by full name, or by surname within a team. Agreement is never counted as
two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.base import MatchEvent
from kg.facts.match import MatchFact
from kg.identity import Identity, full_names
from kg.known_names import KnownNames
from kg.mentions import Entity
from kg.reconcile import Reading

NEAR = 2  # minutes by which two reports may differ on one goal
UNTOLD = 999


@dataclass(frozen=True)
class Same:
    """What reports tell of one thing: the IRI it gets, and each telling with its report's id."""

    iri: str
    told: tuple[tuple[str, MatchFact | MatchEvent], ...]


@dataclass(frozen=True)
class Fusion:
    """The things of all readings, each once, and the names they go by."""

    identity: Identity
    readings: tuple[Reading, ...]
    matches: tuple[Same, ...]
    events: tuple[Same, ...]
    match_of_report: dict[str, str]


def fuse(readings: Sequence[Reading], known: KnownNames) -> Fusion:
    """Find what is the same in several readings; their order does not matter."""
    ordered = tuple(sorted(readings, key=lambda r: r.report.id))
    people = [(m.player, m.team) for r in ordered for m in r.memberships]
    identity = Identity(known, full_names(people, Identity(known)))
    groups = group_matches(ordered, identity)
    matches = tuple(Same(identity.match(merged(group)), tuple(group)) for group in groups)
    main_of = {
        report: same.iri
        for same in matches
        for report, match in same.told
        if isinstance(match, MatchFact) and match.main
    }
    events = tuple(
        event
        for iri in sorted(set(main_of.values()))
        for event in fuse_events(iri, ordered, main_of, identity)
    )
    return Fusion(identity, ordered, tuple(sorted(matches, key=lambda m: m.iri)), events, main_of)


def group_matches(
    readings: Sequence[Reading], identity: Identity
) -> list[list[tuple[str, MatchFact]]]:
    """The tellings of matches, those of one match together.

    Whole ones come first, so that partial ones find them.
    """
    told = [(r.report.id, m) for r in readings for m in r.matches]
    told.sort(
        key=lambda t: (
            None in t[1].teams,
            t[1].date is None,
            not t[1].home_known,
            t[0],
            identity.match(t[1]),
        )
    )
    groups: list[list[tuple[str, MatchFact]]] = []
    for report, match in told:
        home = next(
            (g for g in groups if all(same_match(match, other, identity) for _, other in g)), None
        )
        if home is None:
            groups.append([(report, match)])
        else:
            home.append((report, match))
    return groups


def same_match(one: MatchFact, other: MatchFact, identity: Identity) -> bool:
    """Whether two tellings can be of one match."""
    if one.scheduled != other.scheduled or (one.date and other.date and one.date != other.date):
        return False
    if (
        one.home_known
        and other.home_known
        and None not in (*one.teams, *other.teams)
        and keys(one, identity) != keys(other, identity)
    ):
        return False
    mine, others = set(keys(one, identity)) - {""}, set(keys(other, identity)) - {""}
    if len(mine) == 2 and len(others) == 2:
        return mine == others
    ground = one.venue and other.venue and identity.other(one.venue) == identity.other(other.venue)
    return bool(mine & others and ground)


def keys(match: MatchFact, identity: Identity) -> tuple[str, ...]:
    """The keys of the two sides; an unknown side is empty."""
    return tuple(identity.team_key(t) if t else "" for t in match.teams)


def merged(group: Sequence[tuple[str, MatchFact]]) -> MatchFact:
    """One match from its tellings, for its name: sides, ground and day where any tells them."""
    match = max((m for _, m in group), key=lambda m: (None not in m.teams, m.home_known))
    day = next((m.date for _, m in group if m.date), None)
    venue = next((m.venue for _, m in group if m.venue), None)
    return replace(
        match,
        teams=sides(group),
        home_known=any(m.home_known for _, m in group),
        date=day,
        venue=venue,
    )


def sides(group: Sequence[tuple[str, MatchFact]]) -> tuple[Entity | None, Entity | None]:
    """The sides of a match from all its tellings: home and away if any telling knows."""
    whole = next((m for _, m in group if None not in m.teams and m.home_known), None)
    if whole:
        return whole.teams
    both = next((m for _, m in group if None not in m.teams), None)
    half = next((m for _, m in group if None in m.teams and m.home_known), None)
    if both is None:
        return half.teams if half else group[0][1].teams
    if half is None:
        return both.teams
    known = next(t for t in half.teams if t)
    other = next((t for t in both.teams if t and t.name != known.name), None)
    return (known, other) if half.teams[0] else (other, known)


def fuse_events(
    match: str, readings: Sequence[Reading], main_of: dict[str, str], identity: Identity
) -> list[Same]:
    """The goals, cards and other events of one match, each once, in the order of the match."""
    here = [r for r in readings if main_of.get(r.report.id) == match]
    told = [(r.report.id, event) for r in here for event in r.events]
    words = sorted({event.word for _, event in told})
    return [
        same
        for word in words
        for same in number(
            match, word, gather([(r, e) for r, e in told if e.word == word], identity)
        )
    ]


Told = list[tuple[str, MatchEvent]]


def gather(told: Sequence[tuple[str, MatchEvent]], identity: Identity) -> list[Told]:
    """The tellings of one event together; two of one report are two events."""
    groups: list[Told] = []
    for report, event in sorted(told, key=lambda t: (t[1].minute is None, t[0])):
        fitting = [
            g
            for g in groups
            if all(r != report and same_event(event, other, identity) for r, other in g)
        ]
        if fitting:
            fitting[0].append((report, event))
        else:
            groups.append([(report, event)])
    return groups


def same_event(one: MatchEvent, other: MatchEvent, identity: Identity) -> bool:
    """Whether two reports tell of one goal, or of one shot against the post."""
    if not one.is_like(other) or who(one, identity) != who(other, identity):
        return False
    return one.minute is None or other.minute is None or abs(one.minute - other.minute) <= NEAR


def who(event: MatchEvent, identity: Identity) -> str:
    """The IRI of who did it."""
    return identity.person(event.actor, event.team) if event.actor else ""


def number(match: str, word: str, groups: list[Told]) -> list[Same]:
    """Events as `MATCH/goal-1`, `MATCH/goal-2` ... by minute, then as the reports tell them."""

    def order(group: Told) -> tuple[int, int, int, str]:
        minutes = [e.minute or e.about or UNTOLD for _, e in group]
        added = [e.added or 0 for _, e in group]
        return min(minutes), min(added), min(e.evidence[0].start for _, e in group), group[0][0]

    return [
        Same(f"{match}/{word}-{n}", tuple(group))
        for n, group in enumerate(sorted(groups, key=order), 1)
    ]

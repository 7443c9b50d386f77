"""What a match is called: its day and its sides, or what else tells it from others.

`2021-03-07-hallvik-brevik` has its day. Of a match whose day is untold the reports are dated:
`by-2021-03-09-...` is what a report of that day is about, `before-...` what it recalls, `from-...`
what it announces. One that stands apart ends in the report that tells of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from kg.facts.match import MatchFact
from kg.fuse.identity import Identity, slug
from kg.fuse.telling import Telling, precedence
from kg.mentions import Entity
from kg.vocabulary import BASE, report_iri

Group = Sequence[Telling]


def name_matches(groups: Iterable[Group], identity: Identity) -> dict[str, Group]:
    """The groups by the IRI of their match, in the order of the IRIs; no two share one.

    Where several would, all but the first to be reported get a number.
    """
    found: dict[str, Group] = {}
    for group in sorted(groups, key=lambda g: min(precedence(t) for t in g)):
        name = name_of(group, identity)
        numbered = (f"{name}-{n}" for n in count(2))
        while name in found:
            name = next(numbered)
        found[name] = group
    return {f"{BASE}match/{name}": found[name] for name in sorted(found)}


def name_of(group: Group, identity: Identity) -> str:
    """A match as a part of an IRI."""
    match = merged([(t.report, t.match) for t in group])
    teams = [identity.team_key(team) for team in match.teams if team]
    if not match.home_known:
        teams.sort()
    place = [f"at-{slug(match.venue.name)}"] if len(teams) < 2 and match.venue else []
    tail = ["scheduled"] if match.scheduled else []
    tail += [report_iri(t.report).rsplit("/", 1)[-1] for t in group if t.apart]
    return "-".join([*time_of(group), *teams, *place, *tail]) or "unknown"


def time_of(group: Group) -> list[str]:
    """When a match is played, or the day of the first report of it."""
    played = sorted(t.match.date for t in group if t.match.date)
    if played:
        return [played[0].isoformat()]
    for word, those in (
        ("by", [t.reported for t in group if t.days]),
        ("from" if group[0].match.scheduled else "before", [t.reported for t in group]),
    ):
        reported = sorted(day for day in those if day)
        if reported:
            return [word, reported[0].isoformat()]
    return []


def merged(group: Sequence[tuple[str, MatchFact]]) -> MatchFact:
    """One match from its tellings: sides, ground and day where any tells them."""
    match = max((m for _, m in group), key=lambda m: (None not in m.teams, m.home_known))
    return replace(
        match,
        teams=sides(group),
        home_known=any(m.home_known for _, m in group),
        date=next((m.date for _, m in group if m.date), None),
        venue=next((m.venue for _, m in group if m.venue), None),
    )


def sides(group: Sequence[tuple[str, MatchFact]]) -> tuple[Entity | None, Entity | None]:
    """The sides of a match, home and away if any telling knows: as most tellings have them."""
    whole = [m for _, m in group if None not in m.teams]
    at_home = [m for m in whole if m.home_known]
    if at_home:
        weight = defaultdict[tuple[str, ...], float](float)
        for match in at_home:
            weight[names_of(match)] += match.confidence * (2 if match.main else 1)
        return max(at_home, key=lambda m: weight[names_of(m)]).teams
    half = next((m for _, m in group if None in m.teams and m.home_known), None)
    if not whole:
        return half.teams if half else group[0][1].teams
    if half is None:
        return whole[0].teams
    known = next((t for t in half.teams if t), None)
    other = next((t for t in whole[0].teams if t and known and t.name != known.name), None)
    return (known, other) if half.teams[0] else (other, known)


def names_of(match: MatchFact) -> tuple[str, ...]:
    """The names of the sides of a match, in their order."""
    return tuple(team.name if team else "" for team in match.teams)

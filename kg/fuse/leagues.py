"""The league of a match, for what the reports that do not name it tell of its table.

One report says that Hallvik won in the First Division, another only that they are third now and
that Tolna may pull level on points at Brevik: both are of the First Division.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.facts.match import MatchFact
from kg.fuse.identity import Identity
from kg.fuse.same import Same
from kg.mentions import Entity
from kg.reconcile import Reading
from kg.reconcile.season.leagues import is_for_the_table, is_league


def leagues_untold(about: Mapping[str, Sequence[Reading]], identity: Identity) -> dict[str, Entity]:
    """The league of each report that does not name it, where the others of its match name one."""
    found: dict[str, Entity] = {}
    for readings in about.values():
        mains = {r.report.id: r.main for r in readings if r.main}
        named = {
            identity.other(m.competition): m.competition for m in mains.values() if m.competition
        }
        league = next(iter(named.values()), None)
        if league and len(named) == 1 and is_league(league):
            found |= {r: league for r, m in mains.items() if not m.competition and not m.stage}
    return found


def with_table(reading: Reading, league: Entity) -> Reading:
    """A reading whose table is that of a league, unless it says of which."""
    standings = (
        s if s.competition or s.stage else replace(s, competition=league) for s in reading.standings
    )
    return replace(reading, standings=tuple(standings))


def with_league(match: Same[MatchFact], leagues: Mapping[str, Entity]) -> Same[MatchFact]:
    """A match to come as one of a league, in the tellings that speak of its table."""
    return replace(
        match,
        told=tuple(
            (report, replace(told, competition=leagues[report]))
            if report in leagues and is_open(told)
            else (report, told)
            for report, told in match.told
        ),
    )


def is_open(match: MatchFact) -> bool:
    """Whether a match is to come, for points, and its competition is untold."""
    quotes = (e.quote for e in match.evidence)
    untold = match.scheduled and match.competition is None
    return untold and any(map(is_for_the_table, quotes))

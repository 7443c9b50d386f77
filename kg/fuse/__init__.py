"""Many reports, one reading: which matches, goals and people of several reports are the same.

    readings -> tellings -> groups of tellings, one for each match -> people and events of each

`telling` makes the matches of a reading comparable, `grouping` decides which are the same,
`naming` gives each its name; `people` knows who is one person within a match, `namesakes` who are
two over all of them, and `events` which goals and cards are the same. Agreement is never counted
as two.

**Fusion is local.** What is fused of a report depends on `neighbours(report)` alone, those with
tellings that share its `links`, and on the names that two people bear:

    fuse(neighbours(report), known, namesakes)    and    fuse(all reports, known, namesakes)

give the same statements of that report, the same of them accepted, and the same names of its
matches and events; hence the same graph of the report and of its evidence. So a store looks up the
neighbours of what is added or removed, and leaves the rest as it is. The name that a person, team
or place goes by is the one thing wider than this: the best of all that reports call it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.base import OUTVOTED, MatchEvent
from kg.facts.goal import Goal
from kg.facts.match import MatchFact
from kg.fuse.allies import Ally, find_allies
from kg.fuse.events import events_told, gather, in_order
from kg.fuse.goals import best_score, gather_goals, too_many
from kg.fuse.grouping import group
from kg.fuse.links import Lookup, links, neighbours
from kg.fuse.namesakes import Bearer, bearers, find_namesakes
from kg.fuse.naming import merged, name_matches, sides
from kg.fuse.people import full_names, teams_of
from kg.fuse.restating import restate
from kg.fuse.same import Same
from kg.fuse.telling import Telling, tellings, to_telling
from kg.identity import Identity, Named
from kg.names.known import KnownNames
from kg.reconcile import Reading

__all__ = [
    "Bearer", "Fusion", "Lookup", "Same", "bearers", "find_namesakes", "fuse", "links", "merged",
    "neighbours", "sides", "teams_of",
]  # fmt: skip


@dataclass(frozen=True)
class Fusion:
    """The things of all readings, each once, and the names they go by.

    `match_of_report` has the IRI of the match that each report is about.
    """

    identity: Identity
    readings: tuple[Reading, ...]
    matches: tuple[Same[MatchFact], ...]
    events: tuple[Same[MatchEvent], ...]
    match_of_report: dict[str, str]


def fuse(
    readings: Iterable[Reading], known: KnownNames, namesakes: frozenset[str] | None = None
) -> Fusion:
    """Find what is the same in several readings; their order does not matter.

    Args:
        readings: what each report says, one reading for each id.
        known: the names that lists know.
        namesakes: the slugs of full names that two people bear; found among the readings if None.
    """
    ordered = tuple(sorted(readings, key=lambda r: r.report.id))
    identity = Identity(known)
    if namesakes is None:
        namesakes = find_namesakes(b for r in ordered for b in bearers(r, identity))
    told = [telling for r in ordered for telling in tellings(r, identity)]
    allies = find_allies([telling for telling in told if telling.match.main])
    ordered = tuple(
        restate(r, allies[r.report.id]) if r.report.id in allies else r for r in ordered
    )
    groups = name_matches(
        group(t for t in told if not (t.match.main and t.report in allies)), identity
    )
    matches = [
        Same(iri, (*((t.report, t.match) for t in those), *followers(those, ordered, allies)))
        for iri, those in groups.items()
    ]
    main_of = {report: m.iri for m in matches for report, match in m.told if match.main}
    about = {m.iri: [r for r in ordered if main_of.get(r.report.id) == m.iri] for m in matches}
    names: dict[Named, str] = {}
    for those in about.values():
        names |= full_names(those, identity)
    identity = Identity(known, names, namesakes)
    events = [event for iri in about for event in fuse_events(iri, about[iri], identity)]
    return Fusion(identity, ordered, tuple(matches), tuple(events), main_of)


def followers(
    group: Sequence[Telling], readings: Iterable[Reading], allies: Mapping[str, Ally]
) -> Iterator[tuple[str, MatchFact]]:
    """The matches of the reports whose allies are among the tellings of one, as restated."""
    leading = {telling.report for telling in group if telling.match.main}
    for reading in readings:
        ally = allies.get(reading.report.id)
        if ally and ally.telling.report in leading and reading.main:
            yield reading.report.id, reading.main


def fuse_events(
    match: str, readings: Sequence[Reading], identity: Identity
) -> Iterator[Same[MatchEvent]]:
    """The goals, cards and other events of one match as MATCH/goal-1, MATCH/goal-2, ..."""
    told = events_told(readings, identity)
    score = best_score([to_telling(r, r.main, identity) for r in readings if r.main])
    for word in sorted({t.event.word for t in told}):
        those = [t for t in told if t.event.word == word]
        gathered = gather_goals(those, score) if word == Goal.word else gather(those)
        outvoted = too_many(gathered, score) if word == Goal.word else []
        for number, event in enumerate(in_order(gathered), 1):
            reason = OUTVOTED if event in outvoted else ""
            yield Same(
                f"{match}/{word}-{number}", tuple((t.report, t.event) for t in event), reason
            )

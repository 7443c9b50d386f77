"""Many reports, one reading: which matches, goals and people of several reports are the same.

    readings -> tellings -> groups of tellings, one for each match -> people and events of each

`accounts` makes the matches of a reading comparable (each a `telling`, of its `times`), `grouping`
decides which are the same, `naming` gives each its name, and `identity` is how names become IRIs;
`people` knows who is one person within a match, `namesakes` who are two over all of them, and
`events` and `goals` which goals and cards are the `same`, and `leagues` in which table a report
means that does not say so. Agreement is never counted as two.

Before that, what reports that are read together tell each other of people's teams is `attested`.

**What belongs together is read together.** A report whose words do not tell how its match ended, or
that shows no match at all, goes with the one that tells most of the same names (`allies`, by
`kinship`), and the two are read once more as one text (`together`), or the one is told with the
sides of the other (`restating`). A match that shows only then stands `apart`. Whatever decides this
is what each report says when it is read alone: so no order matters, and without the one the other
says again what it said before.

**Fusion is local.** What is fused of a report depends on its `neighbours` alone, found by the
`links` that reports share, and on the names that two people bear:

    fuse(neighbours(report), known, read, namesakes)    and    fuse(all, known, read, namesakes)

give the same statements of that report, the same of them accepted, and the same names of its
matches and events; hence the same graph of the report and of its evidence. So a store looks up the
neighbours of what is added or removed, and leaves the rest as it is. The name that a person, team
or place goes by is the one thing wider than this: the best of all that reports call it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.base import OUTVOTED, MatchEvent
from kg.facts.goal import Goal
from kg.facts.match import MatchFact
from kg.fuse.accounts import accounts, to_telling
from kg.fuse.allies import Ally, find_allies
from kg.fuse.apart import as_told, without_retold
from kg.fuse.events import events_told, gather, in_order
from kg.fuse.goals import best_score, gather_goals, too_many
from kg.fuse.grouping import group
from kg.fuse.identity import Identity, Named
from kg.fuse.leagues import leagues_untold, with_league, with_table
from kg.fuse.links import links
from kg.fuse.namesakes import Bearer, bearers, called, find_namesakes
from kg.fuse.naming import merged, name_matches, sides
from kg.fuse.neighbours import Lookup, neighbours
from kg.fuse.people import full_names, teams_of
from kg.fuse.restating import restate
from kg.fuse.same import Same
from kg.fuse.telling import Telling
from kg.fuse.together import Read, read_together
from kg.names.known import KnownNames
from kg.reconcile import Reading, on_passage

__all__ = [
    "Bearer", "Fusion", "Lookup", "Read", "Same", "bearers", "called", "find_namesakes", "fuse",
    "links", "merged", "neighbours", "sides", "teams_of",
]  # fmt: skip

Said = Mapping[str, Reading]  # the readings by report
Namesakes = Callable[[frozenset[str]], frozenset[str]]


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
    readings: Iterable[Reading],
    known: KnownNames,
    read: Read | None = None,
    namesakes: Namesakes | None = None,
) -> Fusion:
    """Find what is the same in several readings; their order does not matter.

    Args:
        readings: what each report says, one reading for each id.
        known: the names that lists know.
        read: reads a report; if None, none are read together.
        namesakes: tells which of some full names two people bear, all as slugs; found among the
            readings if None.
    """
    ordered = tuple(sorted(readings, key=lambda r: r.report.id))
    identity = Identity(known)
    mains = [t for r in ordered for t in accounts(r, identity) if t.match.main]
    allies = find_allies(mains)
    together = read_together(ordered, allies, read, identity) if read else {}
    allies = {name: a for name, a in allies.items() if name in together or not a.in_doubt}
    said = {r.report.id: together.get(r.report.id) or restated(r, allies) for r in ordered}
    leading = [t for t in mains if t.side and t.report not in allies]
    leaders = {name: ally.telling.report for name, ally in allies.items()}
    told = [t for r in ordered for t in as_told(r, said[r.report.id], leading, identity)]
    groups = name_matches(without_retold(group(told, leaders), allies), identity)
    matches = [
        Same(iri, (*as_said(those, said), *followers(those, said, allies)))
        for iri, those in groups.items()
    ]
    main_of = {report: m.iri for m in matches for report, match in m.told if match.main}
    about = {
        m.iri: [r for r in said.values() if main_of.get(r.report.id) == m.iri] for m in matches
    }
    leagues = leagues_untold(about, identity)
    for m in matches:
        about[m.iri] += on_passages(m, said)
    names: dict[Named, str] = {}
    for those in about.values():
        names |= full_names(those, identity)
    used = frozenset(name for reading in said.values() for name in called(reading))
    of_two = (
        namesakes(used)
        if namesakes
        else find_namesakes(bearer for reading in ordered for bearer in bearers(reading, identity))
    )
    identity = Identity(known, names, of_two)
    events = [event for iri in about for event in fuse_events(iri, about[iri], identity)]
    return Fusion(
        identity,
        tuple(with_table(r, leagues[name]) if name in leagues else r for name, r in said.items()),
        tuple(with_league(m, leagues) for m in matches),
        tuple(events),
        main_of,
    )


def on_passages(match: Same[MatchFact], said: Said) -> Iterator[Reading]:
    """The readings of the reports that tell of a match in a passage, as if they were about it."""
    for report, told in match.told:
        for passage in said[report].passages:
            if passage.match == told:
                yield on_passage(said[report], passage)


def restated(reading: Reading, allies: Mapping[str, Ally]) -> Reading:
    """A reading with the sides of its ally, if it has one."""
    ally = allies.get(reading.report.id)
    return restate(reading, ally) if ally else reading


def as_said(group: Sequence[Telling], said: Said) -> Iterator[tuple[str, MatchFact]]:
    """The matches of some tellings, as the reports now have them: with what their goals come to."""
    for telling in group:
        reading = said[telling.report]
        main = reading.main if telling.match.main else None
        aside = (p.match for p in reading.passages if p.match.in_words == telling.match)
        yield telling.report, main or next(aside, telling.match)


def followers(
    group: Sequence[Telling], said: Said, allies: Mapping[str, Ally]
) -> Iterator[tuple[str, MatchFact]]:
    """The matches of the reports whose allies are among the tellings of one."""
    leading = {telling.report for telling in group if telling.match.main}
    for reading in said.values():
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

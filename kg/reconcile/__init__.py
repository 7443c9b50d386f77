"""Read the report as a whole: from everything its sentences tell to what it says.

A report tells its goals two or three times, partly, in other words.

- `case` is what there is to be weighed, with the report's own `match`: how it ended, by its
  results, and where and when it was.
- `choice`: who plays for which side, and the goals, chosen as one consistent reading.
- `events`: what else happened, each thing once; `players`: who plays for whom, and where.
- `beside`: other matches that the report mentions, and what a text tells that reports no match.
- `season`: the table, and the matches to come.
- `reading` is what all this comes to, and puts the passages of a round-up in one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.facts import Tellings
from kg.facts.analysis import texts_of
from kg.facts.base import OUTVOTED, MatchEvent, Rejected
from kg.facts.goal.told import GoalTold, to_event
from kg.facts.match import MatchFact
from kg.mentions import Entity, Kind, Scene
from kg.reconcile.beside.goals import is_told_beside, passages_beside
from kg.reconcile.beside.in_passing import managements_in_passing, memberships_in_passing
from kg.reconcile.beside.others import other_matches
from kg.reconcile.case import Case, open_case
from kg.reconcile.choice.goals import to_goals
from kg.reconcile.choice.late_minutes import with_late_minutes
from kg.reconcile.choice.placing import Outcome
from kg.reconcile.choice.pulls import find_pulls, outsiders
from kg.reconcile.choice.sides import Choice, Told, choose
from kg.reconcile.choice.turns import were_behind
from kg.reconcile.events import settle
from kg.reconcile.match.attended import officials
from kg.reconcile.match.hosts import with_hosts
from kg.reconcile.match.listed import line_ups_listed
from kg.reconcile.match.results import final_of, scorers_of
from kg.reconcile.match.running import highest_score
from kg.reconcile.match.worked_out import with_score_worked_out
from kg.reconcile.players.elsewhere import players_elsewhere
from kg.reconcile.players.goalkeepers import goalkeepers_apart
from kg.reconcile.players.memberships import (
    find_managements,
    find_memberships,
    teams_of,
    with_managers,
)
from kg.reconcile.players.namesakes import tell_namesakes_apart
from kg.reconcile.players.positions import find_positions
from kg.reconcile.reading import Passage, Reading, in_one, on_passage
from kg.reconcile.season.fixtures import find_fixtures
from kg.reconcile.season.places import tell_places
from kg.reconcile.season.tables import work_out

__all__ = ["Case", "Passage", "Reading", "in_one", "on_passage", "open_case", "reconcile"]


def reconcile(case: Case) -> Reading:
    """The consistent reading of a report."""
    scene, told, known, main = case.scene, case.told, case.known, case.main
    if main is None:
        return without_match(case)
    pair = tuple(t for t in main.teams if t)
    elsewhere = players_elsewhere(scene, told, pair, known)
    choice = choose(told_of(case, main, pair, elsewhere))
    meant = tell_namesakes_apart(told, scene, teams_of(choice, main))
    if meant is not told:
        told = meant
        choice = choose(told_of(replace(case, told=told), main, pair, elsewhere))
    if main.score is None:
        final = final_of(told.results, scene, scorers_of(told.goals))
        main = with_score_worked_out(main, choice, highest_score(scene, told), final)
    goals = with_late_minutes(choice.goals, told, scene)
    events = (*to_goals(goals, pair, choice.first_side), *settle(told.events, choice, pair))
    team_of = teams_of(choice, main)
    others = other_matches(scene, told.results, main, team_of, known)
    passages = passages_beside(scene, told, others, choice, team_of)
    unused = (*told.rejected, *outvoted(told, choice, events))
    reported = with_hosts(main, scene, team_of)
    managements = find_managements(scene, choice, reported)
    managed = with_managers(scene, managements)
    texts = texts_of(told.sentences, managed)
    fixtures = find_fixtures(managed, texts, known, reported)
    report = scene.document.report
    return Reading(
        report=report,
        matches=(reported, *others, *fixtures),
        events=events,
        memberships=find_memberships(scene, choice, pair, managements, elsewhere),
        line_ups=line_ups_listed(scene),
        positions=find_positions(scene, told.sentences, team_of, case.keeping),
        managements=managements,
        standings=work_out(managed, tuple(tell_places(texts, managed)), main),
        unused=tuple(r for r in unused if not is_told_beside(r, passages)),
        corrects=report.corrects,
        named=most_named(scene),
        passages=passages,
    )


def without_match(case: Case) -> Reading:
    """The reading of a report that tells of no match of its own."""
    scene, told, known = case.scene, case.told, case.known
    report = scene.document.report
    texts = texts_of(told.sentences, scene)
    fixtures = find_fixtures(scene, texts, known, None)
    return Reading(
        report=report,
        matches=(*other_matches(scene, told.results, None, {}, known), *fixtures),
        memberships=tuple(memberships_in_passing(scene)),
        positions=find_positions(scene, told.sentences, {}, case.keeping),
        managements=tuple(managements_in_passing(scene)),
        standings=work_out(scene, tuple(tell_places(texts, scene)), None),
        unused=told.rejected,
        corrects=report.corrects,
        named=most_named(scene),
    )


def told_of(
    case: Case, main: MatchFact, pair: tuple[Entity, ...], elsewhere: Mapping[Entity, Entity]
) -> Told:
    """What a report tells of its match, to be weighed together; no manager or referee scores.

    Nor do those who play in another match, `elsewhere`.
    """
    scene, told = case.scene, case.told
    nobody = {*officials(scene), *scene.sides.manager_of, *elsewhere}
    goals = (t for t in told.goals if t.scorer not in nobody)
    either = {m.entity for m in scene.mentions if m.entity and m.entity.is_open}
    apart = outsiders(scene, told, pair, case.known) | set(elsewhere) | either
    bonds = (*told.bonds, *goalkeepers_apart(scene, case.keeping))
    won = None if main.winner is None else main.winner == pair[0]
    return Told(
        match=Outcome(pair, main.score, won, were_behind(told.sentences, pair)),
        pulls=tuple(p for p in find_pulls(scene, told, pair) if p.person not in apart),
        bonds=tuple(bond for bond in bonds if not apart.intersection((bond.one, bond.other))),
        goals=tuple(gained_by_other(t, pair) for t in goals),
    )


def most_named(scene: Scene) -> tuple[Entity, ...]:
    """The people and teams that a report calls by name, those it names most first.

    A sheet that names no team tells of which match it is by its players alone.
    """
    named = (m.entity for m in scene.mentions if m.named and m.kind in (Kind.PERSON, Kind.TEAM))
    named = (entity for entity in named if entity and not entity.is_open)
    is_open = scene.listing is not None and not scene.listing.sheet.teams
    listed = scene.listing.players() if scene.listing and is_open else ()
    called = (*filter(None, named), *(player for player, _, _ in listed))
    return tuple(entity for entity, _ in Counter(called).most_common())


def gained_by_other(told: GoalTold, pair: tuple[Entity, ...]) -> GoalTold:
    """A telling with the side that gained, where it is of the one that conceded: "fell behind"."""
    if not told.conceded or told.gains is None:
        return told
    other = next((team for team in pair if team != told.gains), None)
    return replace(told, gains=other if told.gains in pair else None)


def outvoted(told: Tellings, choice: Choice, events: Sequence[MatchEvent]) -> Iterator[Rejected]:
    """The tellings that the reading as a whole speaks against."""
    chosen = {id(telling) for goal in choice.goals for telling in goal.told}
    for telling in told.goals:
        if id(telling) not in chosen:
            yield Rejected("goal", OUTVOTED, telling.evidence, to_event(telling))
    kept = {(event.word, said) for event in events for said in event.evidence}
    for event in told.events:
        if not kept.intersection((event.word, said) for said in event.evidence):
            yield Rejected(event.word, OUTVOTED, event.evidence[0], event)

"""The kinds of facts, and everything the sentences of a report tell of them.

To add a kind of fact (a red card) take one word and use it in six places; the contract test names
the one that is missing:

1. `kg/facts/red_card.py`: the frozen dataclass, its ontology class and properties; if it is told in
   phrases, `kg/facts/red_card.toml` with a sentence each phrasing reads and one it leaves alone;
2. a line in FACTS below;
3. `ontology/red_card.ttl`: its terms, each with label, definition and example;
4. `shapes/red_card.ttl`: what must hold of it, with messages in football words;
5. a question in `queries/` that asks for it;
6. `tests/cases/red_card.toml`: sentences it must read, and near misses it must not.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.blocks import Kind as BlockKind
from kg.facts import (
    card,
    disallowed_goal,
    goal,
    line_up,
    manager,
    match,
    membership,
    penalty,
    position,
    spot,
    standing,
    substitution,
    woodwork,
)
from kg.facts.analysis import Analysis, analyse
from kg.facts.asides import Aside, beside, find_asides
from kg.facts.base import (
    NO_PLAYERS,
    NOBODY,
    RETAKEN,
    Evidence,
    Fact,
    MatchEvent,
    Rejected,
    evidence_of,
)
from kg.facts.goal import GoalTold
from kg.facts.listed import tell_sheet
from kg.facts.no_goal import without_unscored
from kg.facts.play import relations_in_play
from kg.facts.relations import Bond, Leaning, relations_in_prose, relations_of_event
from kg.facts.result import ResultTold, tell_results
from kg.facts.timing import Timed, attach, minute_of, tell_time
from kg.frames import Standing
from kg.mentions import Entity, Kind, Mention, Scene
from kg.moments import Moment
from kg.phrasings import Match, find

FACTS: tuple[type[Fact], ...] = (
    card.Card,
    disallowed_goal.DisallowedGoal,
    goal.Goal,
    line_up.LineUp,
    manager.Management,
    match.MatchFact,
    membership.Membership,
    penalty.PenaltyKick,
    position.Position,
    standing.Standing,
    substitution.Substitution,
    woodwork.WoodworkHit,
)
# The events that are told by phrasings: the stem of the module and of its phrasings.
Teller = Callable[[Match, Moment | None, Evidence], MatchEvent | None]
EVENTS: Mapping[str, Teller] = {
    "card": card.tell,
    "disallowed_goal": disallowed_goal.tell,
    "penalty": penalty.tell,
    "substitution": substitution.tell,
    "woodwork": woodwork.tell,
}
KINDS = ("goal", *EVENTS)
DENIALS = frozenset({Standing.ASSERTED, Standing.NEGATED, Standing.HYPOTHETICAL})
KEEPER = 0.4  # what a goal of a goalkeeper weighs
CAPTION = 0.5  # what a caption's telling weighs


@dataclass(frozen=True)
class Tellings:
    """Everything the sentences of a report tell, before it is weighed."""

    sentences: tuple[Analysis, ...]
    results: tuple[ResultTold, ...]
    goals: tuple[GoalTold, ...]
    events: tuple[MatchEvent, ...]
    bonds: tuple[Bond, ...]
    leanings: tuple[Leaning, ...]
    rejected: tuple[Rejected, ...]


def find_tellings(scene: Scene) -> Tellings:
    """Everything the sentences of a report tell."""
    goals: list[GoalTold] = []
    events: list[MatchEvent] = []
    rejected: list[Rejected] = []
    sheet = tell_sheet(scene)
    sentences = analyse(scene, (*KINDS, *spot.KINDS))
    relations = [*sheet.relations, *relations_in_prose(scene, sentences)]
    asides = find_asides(scene)
    keepers = goalkeepers(scene)
    clock = tell_time(scene.document, asides)
    award: spot.Award | None = None
    again = spot.taken_again(scene.document.sentences)
    for here in sentences:
        sentence, frames = here.sentence, here.frames
        evidence = evidence_of(scene.document.report.id, sentence)
        moments = clock[sentence.number]
        read = [(kind, telling) for kind in KINDS for telling in find(kind, frames)]
        awards = spot.awards_in(frames)
        award = spot.award_after(award, sentence, awards)
        kicks = spot.kicks_of(award, sentence, frames, moments)
        read = spot.with_kicks(read, kicks, awards)
        found = [(kind, telling) for kind, telling in read if not aside_of(telling, asides)]
        rejected += reject(read, asides, scene, evidence)
        timed = attach([t for _, t in found if not t.phrasing.untimed], moments)
        award = spot.timed_by(award, moments, timed)
        void = [(kind, t) for kind, t in found if spot.is_void(kind, t, again)]
        rejected += [Rejected(kind, RETAKEN, evidence) for kind, _ in void]
        found = [told for told in found if told not in void]
        tried = [
            (telling, spot.goal_of(award, telling, said))
            for telling, said in tell_goals(found, timed, here.mentions, evidence, keepers)
        ]
        goals += [said for telling, said in tried if is_asserted(telling)]
        for telling, told in substitution.paired(tell_events(found, timed, scene, evidence)):
            event, left = without_unscored(telling, told, tried, goals)
            taken = (g for g in goals if g not in left)
            rejected += [Rejected("goal", told.word, g.evidence, goal.to_event(g)) for g in taken]
            goals = left
            if event is not None:
                events.append(spot.kick_of(award, event))
                relations += relations_of_event(telling, event, scene)
        relations += relations_in_play(scene, here)
        award = spot.left_of(award, found, [(t, minute_of(t, timed)) for _, t in void])
    relations += [r for goal_told in goals for r in spot.relations_of_kick(goal_told)]
    relations += [r for event in events for r in spot.relations_of_kick(event)]
    return Tellings(
        sentences=sentences,
        results=tuple(told for here in sentences for told in tell_results(scene, here)),
        goals=(*sheet.goals, *goals),
        events=(*sheet.events, *events),
        bonds=tuple(r for r in relations if isinstance(r, Bond)),
        leanings=tuple(r for r in relations if isinstance(r, Leaning)),
        rejected=(*rejected, *sheet.rejected),
    )


Found = Sequence[tuple[str, Match]]  # the kind of a fact, and what tells of one


def goalkeepers(scene: Scene) -> frozenset[Entity]:
    """Who is called a goalkeeper: "Brevik goalkeeper Jesper Hansen"."""
    said = (m for m in scene.mentions if m.named and m.traits.role == "goalkeeper")
    return frozenset(m.entity for m in said if m.entity)


def tell_goals(
    found: Found,
    timed: Timed,
    mentions: Sequence[Mention],
    evidence: Evidence,
    keepers: frozenset[Entity],
) -> list[tuple[Match, GoalTold]]:
    """The goals that a sentence tells of, also those that were none."""
    told = []
    triggers = frozenset(
        t.frame.trigger.index for kind, t in found if kind == "goal" and "scorer" in t.parts
    )
    for telling in (telling for kind, telling in found if kind == "goal"):
        sentence = telling.frame.sentence
        moment = minute_of(telling, timed)
        said = goal.tell(telling, mentions, moment, evidence, triggers)
        if said and sentence.block.kind is BlockKind.CAPTION:
            said = goal.weaken(said, CAPTION)
        if said and said.scorer in keepers and said.kind != "own_goal":
            said = goal.weaken(said, KEEPER)
        told += [(telling, said)] if said else []
    return goal.own_goals_first(told)


def tell_events(
    found: Found, timed: Timed, scene: Scene, evidence: Evidence
) -> Iterator[tuple[Match, MatchEvent]]:
    """The other events that a sentence tells of."""
    for kind, telling in found:
        if kind != "goal" and is_asserted(telling) and not is_of_another_match(telling, scene):
            moment = minute_of(telling, timed)
            event = EVENTS[kind](players_of(telling, scene), moment, evidence)
            if event is not None:
                yield telling, event


def aside_of(telling: Match, asides: Sequence[Aside]) -> str | None:
    """Why what a telling tells is none of the match, if it stands in an aside."""
    return beside(asides, telling.frame.trigger.start)


def reject(
    found: Found, asides: Sequence[Aside], scene: Scene, evidence: Evidence
) -> Iterator[Rejected]:
    """What a sentence tells of that is none of the match, did not happen, or is of nobody known."""
    for kind, telling in found:
        event = imagined(kind, telling, scene, evidence)
        if aside := aside_of(telling, asides):
            yield Rejected(kind, aside, evidence, event)
        elif not is_asserted(telling) and telling.frame.standing is not Standing.ASSERTED:
            yield Rejected(kind, telling.frame.standing, evidence, event)
        elif event is None:
            yield Rejected(kind, NOBODY, evidence)


def imagined(kind: str, telling: Match, scene: Scene, evidence: Evidence) -> MatchEvent | None:
    """What a telling would tell if it were to be believed, its minute left aside."""
    if kind != "goal":
        return EVENTS[kind](players_of(telling, scene), None, evidence)
    said = goal.tell(telling, scene.of(telling.frame.sentence.number), None, evidence)
    return goal.to_event(said) if said else None


def is_asserted(telling: Match) -> bool:
    """Whether a telling tells what happened; "did not count" is told by its negation.

    What could not be prevented happened: "Hansen could do nothing to stop Kaba heading in".
    """
    if telling.phrasing.gives.get("denied"):
        return telling.frame.standing in DENIALS
    wanted = Standing.NEGATED if telling.phrasing.gives.get("negated") else Standing.ASSERTED
    return telling.frame.standing is wanted


def is_of_another_match(telling: Match, scene: Scene) -> bool:
    """Whether the words behind name another opponent: "was sent off in the win over Norheim"."""
    tail = telling.frame.tail
    teams = {m.head: m.entity for m in telling.frame.mentions.values() if m.kind is Kind.TEAM}
    return bool(scene.sides.pair) and any(
        one.lower in ("against", "over", "at", "with")
        and teams.get(other.index) not in (None, *scene.sides.pair)
        for one, other in pairwise(tail)
    )


def players_of(telling: Match, scene: Scene) -> Match:
    """The telling without managers and officials: who "replaced Kaba with Gomes" is none."""
    roles = {m.entity for m in scene.mentions if m.named and m.traits.role in NO_PLAYERS}
    others = roles | set(scene.sides.manager_of)
    parts = {part: m for part, m in telling.parts.items() if m.entity not in others}
    return replace(telling, parts=parts)

"""The goals of other matches: "Soldal also scored in last week's 3-1 defeat at Norheim".

They are chosen as those of the report's match are, as one consistent reading of all that it tells
of theirs; a goal is of the match that its sentence tells, or that one before it in its paragraph
told last.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.facts import Tellings
from kg.facts.base import Rejected
from kg.facts.goal import Goal
from kg.facts.goal.told import GoalTold
from kg.facts.match import MatchFact
from kg.mentions import Entity, Scene
from kg.reconcile.choice.goals import to_goals
from kg.reconcile.choice.placing import Outcome
from kg.reconcile.choice.pulls import Pull, find_pulls
from kg.reconcile.choice.sides import TRUST, Choice, Told, choose
from kg.reconcile.reading import Passage

PLAYS = 10.0  # how far who plays for a side of the report's match is drawn to it in another one

Sides = Mapping[Entity, Entity]


def passages_beside(
    scene: Scene, told: Tellings, others: Sequence[MatchFact], choice: Choice, team_of: Sides
) -> tuple[Passage, ...]:
    """The other matches of which a report tells goals.

    Args:
        scene: the report with everybody in it.
        told: everything that its sentences tell.
        others: the other played matches that it mentions.
        choice: what was chosen of its own match.
        team_of: the side of each player of its own match.
    """
    taken = {id(telling) for goal in choice.goals for telling in goal.told}
    left = [t for t in told.goals if id(t) not in taken and t.scorer and t.scorer not in team_of]
    goals: dict[int, list[GoalTold]] = {}
    for t in (*told.elsewhere.goals, *left):
        of = match_of(t, scene, others)
        if of is not None and may_play(t.scorer, others[of], team_of):
            goals.setdefault(of, []).append(t)
    found = (passage_on(others[of], scene, told, goals[of], team_of) for of in sorted(goals))
    return tuple(passage for passage in found if passage.events)


def is_told_beside(rejected: Rejected, passages: Sequence[Passage]) -> bool:
    """Whether what was no goal of the report's match is one of another that it tells."""
    if not isinstance(rejected.event, Goal):
        return False
    scorer = rejected.event.scorer
    goals = (goal for passage in passages for goal in passage.events if isinstance(goal, Goal))
    return any(g.scorer == scorer and rejected.evidence in g.evidence for g in goals)


def match_of(told: GoalTold, scene: Scene, matches: Sequence[MatchFact]) -> int | None:
    """Which of some matches a goal is of, if one alone is told of where it stands."""
    sentences = scene.document.sentences
    for sentence in reversed(sentences[: told.place + 1]):
        if sentence.block.start != told.block:
            return None
        here = [n for n, match in enumerate(matches) if is_told(match, sentence.start)]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def is_told(match: MatchFact, start: int) -> bool:
    """Whether the sentence at an offset tells of a match that two teams played."""
    return None not in match.teams and any(said.start == start for said in match.evidence)


def may_play(scorer: Entity | None, match: MatchFact, team_of: Sides) -> bool:
    """Whether somebody may be of a match: who plays for no side of it is not."""
    return scorer is None or team_of.get(scorer) in (None, *match.teams)


def passage_on(
    match: MatchFact,
    scene: Scene,
    told: Tellings,
    goals: Sequence[GoalTold],
    team_of: Sides,
) -> Passage:
    """A match with those of its goals whose side is clear."""
    pair = tuple(team for team in match.teams if team)
    people = {person for t in goals for person in (t.scorer, t.assist) if person}
    pulls = [p for p in pulls_to(pair, scene, told, goals) if p.person in people]
    pulls += drawn_to_own(people, pair, team_of)
    drawn = {p.person for p in pulls} | {t.scorer for t in goals if t.gains in pair}
    bonds = (b for b in told.elsewhere.bonds if people.issuperset((b.one, b.other)))
    won = None if match.winner is None else match.winner == pair[0]
    outcome = Outcome(pair, match.score, won, frozenset())
    choice = choose(Told(outcome, tuple(pulls), tuple(bonds), tuple(goals)))
    sure = [g for g in choice.goals if g.scorer in drawn and choice.margin[g.scorer] >= TRUST]
    return Passage(match, to_goals(sure, pair, choice.first_side))


def pulls_to(
    pair: tuple[Entity, ...], scene: Scene, told: Tellings, goals: Sequence[GoalTold]
) -> tuple[Pull, ...]:
    """What draws people to the sides of another match, its results taken for the report's own."""
    ended = (r for r in told.results if r.holder in pair and r.outcome)
    results = (replace(r, other_day=False) for r in ended)
    leanings = (*told.leanings, *told.elsewhere.leanings)
    beside = replace(told, results=tuple(results), goals=tuple(goals), leanings=leanings)
    return find_pulls(scene, beside, pair)


def drawn_to_own(
    people: Collection[Entity], pair: tuple[Entity, ...], team_of: Sides
) -> Iterator[Pull]:
    """Who plays for a side of the report's match plays for it in the other one too."""
    for person in sorted(people, key=lambda one: (one.name, one.of)):
        if (team := team_of.get(person)) in pair:
            yield Pull(person, PLAYS if team == pair[0] else -PLAYS)

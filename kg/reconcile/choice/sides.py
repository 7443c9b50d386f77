"""Who plays for whom, and which goals there were, with how far to trust each side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from networkx.utils import UnionFind

from kg.facts.goal.told import GoalTold
from kg.facts.relations import Bond
from kg.mentions import Entity
from kg.reconcile.choice.candidates import GAINS
from kg.reconcile.choice.course import gainers
from kg.reconcile.choice.model import ChosenGoal, Model
from kg.reconcile.choice.placing import MISFIT, Outcome
from kg.reconcile.choice.pulls import Pull
from kg.reconcile.choice.twins import NEARBY

ASSIST = 4.0  # how far scorer and the one whose ball he turned in hold together
BREAKS_SCORE = 2.0  # what it costs that a side has more goals than its score
TRUST = 0.3  # margin from which a person's side is told


@dataclass(frozen=True)
class Told:
    """What a report tells of its match: how it went, who is drawn to whom, and its goals."""

    match: Outcome
    pulls: tuple[Pull, ...]
    bonds: tuple[Bond, ...]
    goals: tuple[GoalTold, ...]

    @property
    def people(self) -> tuple[Entity, ...]:
        """All of whom something is told, by name."""
        pulled = {pull.person for pull in self.pulls}
        bound = {person for bond in self.bonds for person in (bond.one, bond.other)}
        scored = {person for t in self.goals for person in (t.scorer, t.assist) if person}
        return tuple(sorted(pulled | bound | scored, key=lambda person: (person.name, person.of)))

    @property
    def all_bonds(self) -> tuple[Bond, ...]:
        """The bonds, and those of each scorer with the one whose ball he turned in."""
        assists = (
            Bond(t.scorer, t.assist, True, ASSIST) for t in self.goals if t.scorer and t.assist
        )
        return (*self.bonds, *assists)


@dataclass(frozen=True)
class Choice:
    """What was chosen: who plays for the first side, how far to trust it, and the goals."""

    first_side: Mapping[Entity, bool]
    margin: Mapping[Entity, float]
    goals: tuple[ChosenGoal, ...] = ()


def choose(told: Told) -> Choice:
    """The most plausible consistent reading."""
    model = Model(told.match, told.people, told.goals)
    for person, weight in drawn(told.pulls).items():
        model.add_pull(person, weight)
    for (one, other), weight in bound(told.all_bonds).items():
        model.add_bond(one, other, weight)
    model.add_goals()
    solution = model.solve()
    if solution is None:
        return Choice({}, {})
    first_side, goals = solution
    return Choice(first_side, trust(first_side, told, goals), goals)


def drawn(pulls: Iterable[Pull]) -> Mapping[Entity, float]:
    """How far all that is told of each person draws him to the first side."""
    found: dict[Entity, float] = {}
    for pull in pulls:
        found[pull.person] = found.get(pull.person, 0.0) + pull.weight
    return found


def bound(bonds: Iterable[Bond]) -> Mapping[tuple[Entity, Entity], float]:
    """How far all that is told of two people holds them together (positive) or apart."""
    found: dict[tuple[Entity, Entity], float] = {}
    for bond in bonds:
        two = (bond.one, bond.other)
        two = two[::-1] if two[::-1] in found else two
        found[two] = found.get(two, 0.0) + (bond.weight if bond.same else -bond.weight)
    return found


def trust(
    first: Mapping[Entity, bool], told: Told, goals: Sequence[ChosenGoal]
) -> dict[Entity, float]:
    """How much worse the reading gets if a person changes sides.

    He does so alone, or with all who hang together with him, whichever costs less. Two who play
    together and of whom nothing else is told may be of either team: their bond says nothing of
    their side.
    """
    anchored = anchors(first, told, goals)
    alone = dict.fromkeys(first, 0.0)
    groups = UnionFind(first)
    for bond in told.all_bonds:
        kept = (first[bond.one] == first[bond.other]) == bond.same
        for person in (bond.one, bond.other):
            alone[person] += bond.weight if kept else -bond.weight
        groups.union(bond.one, bond.other)
    together: dict[Entity, float] = {}
    for members in groups.to_sets():
        worth = sum(anchored[person] for person in members)
        if told.match.score and breaks_score(members, goals, told.match.score):
            worth += BREAKS_SCORE
        together |= dict.fromkeys(members, worth)
    return {person: min(alone[person] + anchored[person], together[person]) for person in first}


def anchors(
    first: Mapping[Entity, bool], told: Told, goals: Sequence[ChosenGoal]
) -> dict[Entity, float]:
    """How far each person is held to his side by himself: by pulls, and by the goals he scored.

    A consolation in a 3-1 win can only be of those who lost.
    """
    anchored = dict.fromkeys(first, 0.0)
    for pull in told.pulls:
        anchored[pull.person] += pull.weight if first[pull.person] else -pull.weight
    for goal in goals:
        for t in goal.told:
            if t.gains in told.match.pair:
                is_right = (t.gains == told.match.pair[0]) == goal.gained
                weight = GAINS if t.scorer else NEARBY
                anchored[goal.scorer] += weight if is_right else -weight
            if told.match.score and gainers(t, told.match.score) == {goal.gained}:
                anchored[goal.scorer] += MISFIT
    return anchored


def breaks_score(members: set[Entity], goals: Sequence[ChosenGoal], score: tuple[int, int]) -> bool:
    """Whether a side would have too many goals if these people changed sides."""
    after = [goal.gained != (goal.scorer in members) for goal in goals]
    return sum(after) > score[0] or len(after) - sum(after) > score[1]

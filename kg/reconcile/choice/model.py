"""The exact model of a report: the sides of its people and its goals, weighed together.

Every sentence proposes, with a weight; the model chooses the consistent whole that keeps most. A
person plays for one side; scorer and assister for the same, scorer and beaten goalkeeper for two;
each telling is of at most one of the goals there may have been (`candidates`); the goals of a side
are no more than its score; what a goal did to the score must be true in the course of the match
(`placing`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from kg.facts.base import Evidence
from kg.facts.goal.told import GoalTold
from kg.mentions import Entity
from kg.phrasings.moments import Moment
from kg.reconcile.choice.candidates import Candidates
from kg.reconcile.choice.placing import Outcome, place_goals
from kg.reconcile.choice.weighing import Slot, Weighing

RIGHT_NTH = 1.5  # "his second" is told of his second goal, "added a third" not of his first
OTHERS = 0.3  # the share a telling weighs for a goal of another than it seems to tell of
TEAM_ALONE = 0.5  # what a telling weighs that names no scorer, as a share
ANYBODY = 0.2  # and one that names no team either: "the opener came in the 12th minute"
OF_FIRST = 0.001  # of readings as good as each other, the one with more people of the first side


@dataclass(frozen=True)
class ChosenGoal:
    """A goal that the model chose: its scorer, whether the first side gained it, what tells it.

    `late` is the minute that a sentence tells which is no telling of it, with that sentence.
    """

    scorer: Entity
    gained: bool
    told: tuple[GoalTold, ...]
    late: tuple[Moment, Evidence] | None = None


class Model(Weighing):
    """Variables, rules and rewards for one report."""

    def __init__(
        self,
        match: Outcome,
        people: Iterable[Entity],
        told: Sequence[GoalTold],
    ) -> None:
        """Take the two sides and how it ended, all who may play, the tellings of goals."""
        super().__init__()
        self.match, self.told = match, told
        self.side = {person: self.literal(f"side {person.name}") for person in people}
        for side in self.side.values():
            self.reward(OF_FIRST, side)
        self.slots: list[Slot] = []

    def add_pull(self, person: Entity, weight: float) -> None:
        """Draw a person to the first side, or, with a negative weight, to the second."""
        self.reward(weight, self.side[person])

    def add_bond(self, one: Entity, other: Entity, weight: float) -> None:
        """Hold two people together, or, with a negative weight, apart."""
        kept, side = self.literal(), self.side[one]
        beside = self.side[other] if weight > 0 else ~self.side[other]
        self.rules.add_bool_or(~kept, ~side, beside)
        self.rules.add_bool_or(~kept, side, ~beside)
        self.reward(abs(weight), kept)

    def add_goals(self) -> None:
        """Add the goals there may have been, each telling of at most one of them."""
        self.slots = list(Candidates(self, self.match, self.side, self.told).slots())
        for i, telling in enumerate(self.told):
            slots = [slot for slot in self.slots if i in slot.assigned]
            places = [slot.assigned[i] for slot in slots]
            self.rules.add(cp_model.LinearExpr.sum(places) <= telling.several)
            if telling.several > 1:
                is_taken = self.literal()
                self.rules.add_bool_or(*places, ~is_taken)
                self.reward(telling.weight, is_taken)
                for slot in slots:
                    if slot.number + 1 == telling.several:
                        self.reward(RIGHT_NTH, slot.assigned[i])
                continue
            for slot in slots:
                self.reward(worth(telling, slot), slot.assigned[i])
        if self.match.score:
            self.limit_to_score(self.match.score)
        place_goals(self, self.slots, self.told, self.match)

    def limit_to_score(self, score: tuple[int, int]) -> None:
        """No side has more goals than the score gives it."""
        firsts, seconds = [], []
        for slot in self.slots:
            firsts.append(self.both(slot.opened, slot.gained))
            seconds.append(self.both(slot.opened, ~slot.gained))
        self.rules.add(cp_model.LinearExpr.sum(firsts) <= score[0])
        self.rules.add(cp_model.LinearExpr.sum(seconds) <= score[1])

    def solve(self) -> tuple[dict[Entity, bool], tuple[ChosenGoal, ...]] | None:
        """Who plays for the first side, and the goals; None if no reading is consistent."""
        solver = self.best()
        if solver is None:
            return None
        first_side = {person: bool(solver.value(side)) for person, side in self.side.items()}
        opened = (slot for slot in self.slots if solver.value(slot.opened))
        return first_side, tuple(chosen(slot, solver, self.told) for slot in opened)


def worth(telling: GoalTold, slot: Slot) -> float:
    """What it is worth that a telling is of a goal."""
    if telling.scorer is None:
        return (TEAM_ALONE if telling.gains else ANYBODY) * telling.weight
    share = 1 if telling.scorer == slot.scorer else OTHERS
    is_right = telling.nth == slot.number + 1 or (slot.number > 0 and telling.is_further)
    return share * telling.weight + (RIGHT_NTH if is_right else 0)


def chosen(slot: Slot, solver: cp_model.CpSolver, told: Sequence[GoalTold]) -> ChosenGoal:
    """A goal as the solver chose it."""
    tellings = (told[i] for i, literal in slot.assigned.items() if solver.value(literal))
    return ChosenGoal(slot.scorer, bool(solver.value(slot.gained)), tuple(tellings))

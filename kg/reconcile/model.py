"""The exact model of a report: the sides of its people and its goals, weighed together.

Every sentence proposes, with a weight; the model chooses the consistent whole that keeps most. A
person plays for one side; scorer and assister for the same, scorer and beaten goalkeeper for two;
the goals of a side are no more than its score; tellings that disagree on the minute are not one
goal; what a goal did to the score must be true in the course of the match (`placing`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

from kg.facts.goal_told import GoalTold
from kg.mentions import Entity
from kg.reconcile.placing import Outcome, place_goals
from kg.reconcile.twins import contradict, interrupted, likeness
from kg.reconcile.weighing import Slot, Weighing

MOST_GOALS = 5  # of one player
OPENING = 1.5  # what a first goal of a player must be worth to be told
REOPENING = 3.0  # what another goal of his must be worth
FILLS_SCORE = 1.5  # a goal that the score asks for
SEVERAL = 4.0  # "his double" speaks for a second goal, "his hat-trick" for three
NAMED = 1.5  # what it costs that nobody names the scorer: "the Dane doubled the lead"
RIGHT_NTH = 1.5  # "his second" is told of his second goal
OTHERS = 0.3  # the share a telling weighs for a goal of another than it seems to tell of
TEAM_ALONE = 0.5  # what a telling weighs that names no scorer, as a share
ANYBODY = 0.2  # and one that names no team either: "the opener came in the 12th minute"
GAINS = 3.0  # "Scholz had put Hallvik ahead"
OF_FIRST = 0.001  # of readings as good as each other, the one with more people of the first side


@dataclass(frozen=True)
class ChosenGoal:
    """A goal that the model chose: its scorer, whether the first side gained it, what tells it."""

    scorer: Entity
    gained: bool
    told: tuple[GoalTold, ...]


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
        scorers = {(t.scorer, t.kind == "own_goal") for t in self.told if t.scorer}
        for scorer, own in sorted(scorers, key=lambda s: (s[0].name, s[0].of, s[1])):
            self.add_goals_of(scorer, own)
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

    def add_goals_of(self, scorer: Entity, own: bool) -> None:
        """Add as many goals of one player as his tellings may tell, the first opened first."""
        mine = [t for t in self.told if t.scorer == scorer and (t.kind == "own_goal") == own]
        several = max((max(t.several, t.nth) for t in mine if t.named), default=1)
        apart = len({(t.place, t.moment and t.moment.minute) for t in mine})
        before: Slot | None = None
        for n in range(min(MOST_GOALS, max(apart, several))):
            slot = self.add_slot(scorer, own, n)
            if before is not None:
                self.rules.add_implication(slot.opened, before.opened)
            cost = OPENING if n == 0 else REOPENING
            self.reward((FILLS_SCORE if self.match.score else 0) - cost, slot.opened)
            if 0 < n < several:
                self.reward(SEVERAL, slot.opened)
            self.keep_apart(slot)
            self.slots.append(slot)
            before = slot

    def add_slot(self, scorer: Entity, own: bool, number: int) -> Slot:
        """Add one goal of a player; some telling that names him is of it if it is opened."""
        opened = self.literal(f"{scorer.name} {number}")
        gained = self.literal(f"gain {scorer.name} {number}")
        self.rules.add(gained == (1 - self.side[scorer] if own else self.side[scorer]))
        slot = Slot(
            scorer,
            own,
            number,
            opened,
            gained,
            {
                i: self.assign(telling, opened, gained)
                for i, telling in enumerate(self.told)
                if self.may_tell(telling, scorer, own)
                and (telling.named or telling.nth <= number + 1)
            },
        )
        mine = {i: t for i in slot.assigned if (t := self.told[i]).scorer == scorer}
        self.rules.add_bool_or(*(slot.assigned[i] for i in mine), ~opened)
        if number == 0:
            is_named = self.literal()
            named = (slot.assigned[i] for i, t in mine.items() if t.named)
            self.rules.add_bool_or(*named, ~opened, is_named)
            self.reward(-NAMED, is_named)
        return slot

    def may_tell(self, telling: GoalTold, scorer: Entity, own: bool) -> bool:
        """Whether a telling may be of a goal of this player: it names him, or nobody, or a side.

        Who gave the pass did not score.
        """
        if telling.assist == scorer:
            return False
        if telling.scorer is None:
            return telling.gains is None or telling.gains in self.match.pair
        is_of_kind = (telling.kind == "own_goal") == own
        return is_of_kind and (telling.scorer == scorer or not telling.named)

    def assign(
        self, telling: GoalTold, opened: cp_model.IntVar, gained: cp_model.IntVar
    ) -> cp_model.IntVar:
        """A literal for a telling being of a goal; it then tells, or suggests, who gained it."""
        chosen = self.literal()
        self.rules.add_implication(chosen, opened)
        if telling.gains in self.match.pair:
            is_first = int(telling.gains == self.match.pair[0])
            agree = self.literal() if telling.scorer else chosen
            self.rules.add(gained == is_first).only_enforce_if(agree)
            if telling.scorer:
                self.rules.add_implication(agree, chosen)
                self.reward(GAINS, agree)
        return chosen

    def keep_apart(self, slot: Slot) -> None:
        """Tellings that contradict each other are of two goals; neighbours are rather of one."""
        for (i, one), (j, other) in combinations(slot.assigned.items(), 2):
            if contradict(self.told[i], self.told[j]):
                self.rules.add(one + other <= 1)
                continue
            weight = likeness(self.told[i], self.told[j])
            weight -= interrupted(self.told[i], self.told[j], self.told)
            if weight:
                self.reward(weight, self.both(one, other))

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
    return share * telling.weight + (RIGHT_NTH if telling.nth == slot.number + 1 else 0)


def chosen(slot: Slot, solver: cp_model.CpSolver, told: Sequence[GoalTold]) -> ChosenGoal:
    """A goal as the solver chose it."""
    tellings = (told[i] for i, literal in slot.assigned.items() if solver.value(literal))
    return ChosenGoal(slot.scorer, bool(solver.value(slot.gained)), tuple(tellings))

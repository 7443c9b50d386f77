"""The goals there may have been: for each who may have scored, as many as his tellings may tell.

A candidate costs something, so that it is chosen only where what tells it is worth more; tellings
that contradict each other are of two, and one that names nobody may be of anybody's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

from kg.facts.goal.told import GoalTold
from kg.mentions import Entity
from kg.reconcile.choice.course import exclude_each_other
from kg.reconcile.choice.interrupted import interrupted
from kg.reconcile.choice.placing import Outcome
from kg.reconcile.choice.twins import contradict, likeness
from kg.reconcile.choice.weighing import Slot, Weighing

MOST_GOALS = 5  # of one player
OPENING = 1.5  # what a first goal of a player must be worth to be told
REOPENING = 3.0  # what another goal of his must be worth
FILLS_SCORE = 1.5  # a goal that the score asks for
SEVERAL = 4.0  # "his double" speaks for a second goal, "his hat-trick" for three
NAMED = 1.5  # what it costs that nobody names the scorer: "the Dane doubled the lead"
GAINS = 3.0  # "Soldal had put Hallvik ahead"


@dataclass(frozen=True)
class Candidates:
    """What the goals of a match are sought in: its tellings, and the side of each player."""

    model: Weighing
    match: Outcome
    side: Mapping[Entity, cp_model.IntVar]
    told: Sequence[GoalTold]

    def slots(self) -> Iterator[Slot]:
        """Every goal there may have been, by who scored it; his own goals behind the others."""
        scorers = {(t.scorer, t.kind == "own_goal") for t in self.told if t.scorer}
        for scorer, own in sorted(scorers, key=lambda s: (s[0].name, s[0].of, s[1])):
            yield from self.slots_of(scorer, own)

    def slots_of(self, scorer: Entity, own: bool) -> Iterator[Slot]:
        """As many goals of one player as his tellings may tell, the first opened first."""
        mine = [t for t in self.told if t.scorer == scorer and (t.kind == "own_goal") == own]
        several = max((max(t.several, t.nth) for t in mine if t.named), default=1)
        before: Slot | None = None
        for n in range(min(MOST_GOALS, max(self.apart(mine), several))):
            slot = self.slot(scorer, own, n)
            if before is not None:
                self.model.rules.add_implication(slot.opened, before.opened)
            cost = OPENING if n == 0 else REOPENING
            self.model.reward((FILLS_SCORE if self.match.score else 0) - cost, slot.opened)
            if 0 < n < several:
                self.model.reward(SEVERAL, slot.opened)
            self.keep_apart(slot)
            yield slot
            before = slot

    def apart(self, mine: Sequence[GoalTold]) -> int:
        """How many goals the tellings of one player may be of: those that agree are of one."""
        groups: list[list[GoalTold]] = []
        for one in mine:
            group = next((g for g in groups if all(self.agree(one, o) for o in g)), None)
            if group is None:
                groups.append([one])
            else:
                group.append(one)
        return len(groups)

    def agree(self, one: GoalTold, other: GoalTold) -> bool:
        """Whether nothing speaks for two tellings of one player being of two goals."""
        if one.place != other.place and any(t.effects or t.score for t in (one, other)):
            return False
        if self.are_two(one, other):
            return False
        return likeness(one, other) >= interrupted(one, other, self.told)

    def are_two(self, one: GoalTold, other: GoalTold) -> bool:
        """Whether two tellings cannot be of one goal, by themselves or by how the match ended."""
        score = self.match.score
        is_parted = score is not None and exclude_each_other(one, other, score)
        return is_parted or contradict(one, other)

    def slot(self, scorer: Entity, own: bool, number: int) -> Slot:
        """One goal of a player; some telling that names him is of it if it is opened."""
        opened = self.model.literal(f"{scorer.name} {number}")
        gained = self.model.literal(f"gain {scorer.name} {number}")
        self.model.rules.add(gained == (1 - self.side[scorer] if own else self.side[scorer]))
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
        self.model.rules.add_bool_or(*(slot.assigned[i] for i in mine), ~opened)
        if number == 0:
            is_named = self.model.literal()
            named = (slot.assigned[i] for i, t in mine.items() if t.named)
            self.model.rules.add_bool_or(*named, ~opened, is_named)
            self.model.reward(-NAMED, is_named)
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
        chosen = self.model.literal()
        self.model.rules.add_implication(chosen, opened)
        if telling.gains in self.match.pair:
            is_first = int(telling.gains == self.match.pair[0])
            agree = self.model.literal() if telling.scorer else chosen
            self.model.rules.add(gained == is_first).only_enforce_if(agree)
            if telling.scorer:
                self.model.rules.add_implication(agree, chosen)
                self.model.reward(GAINS, agree)
        return chosen

    def keep_apart(self, slot: Slot) -> None:
        """Tellings that contradict each other are of two goals; neighbours are rather of one."""
        for (i, one), (j, other) in combinations(slot.assigned.items(), 2):
            if self.are_two(self.told[i], self.told[j]):
                self.model.rules.add(one + other <= 1)
                continue
            weight = likeness(self.told[i], self.told[j])
            weight -= interrupted(self.told[i], self.told[j], self.told)
            if weight:
                self.model.reward(weight, self.model.both(one, other))

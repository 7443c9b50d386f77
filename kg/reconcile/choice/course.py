"""The course of the score: which goal made it 1-0, which 1-1, and so on to the end.

A match that ended 2-1 went one of three ways from 0-0, a goal of one side at a time. Each way is a
path of steps; the model chooses one, and puts the goals of which something is told on its steps:
"Kaba equalised" is of the step to 1-1, and its side is the one that was behind. Where no final
score is told, the path ends where the goals leave off.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ortools.sat.python import cp_model

from kg.facts.goal.effect import Effect
from kg.facts.goal.told import GoalTold

REMEMBERED = 4096  # goals told of the matches before


class Step(NamedTuple):
    """A goal that makes it `first` to `second`, of the first side or of the second."""

    first: int
    second: int
    gained: bool

    @property
    def goals(self) -> int:
        """How many goals there were after it."""
        return self.first + self.second

    @property
    def before(self) -> tuple[int, int]:
        """The score before it."""
        return self.first - self.gained, self.second - (not self.gained)

    def leads(self, first: bool) -> bool:
        """Whether the first side leads after it, or the second."""
        return self.first > self.second if first else self.second > self.first

    def allows(self, effect: Effect) -> bool:
        """Whether it may have had an effect."""
        score = (self.first, self.second)
        return effect.allows(*(score if self.gained else score[::-1]))

    def fits(self, told: Iterable[Effect], running: tuple[int, int] | None) -> bool:
        """Whether it may have had effects and made a running score, given from either side."""
        score = (self.first, self.second)
        is_score = running is None or running in (score, score[::-1])
        return is_score and all(self.allows(effect) for effect in told)

    def ends(self, told: Iterable[Effect], final: tuple[int, int]) -> bool:
        """Whether it may have had effects, by how the match ended: "got the winner"."""
        own, score = (self.first, final) if self.gained else (self.second, final[::-1])
        return all(effect.allows_end(own, score) for effect in told)


@dataclass(frozen=True)
class Course:
    """The steps there may have been, each with the literal that it was, and who won in the end.

    `final` is how it ended, where that is told.
    """

    was: Mapping[Step, cp_model.IntVar]
    first_won: cp_model.IntVar
    second_won: cp_model.IntVar
    final: tuple[int, int] | None

    def fitting(self, told: GoalTold) -> Iterator[Step]:
        """The steps that may be the goal of a telling."""
        fitting = (step for step in self.was if step.fits(told.effects, told.score))
        return (s for s in fitting if not self.final or s.ends(told.effects, self.final))


def steps_to(most: tuple[int, int]) -> tuple[Step, ...]:
    """All steps that lie on some way from 0-0 to a score."""
    return tuple(
        Step(first, second, gained)
        for first, second in scores_to(most)
        for gained in (True, False)
        if (first if gained else second)
    )


def scores_to(most: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """All scores on some way from 0-0 to a score."""
    return tuple((first, second) for first in range(most[0] + 1) for second in range(most[1] + 1))


def gainers(told: GoalTold, final: tuple[int, int]) -> frozenset[bool]:
    """Which sides may have gained a goal by what is said of the score: the first, the second."""
    return frozenset(step.gained for step in steps_of(told, final))


def steps_of(told: GoalTold, final: tuple[int, int]) -> frozenset[Step]:
    """Which steps to a final score may be the goal of a telling."""
    return steps_with(told.effects, told.score, final)


@lru_cache(REMEMBERED)
def steps_with(
    told: tuple[Effect, ...], running: tuple[int, int] | None, final: tuple[int, int]
) -> frozenset[Step]:
    """Which steps to a final score may have had effects and made a running score."""
    fitting = (step for step in steps_to(final) if step.fits(told, running))
    return frozenset(step for step in fitting if step.ends(told, final))


def exclude_each_other(one: GoalTold, other: GoalTold, final: tuple[int, int]) -> bool:
    """Whether two tellings cannot be of one goal of a match: the opener and the winner of a 2-1."""
    if not all(told.effects or told.score for told in (one, other)):
        return False
    mine, its = steps_of(one, final), steps_of(other, final)
    return bool(mine and its) and not mine & its


def add_course(
    rules: cp_model.CpModel, most: tuple[int, int], *, goals: int, ended: bool
) -> Course:
    """Add the ways from 0-0 to a score, or, unless it `ended` so, to any score on the way.

    There were no more than so many `goals` on it.
    """
    was = {step: rules.new_bool_var("") for step in steps_to(most) if step.goals <= goals}
    scores = [score for score in scores_to(most) if sum(score) <= goals]
    ends = {score: rules.new_bool_var("") for score in scores}
    for score, end in ends.items():
        here = [was[step] for step in was if (step.first, step.second) == score]
        onward = [was[step] for step in was if step.before == score]
        rules.add(sum(here) + int(score == (0, 0)) == sum(onward) + end)
    if ended:
        rules.add(ends[most] == 1)
    first_won, second_won = rules.new_bool_var(""), rules.new_bool_var("")
    rules.add(sum(end for (one, other), end in ends.items() if one > other) == first_won)
    rules.add(sum(end for (one, other), end in ends.items() if one < other) == second_won)
    return Course(was, first_won, second_won, most if ended else None)

"""How a match ended that no sentence tells outright: worked out of its goals, if they tell it.

Three goals are read, the last of which "made it 2-1"; or two, and Hallvik "rescued a draw". Where a
goal may be missing behind the last, nothing is worked out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.match import MatchFact
from kg.facts.result import Score
from kg.reconcile.choice.goals import sentences
from kg.reconcile.choice.model import ChosenGoal
from kg.reconcile.choice.sides import TRUST, Choice

WORKED_OUT = 0.7  # how far such a score is to be trusted
LEVEL = (0, 0)


@dataclass(frozen=True)
class Count:
    """The goals that were read of each side, and what is told of the end: who won, or a draw."""

    goals: Score
    first_won: bool | None
    drawn: bool

    def agrees(self, score: Score) -> bool:
        """Whether a match may have ended so by what is told of its end."""
        first, second = score
        if self.drawn:
            return first == second
        return self.first_won is None or (first > second if self.first_won else first < second)

    @property
    def is_told(self) -> bool:
        """Whether it is told who won, or that nobody did."""
        return self.drawn or self.first_won is not None


def with_score_worked_out(
    main: MatchFact, choice: Choice, top: Score | None, final: Score | None
) -> MatchFact:
    """The match with its score, if that is told of no side and its goals tell it.

    Args:
        main: the match of the report.
        choice: its goals, and who plays for whom.
        top: the score with most goals that is told of some moment of it, from either side.
        final: the score that is told of its end, from either side.
    """
    first, second = main.teams
    if main.score is not None or first is None or second is None or not choice.goals:
        return main
    if any(choice.margin.get(goal.scorer, 0.0) < TRUST for goal in choice.goals):
        return main
    won = None if main.winner is None else main.winner == first
    firsts = sum(goal.gained for goal in choice.goals)
    count = Count((firsts, len(choice.goals) - firsts), won, main.drawn)
    score = turned(count, final) if final else ending(count, top, choice.goals)
    if score is None:
        return main
    return replace(
        main,
        score=score,
        winner=None if score[0] == score[1] else first if score[0] > score[1] else second,
        drawn=score[0] == score[1],
        evidence=(*main.evidence, *sentences(t for g in choice.goals for t in g.told)),
        worked_out=not count.is_told,
        confidence=min(main.confidence, WORKED_OUT),
    )


def ending(count: Count, top: Score | None, goals: Sequence[ChosenGoal]) -> Score | None:
    """How a match ended, from the view of its first side, if that is sure enough."""
    total, highest = sum(count.goals), sum(top or LEVEL)
    if not count.agrees(count.goals) or total < highest:
        return told_at_last(count, top)
    if top and total == highest:
        is_last = count.drawn or top[0] != top[1]
        return count.goals if is_last and sorted(top) == sorted(count.goals) else None
    if top and total == highest + 1 and count.is_told:
        first, second = count.goals
        before = [sorted(score) for score in ((first - 1, second), (first, second - 1))]
        return count.goals if sorted(top) in before else None
    return count.goals if count.drawn or any(ends(goal, count) for goal in goals) else None


def told_at_last(count: Count, top: Score | None) -> Score | None:
    """The score told with most goals, where some were not read, if half of them were or more.

    A level one is the last where the match is told to have been drawn.
    """
    if not top or (top[0] == top[1] and not count.drawn):
        return None
    return turned(count, top) if count.is_told or 2 * sum(count.goals) >= sum(top) else None


def turned(count: Count, score: Score) -> Score | None:
    """A score from the view of the first side, if the goals of each or the end tell which it is."""
    fitting = {one for one in (score, score[::-1]) if count.agrees(one) and has_room(one, count)}
    return fitting.pop() if len(fitting) == 1 else None


def has_room(score: Score, count: Count) -> bool:
    """Whether a score has room for all goals that were read."""
    return all(mine >= read for mine, read in zip(score, count.goals, strict=True))


def ends(goal: ChosenGoal, count: Count) -> bool:
    """Whether a goal is told to have been the last that mattered: "the winner"."""
    score = count.goals if goal.gained else count.goals[::-1]
    effects = [effect for told in goal.told for effect in told.effects if effect.won]
    return bool(effects) and all(effect.allows_end(score[0], score) for effect in effects)

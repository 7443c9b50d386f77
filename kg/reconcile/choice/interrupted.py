"""Goals of others told between two tellings of one player: so the second is of another goal of his.

"Kaba headed in. Lund levelled, then goals came from Kaba and Soldal": Kaba scored twice.
"""

from collections.abc import Sequence

from kg.facts.goal.told import GoalTold

INTERRUPTED = 3.5  # with a goal of another between
INTERRUPTED_LATER = 2.0  # the same in another paragraph
COURSE = 2  # sentences in which a paragraph tells goals one by one, and players who score in it
CONVERTED = 3.0  # what it weighs that a penalty was put away


def interrupted(one: GoalTold, other: GoalTold, told: Sequence[GoalTold]) -> float:
    """How far a goal of another, told between two, speaks for their being two.

    A lead may tell what comes again further down.
    """
    first, then = sorted((one, other), key=lambda t: t.at)
    goes_on = is_chronicled(first) and is_course(first.block, told)
    may_sum_up = first.scorer is None or not goes_on
    in_lead = one.block != other.block and may_sum_up
    if in_lead or one.scorer != other.scorer:
        return 0.0
    says_more = bool(then.effects or then.score) and not then.moment
    is_further = is_chronicled(first) and (is_chronicled(then) or is_of_list(then, told))
    if not is_further and not says_more:
        return 0.0
    between = (t for t in told if first.at < t.at < then.at and t.named)
    others = [t for t in between if t.scorer != one.scorer and (is_chronicled(t) or t.moment)]
    if not others:
        return 0.0
    return INTERRUPTED if one.block == other.block else INTERRUPTED_LATER


def is_course(block: int, told: Sequence[GoalTold]) -> bool:
    """Whether a paragraph tells goal after goal, and not in short what comes again."""
    here = [t for t in told if t.block == block and t.named]
    return min(len({t.place for t in here}), len({t.scorer for t in here})) >= COURSE


def is_of_list(telling: GoalTold, told: Sequence[GoalTold]) -> bool:
    """Whether a sentence tells of others' goals, too: "then goals came from Kaba and Soldal"."""
    others = (t for t in told if t.place == telling.place and t.scorer and t.named)
    return any(t.scorer != telling.scorer for t in others)


def is_chronicled(told: GoalTold) -> bool:
    """Whether a telling is one of the chronology: how the ball went in, or what it did."""
    is_penalty = told.kind == "penalty" and told.weight >= CONVERTED
    return told.how or is_penalty or bool(told.effects or told.score)

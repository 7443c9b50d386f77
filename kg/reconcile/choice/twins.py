"""Are two tellings of one goal, or of two? What speaks for it and against, as weights.

"Kaba headed in" and "Kaba volleyed home", told one after the other, are two goals; a lead sentence
and its twin in the chronology are one.
"""

from functools import cache

from kg.facts.goal.effect import Effect
from kg.facts.goal.told import GoalTold

# Minutes by which two tellings of one goal may differ; "within five minutes" is a limit.
NEAR_EXACT, NEAR_LIMIT, NEAR_ABOUT = 1, 3, 6
NEARBY = 1.5  # "took the lead in the 13th minute. Soldal volleyed it in": one goal in two sentences
TOLD_AT_ONCE, TOLD_NEXT = 4.0, 2.0  # the same where the scorer is named behind
BESIDE = 90  # characters from "restored the lead" to the verb of who did
CLAUSE = 70  # characters between the words of two tellings of one clause
IN_ONE_CLAUSE = 0.5  # "doubled the lead in the 29th minute, converting a penalty"
LATER, TOLD_LATER = (
    3,
    1.0,
)  # sentences from "took a 14th-minute lead" to how it came, and its weight
TOLD_FURTHER = 3.5  # "restored the lead, Kaba heading in, and Soldal got the fourth": it is Kaba's
OTHER_ASSIST = 3.0
OTHER_METHOD = 3.0
OTHER_KIND = 3.0  # "converted a penalty", "headed in"
EARLIER = 2.0  # "in the 20th minute" is before "after half an hour"
TOLD_BEFORE = 0.3  # a paragraph rather tells goals in their order
TOLD_APART = 2.5  # how the ball went in is told twice in one paragraph
MOST = 12  # goals that one side has at the most
FURTHER = 3.5  # "Kaba headed in. He added a third": one more
SCORES_ON = 2.0  # "Kaba headed in. He made it 3-0"


def contradict(one: GoalTold, other: GoalTold) -> bool:
    """Whether two tellings cannot be of one goal: by minute, score, or which of his it is."""
    if one.score and other.score and one.score != other.score:
        return True
    if one.nth and other.nth and one.nth != other.nth:
        return True
    if exclude_each_other(one, other) or exclude_each_other(other, one):
        return True
    if not (one.moment and other.moment and one.moment.minute and other.moment.minute):
        return False
    apart, moments = abs(one.moment.minute - other.moment.minute), (one.moment, other.moment)
    near = NEAR_LIMIT if any(m.is_limit for m in moments) else NEAR_EXACT
    if apart > (NEAR_ABOUT if any(m.about for m in moments) else near):
        return True
    added = one.moment.added, other.moment.added
    return bool(added[0] and added[1] and abs(added[0] - added[1]) > NEAR_EXACT)


@cache
def allowed_together(effects: tuple[Effect, ...]) -> bool:
    """Whether one goal may have had all these effects: none both opens and doubles the lead."""
    return any(
        all(effect.allows(own, other) for effect in effects)
        for own in range(1, MOST + 1)
        for other in range(MOST + 1)
    )


def exclude_each_other(one: GoalTold, other: GoalTold) -> bool:
    """Whether one opened the scoring and the other levelled it, doubled it, or was his second."""
    opens, levels = (
        any(effect.name == name for effect in told.effects)
        for told, name in ((one, "opens"), (other, "levels"))
    )
    says = one.effects and other.effects
    if says and not allowed_together((*one.effects, *other.effects)):
        return True
    return opens and (levels or other.nth > 1)


def likeness(one: GoalTold, other: GoalTold) -> float:
    """How far two tellings that do not contradict each other speak for one goal, or against it."""
    if one.scorer is None or other.scorer is None:
        first, then = (one, other) if one.at < other.at else (other, one)
        return likeness_of_unnamed(first, then)
    if one.several > 1 or other.several > 1:
        return 0.0
    if one.place == other.place:
        return IN_ONE_CLAUSE if is_in_one_clause(one, other) else -of_two_kinds(one, other)
    unlike = 0.0
    if one.assist and other.assist and one.assist != other.assist:
        unlike += OTHER_ASSIST
    if one.method and other.method and one.method != other.method:
        unlike += OTHER_METHOD
    if one.kind != other.kind and (one.how or one.kind != "regular"):
        unlike += OTHER_KIND if (other.how or other.kind != "regular") else 0.0
    if one.how and other.how and one.block == other.block:
        unlike += TOLD_APART
    return -unlike - further(one, other)


def of_two_kinds(one: GoalTold, other: GoalTold) -> float:
    """How far two tellings of one sentence are of a penalty and of another goal.

    "Kaba pulled one back from the spot, and his header in the 81st minute made it level".
    """
    kinds = {one.kind, other.kind}
    is_apart = abs(one.at - other.at) > CLAUSE and "penalty" in kinds and len(kinds) > 1
    played = next((t for t in (one, other) if t.kind != "penalty"), None)
    return OTHER_KIND if is_apart and played and played.method else 0.0


def is_in_one_clause(one: GoalTold, other: GoalTold) -> bool:
    """Whether a telling says how came what another tells right before, with its minute."""
    first, then = sorted((one, other), key=lambda t: t.at)
    is_close = then.at - first.at < CLAUSE and one.scorer == other.scorer
    is_timed = first.moment is not None and then.moment is None
    return is_close and is_timed and (then.how or then.kind == "penalty")


def further(one: GoalTold, other: GoalTold) -> float:
    """How far the later of two tellings of a paragraph adds to the goal that the earlier tells."""
    first, then = sorted((one, other), key=lambda t: t.at)
    if one.block != other.block or one.scorer != other.scorer:
        return 0.0
    if then.is_further and first.effects != then.effects:
        return FURTHER
    return SCORES_ON if then.score and not first.score and first.place < then.place else 0.0


def likeness_of_unnamed(first: GoalTold, then: GoalTold) -> float:
    """How far two tellings, one or both without a scorer, speak for one goal, in text order.

    A goal that a team got is told at once: "Hallvik took the lead when Soldal volleyed it in".
    """
    apart = then.place - first.place
    if 1 < apart <= LATER and first.scorer is None and first.moment and then.how:
        return 0.0 if then.moment else TOLD_LATER
    if apart > 1 or (then.scorer is None and first.scorer is None):
        return NEARBY if apart <= 1 else 0.0
    if first.scorer is None:
        at_once = TOLD_AT_ONCE if then.at - first.at < BESIDE else TOLD_FURTHER
        return at_once if not apart else TOLD_NEXT
    return NEARBY


def earlier(one: GoalTold, other: GoalTold) -> float:
    """How far two tellings, if of two goals, speak for the first being the earlier goal.

    They come in the order of the report, those of one list ("goals from Kaba and Soldal") in its.
    """
    if one.several > 1 or other.several > 1:
        return 0.0
    minutes = [t.moment.minute if t.moment and not t.moment.about else None for t in (one, other)]
    if minutes[0] and minutes[1]:
        return EARLIER if minutes[0] < minutes[1] else 0.0
    is_before = (one.place, one.at) <= (other.place, other.at)
    return TOLD_BEFORE if one.block == other.block and is_before else 0.0

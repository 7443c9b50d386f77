"""Whether a ball is that of another goal which the sentence tells too, or is itself that goal."""

from collections.abc import Set as AbstractSet

from kg.facts.goal.delivery import BREAKS
from kg.facts.goal.giving import Scored
from kg.lexicon import words
from kg.mentions.entities import Kind, Mention

TURNS = frozenset({"and", "but", "while"})  # behind these he scores again
AGAIN = frozenset({"before", "then"})  # behind these who scored does so once more
OPENERS = frozenset({"before", "after", "when"})  # of a clause that may tell another goal
# Between who scored and who set him up: "Webb, who was set up by Nash".
PASSED = frozenset({",", "who", "after"})


def is_goal(given: int, mention: Mention, goal: Scored) -> bool:
    """Whether a ball is another goal of who hit it: "fell behind to Kaba's header, levelled on".

    So it is if one undid the other: "cancelled out Kaba's header", "his header was answered by".
    """
    tokens, is_his = mention.sentence.tokens, goal.triggers.get(given) == mention.entity
    low, high = sorted((given, goal.trigger))
    if any(t.is_verb and t.lemma in words("assist", "undoes") for t in tokens[low + 1 : high]):
        return True
    if goal.frame.lemma in words("assist", "undoes"):  # "cancelled out Kaba's early header"
        between = tokens[goal.trigger + 1 : mention.first]
        return is_his or all(t.tag != "IN" for t in between)
    is_told_of = any(t.lemma == "be" for t in tokens[given + 1 : given + 2])
    return is_his and given < goal.trigger and not is_told_of


def is_of_another(mention: Mention, goal: Scored) -> bool:
    """Whether a ball is that of another goal: "headed in Kaba's cross and added a second".

    So too, behind the goal, "headed in and Soldal scored from Kaba's cross".
    """
    if serves_another(mention, goal):
        return True
    people = {p: s for p, s in goal.triggers.items() if s is not None and s.kind is Kind.PERSON}
    others = [at for at, scorer in people.items() if scorer != goal.scorer]
    if mention.first > goal.trigger:
        between = [at for at in others if goal.trigger < at < mention.first]
        again = [at for at in people if goal.trigger < at < mention.first and at not in others]
        if any(parted(mention, goal.trigger, at, AGAIN) for at in again):
            return True
        return any(parted(mention, goal.trigger, at, BREAKS | OPENERS) for at in between)
    taken = [at for at in people if at < mention.first and at != goal.trigger]
    return any(
        not parted(mention, at, mention.first, BREAKS if at in others else BREAKS | OPENERS)
        and parted(mention, mention.last, goal.trigger, BREAKS if at in others else TURNS)
        for at in taken
    )


def parted(mention: Mention, start: int, end: int, joints: AbstractSet[str]) -> bool:
    """Whether one of some words stands between two places of a mention's sentence."""
    return bool(joints & {t.lower for t in mention.sentence.tokens[start:end]})


def serves_another(mention: Mention, goal: Scored) -> bool:
    """Whether a person set up the scorer before him: "Webb, set up by Nash, levelled, and Orr"."""
    people = (m for m in goal.frame.mentions.values() if m.last < mention.first and m.entity)
    last = max(people, key=lambda m: m.last, default=None)
    if last is None or last.entity == goal.scorer:
        return False
    between = goal.frame.sentence.tokens[last.last + 1 : mention.first]
    opening = [t.lower for t in between if not (t.is_verb or t.tag in ("RP", "RB"))]
    return bool(between) and opening[-1:] == ["by"] and set(opening[:-1]) <= PASSED

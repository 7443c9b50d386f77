"""Whose ball the scorer turned in: "Kaba's cross", "teed up by Kaba".

So too "Kaba chested it into the path of Scholz and he thrashed it in". "Scholz turned in the
rebound after Kaba's shot was saved" tells of no assist. A ball that a noun names is read in
`kg.facts.delivery`, one that a verb gives in `kg.facts.giving`.
"""

from collections.abc import Sequence

from kg.facts.base import entity_of
from kg.facts.delivery import BREAKS, DELIVERIES, is_delivered_by, owns_delivery
from kg.facts.giving import had_given, provides
from kg.frames import Frame
from kg.language import lower
from kg.lexicon import pattern
from kg.mentions.entities import Entity, Kind, Mention

BEFORE_GOAL, AFTER_GOAL = 30, 18  # words within which the giver is named


def assist_of(
    frame: Frame, scorer: Entity | None, mentions: Sequence[Mention], triggers: frozenset[int]
) -> Entity | None:
    """Who gave the ball to the scorer of a goal: of several who may have, the one named nearest."""
    if scorer is None:
        return None
    if frame.means is not None and frame.means.lemma in DELIVERIES:
        giver = entity_of(frame.owner, Kind.PERSON)
        if giver is not None and giver != scorer:
            return giver
    givers = [
        (abs(mention.head - frame.trigger.index), mention.entity)
        for mention in mentions
        if mention.sentence is frame.sentence
        and entity_of(mention, Kind.PERSON) not in (None, scorer)
        and gives(mention, frame, scorer, triggers)
    ]
    return min(givers, key=lambda giver: giver[0])[1] if givers else None


def gives(mention: Mention, frame: Frame, scorer: Entity, triggers: frozenset[int]) -> bool:
    """Whether a person gives the ball to the scorer of a goal."""
    trigger = frame.trigger.index
    is_before = mention.head < trigger
    low, high = sorted((mention.head, trigger))
    reach = BEFORE_GOAL if is_before else AFTER_GOAL
    if high - low > reach or pattern("assist", "rebound").search(
        lower(frame.sentence.tokens[low:high])
    ):
        return False
    if is_before and is_of_another(mention, trigger, triggers):
        return False
    return (
        owns_delivery(mention, is_before=is_before)
        or is_delivered_by(mention)
        or is_set_up_by(mention)
        or is_partner(mention)
        or (provides(mention, frame, scorer, triggers) if is_before else had_given(mention))
    )


def is_of_another(mention: Mention, trigger: int, triggers: frozenset[int]) -> bool:
    """Whether a ball is that of a goal told before: "headed in Kaba's cross and added a second"."""
    tokens = mention.sentence.tokens
    others = (t for t in triggers if t < mention.first and t != trigger)
    return any(
        not BREAKS & {t.lower for t in tokens[other : mention.first]}
        and BREAKS & {t.lower for t in tokens[mention.last : trigger]}
        for other in others
    )


def is_partner(mention: Mention) -> bool:
    """Whether a person gave the ball back: "after a one-two with Kaba"."""
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return bool(pattern("assist", "partner").search(lower(before)))


def is_set_up_by(mention: Mention) -> bool:
    """Whether a person is the one "set up by"."""
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return bool(pattern("assist", "set_up_by").search(lower(before)))

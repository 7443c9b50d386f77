"""Whose ball the scorer turned in: "Kaba's cross", "teed up by Kaba".

So too "Kaba chested it into the path of Soldal and he thrashed it in". "Soldal turned in the
rebound after Kaba's shot was saved" tells of no assist. A ball that a noun names is read in
`kg.facts.goal.delivery`, one that a verb gives in `kg.facts.goal.giving`.
"""

from collections.abc import Mapping, Sequence

from kg.facts.base import entity_of
from kg.facts.goal.delivery import (
    DELIVERIES,
    NEAR,
    REDIRECTS,
    SHOTS,
    before_role,
    is_delivered_by,
    owned_ball,
)
from kg.facts.goal.giving import Scored, had_given_at, played_at, provided_at
from kg.facts.goal.other_ball import TURNS, is_goal, is_of_another
from kg.frames import Frame
from kg.language import lower
from kg.lexicon import pattern, words
from kg.mentions.entities import Entity, Kind, Mention

BEFORE_GOAL, AFTER_GOAL = 30, 22  # words within which the giver is named
UNWILLED = 3  # words before a verb that tell how it came about
OF_HIS = frozenset({"from", "in", "home"})  # "scored from his pass", "headed in his corner"
OFF = 6  # words behind a ball in which it may come off the woodwork: "a free-kick off the bar"
BALL = pattern("assist", "ball")
AROUND = 8  # words before or behind a person that tell what he did for the scorer


def assist_of(
    frame: Frame,
    scorer: Entity | None,
    mentions: Sequence[Mention],
    triggers: Mapping[int, Entity | None],
) -> Entity | None:
    """Who gave the ball to the scorer of a goal: of several, who did so last."""
    if scorer is None or is_loose(frame):
        return None
    if frame.means is not None and is_turned_in(frame):
        giver = entity_of(frame.owner, Kind.PERSON)
        if giver is not None and giver != scorer:
            return giver
    goal = Scored(frame, scorer, triggers)
    givers = [
        (abs(given - goal.trigger), mention.entity)
        for mention in mentions
        if mention.sentence is frame.sentence
        and entity_of(mention, Kind.PERSON) not in (None, scorer)
        and (given := given_at(mention, goal)) is not None
    ]
    if givers:
        return min(givers, key=lambda giver: giver[0])[1]
    return giver_of_his_ball(goal, mentions)


def giver_of_his_ball(goal: Scored, mentions: Sequence[Mention]) -> Entity | None:
    """Whose ball it was where "his" can be no scorer's: "Kaba broke, Soldal scored from his pass".

    Nobody turns in his own cross, so "his" stands for who did something right before.
    """
    tokens = goal.frame.sentence.tokens
    behind = tokens[goal.trigger + 1 : goal.trigger + 1 + AFTER_GOAL]
    end = next((t.index for t in behind if t.lower in TURNS or t.lower == ","), len(tokens))
    is_his = any(
        t.tag == "PRP$"
        and t.lower in ("his", "her")
        and t.index < end
        and (tokens[t.index - 1].lower in OF_HIS or t.index - 1 == goal.trigger)
        and BALL.match(lower(tokens[t.index + 1 : t.index + 1 + NEAR]))
        for t in behind
    )
    if not is_his:
        return None
    doers = [
        m.entity
        for m in mentions
        if m.sentence is goal.frame.sentence
        and m.head < goal.trigger
        and m.token.is_subject
        and entity_of(m, Kind.PERSON) is not None
    ]
    before = doers[:-1] if doers[-1:] == [goal.scorer] else []
    return before[-1] if before and before[-1] != goal.scorer else None


def is_loose(frame: Frame) -> bool:
    """Whether it is told that nobody gave the ball: "hammered the loose ball into the net"."""
    return pattern("assist", "loose").match(frame.tail_text) is not None


def is_turned_in(frame: Frame) -> bool:
    """Whether a goal is made of what somebody else played: his cross, or his shot turned in."""
    means = frame.means.lemma if frame.means else ""
    if frame.lemma in words("assist", "undoes"):  # "Kaba's header was cancelled out by Lund"
        return False
    return means in DELIVERIES or (means in SHOTS and frame.lemma in REDIRECTS)


def given_at(mention: Mention, goal: Scored) -> int | None:
    """Where it is told that a person gives the ball to the scorer of a goal, and it reaches him."""
    is_before = mention.head < goal.trigger
    reach = BEFORE_GOAL if is_before else AFTER_GOAL
    is_behind_all = goal.frame.closed and not is_before
    if abs(mention.head - goal.trigger) > reach or is_behind_all or is_of_another(mention, goal):
        return None
    given = owned_ball(mention, goal.trigger, goal.scorer, goal.frame.mentions)
    if given is None and (is_delivered_by(mention, goal.trigger) or is_around(mention)):
        given = mention.head
    if given is None and is_one_of_two(mention, goal):
        given = mention.head
    if given is None:
        given = (
            played_at(mention, goal) or provided_at(mention, goal)
            if is_before
            else had_given_at(mention)
        )
    if given is None or is_goal(given, mention, goal):
        return None
    tokens = mention.sentence.tokens
    if pattern("assist", "unwilled").search(lower(tokens[max(0, given - UNWILLED) : given])):
        return None
    low, high = sorted((given, goal.trigger))
    between = pattern("assist", "in_off").sub("", lower(tokens[low:high]))
    is_lost = pattern("assist", "rebound").search(between)
    came_off = pattern("assist", "came_off").search(lower(tokens[given : given + OFF]))
    came_off = came_off or pattern("assist", "kept_out").match(lower(tokens[given + 1 :]))
    return None if is_lost or (came_off and not is_before) else given


def is_one_of_two(mention: Mention, goal: Scored) -> bool:
    """Whether a person and the scorer played it between them: "Kaba and Soldal combined"."""
    tokens, mentions = mention.sentence.tokens, goal.frame.mentions
    other = mentions.get(mention.last + 2) or mentions.get(mention.first - 2)
    if other is None or other.entity != goal.scorer or mention.head > goal.trigger:
        return False
    first, then = sorted((mention, other), key=lambda m: m.first)
    is_pair = [t.lower for t in tokens[first.last + 1 : then.first]] == ["and"]
    behind = lower(tokens[then.last + 1 : then.last + 1 + AROUND])
    return is_pair and pattern("assist", "between_them").match(behind) is not None


def is_around(mention: Mention) -> bool:
    """Whether the words around a person say it: "teed up by", "a one-two with", "the provider"."""
    tokens = mention.sentence.tokens
    before = " ".join(before_role(mention)[-AROUND:])
    behind = lower(tokens[mention.last + 1 : mention.last + 1 + AROUND])
    return bool(
        pattern("assist", "set_up_by").search(before)
        or pattern("assist", "partner").search(before)
        or pattern("assist", "provider").match(behind)
    )

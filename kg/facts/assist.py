"""Whose ball the scorer turned in: "Kaba's cross", "teed up by Kaba".

So too "Kaba chested it into the path of Scholz and he thrashed it in". "Scholz turned in the
rebound after Kaba's shot was saved" tells of no assist.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.facts.base import entity_of
from kg.frames import Frame
from kg.language import POSSESSIVE, Token
from kg.lexicon import content, table, words
from kg.mentions.entities import Entity, Kind, Mention

DELIVERIES, COMPOUNDS, LINKS, GIVES = (
    words("assist", name) for name in ("deliveries", "compounds", "links", "gives")
)
PARTICLES, WAYS = words("assist", "particles"), words("assist", "ways")
ROLES = frozenset().union(*table("nouns", "people").values())
BREAKS = frozenset({",", "and", "but"})
OWN_GOALS = frozenset({"header", "touch", "chip", "free-kick"})  # deliveries that may be goals
BEFORE_GOAL, AFTER_GOAL = 30, 18  # words within which the giver is named
NEAR = 3  # words behind a person within which a verb is his
KICKS = frozenset({"free", "corner", "goal"})  # "a Kaba free kick"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of `assist.toml`."""
    return re.compile(content("assist")["patterns"][name])


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
    if high - low > reach or pattern("rebound").search(lower(frame.sentence.tokens[low:high])):
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


def owns_delivery(mention: Mention, *, is_before: bool) -> bool:
    """Whether the ball is somebody's: "Kaba's cross", after the goal "from Kaba's cross"."""
    tokens = mention.sentence.tokens
    first = mention.last + 1
    if lower(tokens[first : first + 1]) in POSSESSIVE:
        first += 1
    elif not (mention.token.lower == "whose" or is_compound(mention)):
        return False
    owned = [t.lower for t in tokens[first : first + 6]]
    noun = next((i for i, word in enumerate(owned) if is_delivery(word, owned[i - 1])), None)
    if noun is None or BREAKS & set(owned[:noun]):
        return False
    before = {t.text.lower() for t in tokens[max(0, mention.first - 4) : mention.first]}
    if is_before:  # "Kaba's header and Gomes's late strike" are two goals
        behind = tokens[first + noun + 1 :][:1]
        return owned[noun] not in OWN_GOALS or not any(t.lower in ("and", ",") for t in behind)
    return bool(LINKS & before)


def is_compound(mention: Mention) -> bool:
    """Whether a name stands before what is his like a word of it: "from a low Kaba cross"."""
    tokens = mention.sentence.tokens
    before = reversed(tokens[: mention.first])
    opening = next((t for t in before if not t.tag.startswith("JJ")), None)
    behind = [t.lower for t in tokens[mention.last + 1 : mention.last + 4]]
    nouns = (i for i, word in enumerate(behind) if is_delivery(word, behind[i - 1]))
    noun = next(nouns, None)
    if opening is None or noun is None or not mention.named:
        return False
    between = tokens[mention.last + 1 : mention.last + 1 + noun]
    return opening.tag == "DT" and all(t.tag[:2] in ("JJ", "NN", "VB") for t in between)


def is_delivered_by(mention: Mention) -> bool:
    """Whether the ball came from a person: "a cross by Kaba", "a long pass from Kaba"."""
    before = [t.text.lower() for t in mention.sentence.tokens[: mention.first][-10:]]
    while before and (before[-1] in ROLES or before[-1] in ("the", "substitute", "captain")):
        before.pop()
    if not before or before[-1] not in ("by", "from"):
        return False
    places = [i for i in range(len(before) - 1) if is_delivery(before[i], before[i - 1])]
    if not places or words("assist", "lost") & set(before[-6:]):
        return False
    between = before[places[-1] + 1 : -1]
    is_near = len(between) <= NEAR - 1 and not BREAKS & set(between)
    return is_near or pattern("from_where").match(" ".join([*between, ""])) is not None


def is_delivery(word: str, before: str) -> bool:
    """Whether a word is a ball given to somebody, by itself and the one before it: "free kick"."""
    is_kick = word == "kick" and before in KICKS
    return is_kick or word in DELIVERIES or word.rsplit("-", 1)[-1] in COMPOUNDS


def is_partner(mention: Mention) -> bool:
    """Whether a person gave the ball back: "after a one-two with Kaba"."""
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return bool(pattern("partner").search(lower(before)))


def is_set_up_by(mention: Mention) -> bool:
    """Whether a person is the one "set up by"."""
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return bool(pattern("set_up_by").search(lower(before)))


def provides(mention: Mention, frame: Frame, scorer: Entity, triggers: frozenset[int]) -> bool:
    """Whether a person gives the ball by a verb of his before that of the goal, and it arrives."""
    tokens = mention.sentence.tokens
    if lower(tokens[mention.last + 1 : mention.last + 2]) in POSSESSIVE:
        return False  # "Dalby's men put in a display"
    for i, verb in enumerate(verbs_of(mention, frame)):
        rest = lower(tokens[verb.index + 1 : frame.trigger.index])
        if verb.lemma not in table("verbs", "classes")["provide"]:
            continue
        if sends(verb, scorer, frame.mentions, tokens):
            return True
        if verb.index in triggers or pattern("missed").search(rest):
            return False
        names_ball = any(word in DELIVERIES or word == "path" for word in rest.split())
        return names_ball or verb.lemma in GIVES or bool(i == 0 and pattern("given").match(rest))
    return False


def verbs_of(mention: Mention, frame: Frame) -> list[Token]:
    """What a person does up to the goal: "Kaba raced past Lokat and crossed for Scholz".

    Of somebody who is no subject it is the next verb alone: "Kaba beat Lokat before crossing".
    """
    tokens = mention.sentence.tokens
    verbs: list[Token] = []
    for token in tokens[mention.last + 1 : frame.trigger.index + 1]:
        other = frame.mentions.get(token.index)
        is_subject = token.is_subject
        if other and is_subject and entity_of(other, Kind.PERSON) not in (None, mention.entity):
            break
        if token.is_verb:
            verbs.append(token)
    is_doer = tokens[mention.head].is_subject
    near = [verb for verb in verbs if verb.index <= mention.last + NEAR and verb.tag != "VBG"]
    return verbs if is_doer else near[:1]


def sends(
    verb: Token, scorer: Entity, mentions: Mapping[int, Mention], tokens: Sequence[Token]
) -> bool:
    """Whether a verb sends the scorer on his way: "set up Scholz", "slid Scholz through"."""
    has_particle = lower(tokens[verb.index + 1 : verb.index + 2]) in PARTICLES
    sent = mentions.get(verb.index + 1 + has_particle)
    if sent is None or sent.entity != scorer:
        return False
    behind = lower(tokens[sent.last + 1 : sent.last + 2])
    return behind in WAYS or (has_particle and behind not in POSSESSIVE)


def had_given(mention: Mention) -> bool:
    """Whether a person gave the ball before the goal told: "after Kaba had cut it back".

    So too "Kaba having teed him up", "after Kaba had squared".
    """
    tokens = mention.sentence.tokens
    before = [t.lower for t in tokens[: mention.first]]
    while before and (before[-1] in ROLES or before[-1] in ("the", "substitute", "captain")):
        before.pop()
    near = tokens[mention.last + 1 : mention.last + 5]
    has = bool(near) and near[0].lower == "having"
    if not has and (not before or before[-1] not in ("after", "when", "once", "as", "with")):
        return False
    verb = next((t for t in near if t.is_verb and t.lemma != "have"), None)
    if verb is None or verb.lemma not in table("verbs", "classes")["provide"]:
        return False
    rest = lower(tokens[verb.index + 1 :])
    is_alone = verb.lemma in GIVES and not rest.strip(" .")
    return is_alone or bool(pattern("ball_or_man").match(rest))


def lower(tokens: Sequence[Token]) -> str:
    """Words as text in lower case."""
    return " ".join(t.text.lower() for t in tokens)

"""Whose ball the scorer turned in: "Kaba's cross", "teed up by Kaba".

So too "Kaba chested it into the path of Scholz and he thrashed it in". "Scholz turned in the
rebound after Kaba's shot was saved" tells of no assist.
"""

import re
from collections.abc import Mapping, Sequence

from kg.facts.base import entity_of
from kg.frames import Frame
from kg.language import POSSESSIVE, Token
from kg.lexicon import table, words
from kg.mentions.entities import Entity, Kind, Mention

DELIVERIES, COMPOUNDS, LINKS, GIVES = (
    words("assist", name) for name in ("deliveries", "compounds", "links", "gives")
)
PARTICLES, WAYS = words("assist", "particles"), words("assist", "ways")
BREAKS = frozenset({",", "and", "but"})
OWN_GOALS = frozenset({"header", "touch", "chip", "free-kick"})  # deliveries that may be goals
BEFORE_GOAL, AFTER_GOAL = 30, 18  # words within which the giver is named
NEAR = 3  # words behind a person within which a verb is his
REBOUND = re.compile(
    r"\b(?:rebound|saved|parried|spilled|spilt|came back off|loose ball|deflected|blocked)\b"
)
SET_UP_BY = re.compile(
    r"(?:set up|teed up|fed|found|played in|put through|released|assisted|picked out|sent clear"
    r"|provided|played through|slipped in|supplied|sent through|laid on|laid off|served up"
    r"|sent away|freed|set free|put clear|put in|slid in|threaded through|slipped through"
    r"|played on side|crossed|flicked on|headed down|nodded down|knocked down|squared"
    r"|headed back|pulled back|cut back|headed across|rolled across|an assist)"
    r"(?: (?:in|into|through|back|down|across|on|the|goal|box|area|penalty|perfectly|superbly"
    r"|brilliantly|neatly|cleverly|expertly))* by(?: (?:the|substitute|captain|strike|partner"
    r"|fellow|his|team-mate|teammate|\S+er|\S+-back))*$"
)
GIVEN = re.compile(
    r"^(?:up|in|through|down|back|across|off|out|into|it|the ball|a|an|wide|home|for|to|his|low"
    r")"
)
BALL_OR_MAN = re.compile(
    r"^(?:(?:it|the ball) (?:back|across|in|on|off|through|down|over|to)|him)\b"
)
MISSED = re.compile(r"\b(?:wide|over the bar|off target)\b")


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
    if high - low > reach or REBOUND.search(lower(frame.sentence.tokens[low:high])):
        return False
    return (
        owns_delivery(mention, is_before=is_before)
        or is_delivered_by(mention)
        or is_set_up_by(mention)
        or (provides(mention, frame, scorer, triggers) if is_before else had_given(mention))
    )


def owns_delivery(mention: Mention, *, is_before: bool) -> bool:
    """Whether the ball is somebody's: "Kaba's cross", after the goal "from Kaba's cross"."""
    tokens = mention.sentence.tokens
    mark, *owned = [t.text.lower() for t in tokens[mention.last + 1 : mention.last + 7]] or [""]
    noun = next((i for i, word in enumerate(owned) if is_delivery(word)), None)
    if mark not in POSSESSIVE or noun is None or BREAKS & set(owned[:noun]):
        return False
    before = {t.text.lower() for t in tokens[max(0, mention.first - 4) : mention.first]}
    if is_before:  # "Kaba's header and Gomes's late strike" are two goals
        behind = mention.sentence.tokens[mention.last + 2 + noun + 1 :][:1]
        return owned[noun] not in OWN_GOALS or not any(t.lower in ("and", ",") for t in behind)
    return bool(LINKS & before)


def is_delivered_by(mention: Mention) -> bool:
    """Whether the ball came from a person: "a cross by Kaba", "a long pass from Kaba"."""
    before = [t.text.lower() for t in mention.sentence.tokens[: mention.first][-6:]]
    noun = next((word for word in reversed(before[-4:-1]) if is_delivery(word)), None)
    if noun is None or before[-1] not in ("by", "from"):
        return False
    between = set(before[before.index(noun) :])
    return not BREAKS & between and not words("assist", "lost") & set(before)


def is_delivery(word: str) -> bool:
    """Whether a word is a ball given to somebody: "cross", "through-ball"."""
    return word in DELIVERIES or word.rsplit("-", 1)[-1] in COMPOUNDS


def is_set_up_by(mention: Mention) -> bool:
    """Whether a person is the one "set up by"."""
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return bool(SET_UP_BY.search(lower(before)))


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
        if verb.index in triggers or MISSED.search(rest):
            return False
        names_ball = any(word in DELIVERIES or word == "path" for word in rest.split())
        return names_ball or verb.lemma in GIVES or bool(i == 0 and GIVEN.match(rest))
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
    """Whether a person gave the ball before the goal told: "after Kaba had cut it back"."""
    tokens = mention.sentence.tokens
    if lower(tokens[: mention.first][-1:]) not in ("after", "when", "once"):
        return False
    near = tokens[mention.last + 1 : mention.last + 4]
    verb = next((t for t in near if t.is_verb and t.lemma != "have"), None)
    if verb is None or verb.lemma not in table("verbs", "classes")["provide"]:
        return False
    return bool(BALL_OR_MAN.match(lower(tokens[verb.index + 1 :])))


def lower(tokens: Sequence[Token]) -> str:
    """Words as text in lower case."""
    return " ".join(t.text.lower() for t in tokens)

"""The ball that the scorer turned in, given by a verb: "Kaba crossed for Scholz to head in".

So too "after Kaba had cut it back"; not "Kaba crossed wide".
"""

from collections.abc import Mapping, Sequence

from kg.facts.base import entity_of
from kg.facts.delivery import DELIVERIES, before_role
from kg.frames import Frame
from kg.language import POSSESSIVE, Token, lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Entity, Kind, Mention

GIVES, PARTICLES, WAYS = (words("assist", name) for name in ("gives", "particles", "ways"))
NEAR = 3  # words behind a person within which a verb is his


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
        if verb.index in triggers or pattern("assist", "missed").search(rest):
            return False
        names_ball = any(word in DELIVERIES or word == "path" for word in rest.split())
        return (
            names_ball
            or verb.lemma in GIVES
            or bool(i == 0 and pattern("assist", "given").match(rest))
        )
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
    before = before_role(mention)
    near = tokens[mention.last + 1 : mention.last + 5]
    has = bool(near) and near[0].lower == "having"
    if not has and (not before or before[-1] not in ("after", "when", "once", "as", "with")):
        return False
    verb = next((t for t in near if t.is_verb and t.lemma != "have"), None)
    if verb is None or verb.lemma not in table("verbs", "classes")["provide"]:
        return False
    rest = lower(tokens[verb.index + 1 :])
    is_alone = verb.lemma in GIVES and not rest.strip(" .")
    return is_alone or bool(pattern("assist", "ball_or_man").match(rest))

"""The ball that the scorer turned in, given by a verb: "Kaba crossed for Soldal to head in".

So too "after Kaba had cut it back"; not "Kaba crossed wide". A reading gives the place of the verb.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.facts.base import entity_of
from kg.facts.goal.delivery import NEAR, REACHES, before_role, is_delivery
from kg.frames import Frame
from kg.frames.subjects import subject_of
from kg.language import POSSESSIVE, Token, lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.receiving import pass_to

GIVES, MAY_GIVE = words("assist", "gives"), words("assist", "may_give")
JOINED = 14  # words within which somebody goes on to give the ball
CLAUSES = frozenset({"but", "when", "as", "who", "while", ";", "only"})
PARTICLES, WAYS = words("assist", "particles"), words("assist", "ways")


@dataclass(frozen=True)
class Scored:
    """A goal told in a sentence: its frame, its scorer, and the words that tell goals there.

    `triggers` holds the scorer of each.
    """

    frame: Frame
    scorer: Entity
    triggers: Mapping[int, Entity | None]

    @property
    def trigger(self) -> int:
        """The place of the word that tells the goal."""
        return self.frame.trigger.index


def played_at(mention: Mention, goal: Scored) -> int | None:
    """Where a person plays the ball to the scorer: "spread the play to Soldal", "freed Soldal"."""
    told = dict.fromkeys(
        m for _, m in sorted(goal.frame.mentions.items()) if m.first < goal.trigger
    )
    people = [m for m in told if m.kind is Kind.PERSON]
    reached = [m for m in people if m.entity == goal.scorer and m.first > mention.last]
    passes = (pass_to(m, people) for m in reached)
    given = [one.verb.index for one in passes if one and one.giver.entity == mention.entity]
    return given[-1] if given else None


def provided_at(mention: Mention, goal: Scored) -> int | None:
    """Where a person gives the ball by a verb of his before that of the goal, and it arrives."""
    tokens, trigger = mention.sentence.tokens, goal.trigger
    if lower(tokens[mention.last + 1 : mention.last + 2]) in POSSESSIVE:
        return None  # "Dalby's men put in a display"
    provide = table("verbs", "classes")["provide"]
    for i, verb in enumerate(verbs_of(mention, goal.frame)):
        if verb.lemma not in provide | MAY_GIVE or is_given_by(verb, tokens):
            continue
        if is_no_ball(verb, tokens):
            continue
        if pattern("assist", "out_of_net").match(lower(tokens[verb.index + 1 : trigger])):
            continue  # "Hansen was picking the ball out of his net"
        if sends(verb, goal.scorer, goal.frame.mentions, tokens):
            return verb.index
        rest = lower(tokens[verb.index + 1 : trigger])
        if verb.index in goal.triggers or pattern("assist", "missed").search(rest):
            return None
        spoken = rest.split()
        names_ball = any(is_delivery(w, spoken[i - 1]) or w == "path" for i, w in enumerate(spoken))
        is_alone = verb.lemma in provide and i == 0 and pattern("assist", "given").match(rest)
        if (
            names_ball
            or verb.lemma in GIVES
            or is_alone
            or pattern("assist", "given_to").match(rest)
            or (verb.lemma in provide | MAY_GIVE and pattern("assist", "ball_or_man").match(rest))
        ):
            return verb.index
    return None


def is_no_ball(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether what a verb tells is no ball: "Hansen swung at fresh air", "Dekker slipped on it"."""
    behind = lower(tokens[verb.index + 1 : verb.index + 2])
    if behind == "at" or (verb.lemma == "send" and behind == "off"):
        return True  # so too "Hallvik had Soldal sent off"
    return verb.lemma == "slip" and pattern("assist", "fell").match(behind) is not None


def is_given_by(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether it was not meant, or another gave it: "Kaba, sent away by Gomes, squared it"."""
    if tokens[verb.index - 1].lower in words("assist", "by_accident"):
        return True  # "Dekker inadvertently headed it to Kaba"
    behind = {t.lower for t in tokens[verb.index + 1 : verb.index + 1 + REACHES]}
    is_aside = verb.tag == "VBD" and tokens[verb.index - 1].text == ","
    return (verb.tag == "VBN" or is_aside) and "by" in behind


def verbs_of(mention: Mention, frame: Frame) -> list[Token]:
    """What a person does up to the goal: "Kaba raced past Lokat and crossed for Soldal".

    Of somebody who is no subject it is the next verb alone: "Kaba beat Lokat before crossing"; and
    none that another is to do: "Kaba got above Lokat to head it back".
    """
    sentence, tokens = mention.sentence, mention.sentence.tokens
    verbs: list[Token] = []
    for token in tokens[mention.last + 1 : frame.trigger.index + 1]:
        other = frame.mentions.get(token.index)
        is_subject = token.is_subject
        acts = bool(other and other.named and tokens[other.last + 1].tag in ("VBD", "VBZ"))
        is_other = other and entity_of(other, Kind.PERSON) not in (None, mention.entity)
        if is_other and tokens[token.index - 1].lemma in words("assist", "lets"):
            break  # "slipped, allowing Soldal to centre"
        if is_other and (is_subject or (acts and tokens[token.index - 1].lower != "and")):
            break
        if token.is_verb:
            verbs.append(token)
    acts = tokens[mention.last + 1].tag in ("VBD", "VBZ")  # "as Kaba strode on, playing in Soldal"
    if tokens[mention.head].is_subject or acts:
        return verbs
    near = [verb for verb in verbs if verb.index <= mention.last + NEAR and verb.tag != "VBG"]
    return [
        verb
        for verb in near[:1]
        if (doer := subject_of(sentence, verb, frame.mentions)) is None
        or doer.entity == mention.entity
    ]


def sends(
    verb: Token, scorer: Entity, mentions: Mapping[int, Mention], tokens: Sequence[Token]
) -> bool:
    """Whether a verb sends the scorer on his way: "set up Soldal", "slid Soldal through"."""
    has_particle = lower(tokens[verb.index + 1 : verb.index + 2]) in PARTICLES
    sent = mentions.get(verb.index + 1 + has_particle)
    if sent is None or sent.entity != scorer:
        return False
    behind = lower(tokens[sent.last + 1 : sent.last + 2])
    return behind in WAYS or (has_particle and behind not in POSSESSIVE)


def had_given_at(mention: Mention) -> int | None:
    """Where a person gave the ball before the goal told: "after Kaba had cut it back".

    So too "Kaba having teed him up", "after Kaba had squared".
    """
    tokens = mention.sentence.tokens
    before = before_role(mention)
    near = tokens[mention.last + 1 : mention.last + 5]
    has = bool(near) and near[0].lower == "having"
    if not has and (not before or before[-1] not in ("after", "when", "once", "as", "with")):
        return None
    first = next((t for t in near if t.is_verb and t.lemma != "have"), None)
    if first is None:
        return None
    return next(
        (v.index for v in (first, *verbs_joined(mention, first)) if had_given(v, tokens)), None
    )


def had_given(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a verb of what somebody had done before gives the ball: "had cut it back"."""
    if verb.lemma not in table("verbs", "classes")["provide"] | GIVES | MAY_GIVE:
        return False
    rest = lower(tokens[verb.index + 1 :])
    if pattern("assist", "missed").search(rest):
        return False
    is_alone = verb.lemma in GIVES and pattern("assist", "ended").match(rest) is not None
    return is_alone or pattern("assist", "ball_or_man").match(rest) is not None


def verbs_joined(mention: Mention, first: Token) -> list[Token]:
    """What he did behind a first verb: "after Kaba had got away down the right and squared"."""
    tokens, found = mention.sentence.tokens, []
    for token in tokens[first.index + 1 : first.index + 1 + JOINED]:
        if token.is_subject or token.lower in CLAUSES:
            break
        if token.tag in ("VBD", "VBN") and tokens[token.index - 1].lower in ("and", ","):
            found.append(token)
    return found

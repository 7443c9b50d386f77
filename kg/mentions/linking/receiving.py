"""Who has the ball behind a clause: "Gomes found Kaba at the far post. He" is Kaba.

So too "Gomes slid a pass through to Kaba and he", "Kaba was sent clear by Gomes. He" and "Kaba
received a pass from Gomes and his".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.language import POSSESSIVE, Token, lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Entity, Kind, Mention

WAY = 10  # words between a verb that gives the ball and who gets it: "slid it inside to Kaba"
TOWARDS = ("to", "for", "of")
NOT_SO = 4  # words before a verb within which it is told that it came to nothing: "could not find"


@dataclass(frozen=True)
class Pass:
    """That somebody played the ball to another, and the verb that tells it."""

    giver: Mention
    receiver: Mention
    verb: Token


def receiver(people: Sequence[Mention], until: int) -> Entity | None:
    """To whom the people of a sentence have played the ball when its word `until` is reached."""
    if played := last_pass(people, until):
        return played.receiver.entity
    last = people[-1] if people else None
    return last.entity if last and fell_to(last, until) else None


def fell_to(mention: Mention, until: int) -> bool:
    """Whether a loose ball came to a person: "the ball broke to Kaba", "fell to Kaba"."""
    tokens = mention.sentence.tokens
    if mention.kind is not Kind.PERSON or mention.is_pronoun:
        return False
    behind = [t for t in tokens[mention.last + 1 : until] if t.text not in ",.;!"]
    if not pattern("clauses", "in_place").fullmatch(lower(behind)):
        return False
    return pattern("clauses", "fell_to").search(lower(tokens[: mention.first])) is not None


def last_pass(people: Sequence[Mention], until: int) -> Pass | None:
    """The pass with which the words of a sentence up to `until` end: "Gomes sent Kaba clear"."""
    told = [m for m in people if m.kind is Kind.PERSON and m.last < until]
    last = told[-1] if told else None
    if last is None:
        return None
    tokens = last.sentence.tokens
    behind = [t for t in tokens[last.last + 1 : until] if t.text not in ",.;!"]
    is_over = any(t.tag in ("VBD", "VBZ") for t in behind)
    if is_over or not pattern("clauses", "in_place").fullmatch(lower(behind)):
        return None
    return pass_to(last, told) or pass_from(last, told) or pass_taken(last, told)


def pass_to(mention: Mention, people: Sequence[Mention]) -> Pass | None:
    """The pass that reaches a person: "found Kaba", "into the path of Kaba"."""
    before = mention.sentence.tokens[: mention.first]
    verb = next((t for t in reversed(before[-WAY:]) if t.is_verb), None)
    if mention.is_pronoun or not mention.entity or verb is None or not is_giving(verb, before):
        return None
    if lower(mention.sentence.tokens[mention.last + 1 : mention.last + 2]) in POSSESSIVE:
        return None  # "set up Kaba's opener"
    between = lower(before[verb.index + 1 :])
    if not pattern("clauses", "leads_to").fullmatch(between):
        return None
    if not between.endswith(TOWARDS) and verb.lemma not in words("assist", "directly"):
        return None
    others = [m for m in people if m.last < verb.index and m.entity not in (None, mention.entity)]
    subjects = [m for m in others if m.token.is_subject]
    beside = [m for m in others if m.last + 1 == verb.index and verb.tag in ("VBD", "VBZ")]
    beside += [m for m in others if verb.tag == "VB" and m.last + 2 == verb.index]
    giver = (beside or subjects or others)[-1] if others else None  # "allowing Gomes to centre"
    return Pass(giver, mention, verb) if giver else None


def pass_from(mention: Mention, people: Sequence[Mention]) -> Pass | None:
    """The pass that a person played, told in the passive: "Kaba was sent clear by Gomes"."""
    before = mention.sentence.tokens[: mention.first]
    if mention.is_pronoun or not mention.entity or not before or before[-1].lower != "by":
        return None
    verb = next((t for t in reversed(before[-WAY:]) if t.tag in ("VBN", "VBD")), None)
    if verb is None or not is_giving(verb, before):
        return None
    has_be = {t.lower for t in before[max(0, verb.index - NOT_SO) : verb.index]}
    fed = [m for m in people if m.last < verb.index and m.entity not in (None, mention.entity)]
    is_passive = fed and has_be & {"was", "is", "being", "been"}
    return Pass(mention, fed[-1], verb) if is_passive else None


def pass_taken(mention: Mention, people: Sequence[Mention]) -> Pass | None:
    """The pass of a person that another one took: "Kaba received a pass from Gomes"."""
    before = mention.sentence.tokens[: mention.first]
    if mention.is_pronoun or not mention.entity or lower(before[-1:]) != "from":
        return None
    verb = next((t for t in reversed(before[-WAY:]) if t.is_verb), None)
    if verb is None or verb.lemma not in words("assist", "takes"):
        return None
    takers = [m for m in people if m.last < verb.index and m.token.is_subject and m.entity]
    return Pass(mention, takers[-1], verb) if takers else None


def is_giving(verb: Token, before: Sequence[Token]) -> bool:
    """Whether a verb gives the ball, and it is not told that it did not: "tried to find Kaba"."""
    gives = table("verbs", "classes")["provide"] | words("assist", "may_give")
    gives |= words("assist", "gives") | words("assist", "reaches")
    told = {t.lower for t in before[max(0, verb.index - NOT_SO) : verb.index]}
    return verb.lemma in gives and not told & words("assist", "not_given")

"""Whom "the same player", "the latter" and the like stand for, by the order of what was told."""

from collections.abc import Sequence

from kg.language import Token
from kg.lexicon import words
from kg.mentions.entities import Entity, Mention
from kg.mentions.linking.nearby import nearby

ASIDE = frozenset({"advcl", "acl", "acl:relcl", "ccomp"})  # clauses beside what is told
OF_TWO = frozenset({"former", "latter"})


def is_by_order(mention: Mention) -> bool:
    """Whether only the order tells whom a phrase stands for: "the same player", "the latter"."""
    return is_same(mention) or mention.token.lower in OF_TWO or is_ranked(mention)


def by_order(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Whom such a phrase stands for; `said` are the people told before it."""
    if is_same(mention):
        return subject_last(said)
    if mention.token.lower in OF_TWO:
        return one_of_two(mention, said)
    return subject_ranked(mention, said)


def is_same(mention: Mention) -> bool:
    """Whether a phrase is of who was the subject before: "and the same player doubled the lead"."""
    phrase = mention.sentence.tokens[mention.first : mention.last]
    return any(t.lower == "same" for t in phrase)


def subject_last(said: Sequence[Mention]) -> Entity | None:
    """Who did something last, not in a clause beside it: "scored after Berg had tripped Gomes"."""
    acting = [m for m in said if m.token.is_subject]
    here = [m for m in acting if m.sentence is acting[-1].sentence]
    of_main = (m for m in reversed(here) if verb_of(m).relation not in ASIDE)
    return next(of_main, here[-1]).entity if here else None


def verb_of(mention: Mention) -> Token:
    """The verb of which a mention is the subject."""
    return mention.sentence.tokens[mention.token.head]


def one_of_two(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who "the latter" is, the last of two named people, or "the former", who stands before."""
    near = [m for m in nearby(mention, said, 1) if m.named]
    last = [m for m in near if m.sentence is near[-1].sentence][-2:]
    if len({m.entity for m in last}) < len(OF_TWO):
        return None
    return last[mention.token.lower == "latter"].entity


def is_ranked(mention: Mention) -> bool:
    """Whether a phrase ranks whom it stands for among many: "the first Brevik player"."""
    phrase = mention.sentence.tokens[mention.first : mention.last]
    return any(t.text.lower() in words("clauses", "ranks") for t in phrase)


def subject_ranked(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who is said to be one of many: the subject of "became the first Brevik player"."""
    tokens = mention.sentence.tokens
    verb = next((t for t in reversed(tokens[: mention.first]) if t.is_verb), None)
    if verb is None or verb.lemma not in words("clauses", "says_who"):
        return None
    here = [m for m in said if m.sentence is mention.sentence and m.first < mention.first]
    subjects = [m for m in here if m.token.is_subject]
    return (subjects or here)[-1].entity if here else None

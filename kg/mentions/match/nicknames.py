"""Which of the two teams of a match a nickname stands for: "the Coelacanths drew level"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.language import Token
from kg.lexicon import table, words
from kg.mentions.entities import Entity, Mention
from kg.mentions.match.home import CLAUSE

ANSWERS = table("verbs", "classes")["level"] | words("results", "answers")


def over(mention: Mention) -> Token:
    """The word that a mention hangs on."""
    return mention.sentence.tokens[mention.token.head]


def nicknamed(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> Mapping[str, Entity]:
    """Which side each unknown nickname is: not the one beside it, rather the subject before.

    Who draws level is rather the other one.
    """
    votes: dict[str, Counter[Entity]] = {}
    for mention in mentions:
        if not mention.traits.nickname or len(pair) != 2:
            continue
        counts = votes.setdefault(mention.traits.nickname, Counter())
        for other in mentions:
            if other.entity not in pair or not other.named or other.entity is None:
                continue
            if other.sentence is mention.sentence and abs(other.head - mention.head) < CLAUSE:
                counts[other_of(other.entity, pair)] += 2
            elif other.sentence.number == mention.sentence.number - 1 and other.token.is_subject:
                levels = mention.token.is_subject and over(mention).lemma in ANSWERS
                counts[other_of(other.entity, pair) if levels else other.entity] += 1
    return {
        name: max(sorted(c, key=lambda e: e.name), key=lambda e: c[e])
        for name, c in votes.items()
        if c
    }


def other_of(team: Entity, pair: tuple[Entity, ...]) -> Entity:
    """The other team of a pair."""
    return pair[1] if team == pair[0] else pair[0]

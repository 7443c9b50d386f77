"""What a pronoun can reach: who is of its kind, and in a clause that still goes on."""

from collections.abc import Iterator, Sequence

from kg.language import DASHES, Token
from kg.lexicon import words
from kg.mentions.entities import Kind, Mention
from kg.mentions.linking.known import Sides


def is_reachable(other: Mention, mention: Mention) -> bool:
    """Whether a pronoun can stand for an earlier mention near by: of its kind, in its block.

    It can for "the hosts" too where it is not known who they are, and then for nobody else.
    """
    is_side = other.kind is Kind.TEAM and other.is_epithet and other.traits.ground is not None
    return (
        (other.entity is not None or is_side)
        and other.kind is mention.kind
        and other.sentence.block.kind is mention.sentence.block.kind
    )


def is_nation_of(mention: Mention, near: Sequence[Mention], sides: Sides) -> bool:
    """Whether a team is only the nation of a player: "the Norland striker fed them"."""
    if mention.kind is not Kind.TEAM or mention.entity in sides.pair:
        return False
    others = (m for m in near if m.sentence is mention.sentence and m.kind is Kind.PERSON)
    return any(m.first <= mention.first and mention.last < m.last for m in others)


def in_last_clause(mention: Mention) -> bool:
    """Whether a sentence ends with the clause of a mention: "..., but Rovani rewarded Hallvik"."""
    contrasts = words("clauses", "contrasts")
    return not any(t.text.lower() in contrasts for t in mention.sentence.tokens[mention.head :])


def is_open(other: Mention, mention: Mention) -> bool:
    """Whether a relative clause or aside that another mention stands in goes on at a mention.

    "Hallvik – who visit Brevik on Sunday – won as they" speaks no more of the visit at "they".
    """
    tokens = mention.sentence.tokens
    dashes = [t.index for t in tokens if t.text in DASHES]
    opened = sum(place < other.head for place in dashes) % 2 == 1
    if opened and any(other.head < place < mention.head for place in dashes):
        return False
    above = set(heads(mention.head, tokens))
    return all(i in above for i in heads(other.head, tokens) if tokens[i].relation == "acl:relcl")


def heads(place: int, tokens: Sequence[Token]) -> Iterator[int]:
    """The place of a word and those of the words that it depends on, up to the root."""
    seen = {place}
    yield place
    while (place := tokens[place].head) not in seen:
        seen.add(place)
        yield place

"""Who was brought down for a penalty, and so is meant where its taker is called by an epithet."""

from collections.abc import Sequence

from kg.language import lower
from kg.lexicon import pattern
from kg.mentions.entities import Entity, Mention


def felled(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who was brought down in the sentence before, where the epithet's own tells of a penalty.

    "The goalkeeper upended Kaba in the area. The Hallvik captain took the penalty himself."
    """
    sentence = mention.sentence
    if not pattern("clauses", "from_spot").search(lower(sentence.tokens[mention.last + 1 :])):
        return None
    before = [m for m in said if m.named and m.sentence.number == sentence.number - 1]
    for one in reversed(before):
        tokens = one.sentence.tokens
        behind = lower(tokens[one.last + 1 :])
        led_up = lower(tokens[: one.first])
        is_down = pattern("clauses", "is_felled").search(f" {behind}")
        fells = pattern("clauses", "fells").search(led_up)
        if (fells or is_down) and pattern("clauses", "in_area").search(behind):
            return one.entity
    return None

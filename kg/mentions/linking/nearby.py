"""The mentions of a report right before another one."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.mentions.entities import Mention


def nearby(mention: Mention, before: Sequence[Mention], sentences: int) -> Sequence[Mention]:
    """Those before a mention that stand in its sentence or in one of so many before it.

    Args:
        mention: the mention they are before.
        before: the mentions of the report before it, in order.
        sentences: how many sentences back they may stand.
    """
    first = mention.sentence.number - sentences
    return before[bisect_left(before, first, key=lambda m: m.sentence.number) :]

"""Names of two capitalised words that "of" joins, though no list has them: "Arrows of Tolna".

"Kaba of Hallvik" is written once and names two; what a report writes again and again as one, or
with what only a club's name opens with ("FC United of Karsk"), is one name.
"""

import re
from collections import Counter
from collections.abc import Iterable

from kg.blocks import Block
from kg.lexicon import table, words

OFTEN = 2  # times that a report writes the two words so
PAIR = re.compile(r"(?:([^\W\d_a-z][^\W\d_]*) )?\b([^\W\d_a-z][^\W\d_]+) of ([^\W\d_a-z][^\W\d_]+)")


def pairs_of(blocks: Iterable[Block]) -> frozenset[tuple[str, str]]:
    """The words before and behind "of" in such names of a report."""
    clubs = table("nouns", "clubs")
    told: Counter[tuple[str, str]] = Counter()
    sure: set[tuple[str, str]] = set()
    for block in blocks:
        if " of " not in block.text:
            continue
        for before, first, second in PAIR.findall(block.text):
            if first in words("names", "posts") | words("names", "titles"):
                continue
            if before in clubs["affixes"] and first in clubs["last"]:
                sure.add((first, second))
            elif not before:
                told[first, second] += 1
    return frozenset(sure) | {pair for pair, count in told.items() if count >= OFTEN}

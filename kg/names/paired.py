"""Names of two capitalised words that "of" joins, though no list has them: "Arrows of Tolna".

"Kaba of Hallvik" is written once and names two; what a report writes again and again as one, or
with what only a club's name opens with ("FC United of Karsk", "College of Karsk"), is one name. So
is a plural of English that the report then uses by itself: "Kaba scored for Arrows of Tolna. Arrows
had ...".
"""

import re
from collections import Counter
from collections.abc import Iterable

from kg.blocks import Block
from kg.lexicon import table, words

OFTEN = 2  # times that a report writes the two words so
PAIR = re.compile(r"(?:([^\W\d_a-z][^\W\d_]*) )?\b([^\W\d_a-z][^\W\d_]+) of ([^\W\d_a-z][^\W\d_]+)")


def pairs_of(blocks: Iterable[Block], common: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The words before and behind "of" in such names of a report.

    Args:
        blocks: the blocks of the report.
        common: words that English writes in lower case.
    """
    clubs = table("nouns", "clubs")
    texts = [block.text for block in blocks]
    told: Counter[tuple[str, str]] = Counter()
    sure: set[tuple[str, str]] = set()
    for text in texts:
        if " of " not in text:
            continue
        for before, first, second in PAIR.findall(text):
            if first in words("names", "posts") | words("names", "titles"):
                continue
            is_club = before in clubs["affixes"] and first in clubs["last"]
            if is_club or first in words("names", "seats_of_learning"):
                sure.add((first, second))
            elif not before:
                told[first, second] += 1
                if first.endswith("s") and first.lower() in common and stands_alone(first, texts):
                    sure.add((first, second))
    return frozenset(sure) | {pair for pair, count in told.items() if count >= OFTEN}


def stands_alone(word: str, texts: Iterable[str]) -> bool:
    """Whether a word is written with a capital within a sentence, and no "of" behind it."""
    alone = re.compile(rf"(?<=[a-z,] ){word}\b(?! of [A-Z])")
    return any(alone.search(text) for text in texts)

"""Numbers as reports write them: "13", "13th", "thirteen", "thirteenth"."""

import re
from collections.abc import Mapping
from functools import cache

from kg.lexicon.tables import in_order

UNITS = in_order("numbers", "units")
TENS = in_order("numbers", "tens")
ORDINALS = in_order("numbers", "ordinals")
ROUND_ORDINALS = in_order("numbers", "round_ordinals")


@cache
def number_words() -> Mapping[str, int]:
    """The numbers from one to ninety-nine in words, cardinal and ordinal."""
    found = {word: n for n, word in enumerate(UNITS, 1)} | {
        word: n for n, word in enumerate(ORDINALS, 1)
    }
    for i, ten in enumerate(TENS):
        found[ten] = found[ROUND_ORDINALS[i]] = 20 + 10 * i
        for n, (unit, ordinal) in enumerate(zip(UNITS[:9], ORDINALS[:9], strict=True), 1):
            for joint in "- ":
                found[f"{ten}{joint}{unit}"] = found[f"{ten}{joint}{ordinal}"] = 20 + 10 * i + n
    return found | {"a": 1, "an": 1}


def to_number(text: str) -> int | None:
    """A number in figures, words or as an ordinal: "13", "13th", "thirteenth"."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else number_words().get(text.lower())


@cache
def number_macros() -> Mapping[str, tuple[str, ...]]:
    """The words for numbers as macros of patterns; the longest first, "sixteen" before "six"."""
    named = {"UNITS": UNITS, "TENS": TENS, "ORDINALS": ORDINALS, "ROUNDS": ROUND_ORDINALS}
    return {name: tuple(sorted(words, key=len, reverse=True)) for name, words in named.items()}

"""Patterns over words: the section `patterns` of a file of the lexicon."""

import re
from functools import cache

from kg.lexicon.macros import spelled_out
from kg.lexicon.tables import content


@cache
def pattern(file: str, name: str, **macros: str) -> re.Pattern[str]:
    """A pattern of `FILE.toml`, the macros of the file and those given written out.

    A list of ways is any of them.
    """
    data = content(file)
    ways = data["patterns"][name]
    text = ways if isinstance(ways, str) else "|".join(f"(?:{way})" for way in ways)
    return re.compile(spelled_out(text, {**data.get("macros", {}), **macros}))

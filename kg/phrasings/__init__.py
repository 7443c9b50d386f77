"""How facts are said, as data: each phrasing matches frames and says who plays which part.

The phrasings of a kind of fact stand in its `files` (`kg/facts/KIND.toml`), each with a sentence it
reads and a near miss it leaves alone; the test suite tries both.

`phrasing` reads the data and `matching` holds it against frames. What is told in few fixed ways is
a set phrase over the words themselves, with its people and teams `marked`; `moments` are the
minutes that a sentence tells, in one of the `moment_ways`.
"""

from kg.phrasings.files import kinds, written
from kg.phrasings.matching import (
    Match,
    at_scorer,
    before,
    caught_in,
    find,
    fits,
    following,
    parts,
    shown,
    unmet,
    ways_of,
)
from kg.phrasings.phrasing import Phrasing, catching, nouns_of, phrasings

__all__ = [
    "Match",
    "Phrasing",
    "at_scorer",
    "before",
    "catching",
    "caught_in",
    "find",
    "fits",
    "following",
    "kinds",
    "nouns_of",
    "parts",
    "phrasings",
    "shown",
    "unmet",
    "ways_of",
    "written",
]

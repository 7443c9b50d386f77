"""The words the reader knows, as data: TOML files in this folder, read once.

`tables` reads word lists and `patterns` what is written over words, with `macros`; `screening`
tries many patterns at once by the `literals` in them; `inflection` makes the forms of verbs.
"""

from kg.lexicon.inflection import lemma_of, lemmas
from kg.lexicon.macros import spelled_out
from kg.lexicon.patterns import Written, pattern
from kg.lexicon.screening import Screen, screen
from kg.lexicon.tables import FOLDER, content, in_order, read, table, weights, words

__all__ = [
    "FOLDER",
    "Screen",
    "Written",
    "content",
    "in_order",
    "lemma_of",
    "lemmas",
    "pattern",
    "read",
    "screen",
    "spelled_out",
    "table",
    "weights",
    "words",
]

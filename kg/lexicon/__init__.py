"""The words the reader knows, as data: TOML files in this folder, read once.

`tables` reads word lists and `patterns` what is written over words, with `macros`; `screening`
tries patterns where the words of a text answer the `questions` that the `literals` in them ask;
`inflection` makes the forms of verbs, and `numbers` reads what is written out in words.
"""

from kg.lexicon.inflection import lemma_of, lemmas
from kg.lexicon.macros import spelled_out
from kg.lexicon.numbers import number_macros, number_words, to_number
from kg.lexicon.patterns import Written, entries, pattern
from kg.lexicon.screening import Guarded, Screen, guard, guarded, screen
from kg.lexicon.tables import FOLDER, content, in_order, read, table, weights, words

__all__ = [
    "FOLDER",
    "Guarded",
    "Screen",
    "Written",
    "content",
    "entries",
    "guard",
    "guarded",
    "in_order",
    "lemma_of",
    "lemmas",
    "number_macros",
    "number_words",
    "pattern",
    "read",
    "screen",
    "spelled_out",
    "table",
    "to_number",
    "weights",
    "words",
]

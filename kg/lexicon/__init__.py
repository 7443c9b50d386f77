"""The words the reader knows, as data: TOML files in this folder, read once."""

from kg.lexicon.inflection import lemma_of, lemmas
from kg.lexicon.tables import FOLDER, in_order, table, words

__all__ = ["FOLDER", "in_order", "lemma_of", "lemmas", "table", "words"]

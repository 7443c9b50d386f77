"""The words that English writes in lower case, as the treebanks do: "park", "heath", "town"."""

from functools import cache

from kg.paths import model_folder


@cache
def common_words() -> frozenset[str]:
    """The words of the treebanks that are no names, in lower case."""
    file = model_folder().parent / "common_words.txt"
    return frozenset(file.read_text(encoding="utf-8").split())

"""What kinds of words a name is made of: "Ole Holm" opens with a given name, "Karsk Heath" not."""

from collections.abc import Iterator, Sequence

from kg.language import common_words
from kg.lexicon import table, words
from kg.names.forms import plain

LONGEST, SHORTEST = 10, 3  # letters of a word, from which and up to which all are alike
Feature = tuple[str, str]  # its group, and itself


def is_given_name(word: str) -> bool:
    """Whether many people in the world are called so: "Ole", "Zoë"."""
    return plain(word) in words("given_names", "names")


def of_words(parts: Sequence[str]) -> Iterator[Feature]:
    """The features that the words of a name have; no word is one itself."""
    clubs, places = table("nouns", "clubs"), table("nouns", "places")
    first, last = parts[0], parts[-1]
    yield "length", f"{len(parts) > 1} {min(len(last), LONGEST)}"
    if len(parts) > 1:
        yield "word", f"{first.lower() in common_words()} {last.lower() in common_words()}"
        yield "begins", "capitals" if first.isupper() else str(min(len(first), SHORTEST))
    yield "begins", f"{len(parts) > 1} {is_given_name(first.split('-')[0])}"
    closing = {"last": clubs["last"], "affix": clubs["affixes"], "ground": places["ground"]}
    closing["place"] = places["ground_or_surname"]
    yield from (("ends as", kind) for kind, listed in closing.items() if last in listed)
    opening = {"first": clubs["first"], "affix": clubs["affixes"]}
    yield from (("begins as", kind) for kind, listed in opening.items() if first in listed)

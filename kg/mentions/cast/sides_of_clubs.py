"""The sides of one club, told apart by a word of their names: Hallvik and Hallvik Women."""

from functools import lru_cache

from kg.lexicon import words
from kg.names.forms import REMEMBERED


def is_other_side(one: str, other: str) -> bool:
    """Whether two names are of two sides of one club: the women of Hallvik are not Hallvik."""
    return side_of_club(one) != side_of_club(other)


@lru_cache(REMEMBERED)
def side_of_club(name: str) -> frozenset[str]:
    """The words of a name that tell which side of a club it is: "women" of Hallvik Women."""
    return words("names", "other_sides").intersection(name.lower().split())


def of_club(whole: str) -> str:
    """The name of the club of one of its sides: "Hallvik City" of "Hallvik City Women"."""
    parts = whole.split()
    return " ".join(parts[:-1]) if parts[-1] in words("names", "other_sides") else whole

"""Names that differ as a misspelling differs: "Moen" for Moren, "Halvik" for Hallvik."""

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from kg.mentions.entities import Kind
from kg.names.forms import plain

SLIP_FROM = 6  # letters: shorter names that differ by one letter are two names
SHORTEST_SLIP = 4  # letters: below this nothing is taken for a slip
LONG = 10  # letters: names as long as this may differ by two


def slip_of(name: str, leaders: Sequence[str]) -> list[str]:
    """The person whose name is misspelt, if a name nothing is known of looks like one."""
    return [lead for lead in leaders if is_slip(plain(name), plain(lead), Kind.PERSON)][:1]


def is_slip(one: str, other: str, kind: Kind) -> bool:
    """Whether two names differ as a misspelling differs; a person may slip in the surname alone."""
    one, other = one.lower(), other.lower()
    if kind is Kind.PERSON and len(one.split()) < len(other.split()):
        other = other.split()[-1]
    if one[0] != other[0] or kind not in (Kind.PERSON, Kind.TEAM):
        return False
    if min(len(one), len(other)) < SLIP_FROM:
        return is_shortened(one, other) or is_shortened(other, one) or is_swapped(one, other)
    allowed = 2 if min(len(one), len(other)) >= LONG else 1
    return DamerauLevenshtein.distance(one, other) <= allowed


def is_shortened(short: str, whole: str) -> bool:
    """Whether a name is another with one of its inner letters left out: "Moen" for Moren."""
    if len(short) < SHORTEST_SLIP or len(whole) != len(short) + 1 or short[-1] != whole[-1]:
        return False
    return any(whole[:i] + whole[i + 1 :] == short for i in range(1, len(short)))


def is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters of a name are swapped: "Homl" for Holm."""
    same_letters = sorted(one) == sorted(other) and len(one) >= SHORTEST_SLIP
    return same_letters and DamerauLevenshtein.distance(one, other) == 1

"""The forms of names: how they are compared, and found by any of them."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from kg.names.tables import AnyEntry

# Letters that Unicode does not take apart into a letter and an accent, and typographic signs.
PAIRS = "łl ŁL øo ØO đd ĐD ðd ÐD ıi əe æae ÆAe œoe ŒOe ßss þth ÞTh ’' ‘' `' ´' ‐- ‑- –-"
PLAIN_LETTERS = str.maketrans({pair[0]: pair[1:] for pair in PAIRS.split()})
REMEMBERED = 20_000  # names: more than a report has
LETTERS = 3  # of a team's name in a table or a sheet: "HAL" for Hallvik
Item = TypeVar("Item")
Index = Mapping[str, tuple[Item, ...]]


@lru_cache(REMEMBERED)
def plain(name: str) -> str:
    """The form in which names are compared: no accents, single spaces, the case as it is.

    >>> plain("Bodø/Glimt"), plain("St James’  Park")
    ('Bodo/Glimt', "St James' Park")
    """
    if not name.isascii() or "`" in name:
        letters = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(name.split())


def index(pairs: Iterable[tuple[str, Item]]) -> Index[Item]:
    """Everything each form may stand for, in the order given."""
    found: dict[str, dict[Item, None]] = {}
    for form, item in pairs:
        found.setdefault(plain(form), {})[item] = None
    return {form: tuple(items) for form, items in found.items()}


def by_form(entries: Iterable[AnyEntry]) -> Index[AnyEntry]:
    """Every entry by each of its names and aliases, in plain form."""
    return index((form, entry) for entry in entries for form in entry.forms)


def only(items: tuple[AnyEntry, ...], form: str) -> AnyEntry | None:
    """The one entry that a form means: the one so named before those that it is an alias of."""
    named = [item for item in items if plain(item.name) == plain(form)]
    choice = named or items
    return choice[0] if len(choice) == 1 else None


def without_article(form: str) -> str:
    """A nickname in plain form, without the article before it."""
    return plain(form).removeprefix("the ").removeprefix("The ")


def is_short_for(short: str, name: str) -> bool:
    """Whether letters stand for a team, as initials or a beginning: "HFC", "HAL" for Hallvik FC."""
    if not short.isupper() or len(short) == 1:
        return False
    initials = "".join(part if part.isupper() else part[0] for part in name.split())
    begins = len(short) == LETTERS and plain(name).upper().startswith(short)
    return short == initials or begins

"""First names that are one name, long and short: Danny Holm is Daniel Holm."""

from collections.abc import Mapping
from functools import cache

from kg.lexicon import table


@cache
def whole_names() -> Mapping[str, frozenset[str]]:
    """The first names that each may be short for, itself among them."""
    found: dict[str, set[str]] = {}
    for whole, forms in table("names", "first_names").items():
        for form in (whole, *forms):
            found.setdefault(form.lower(), set()).add(whole)
    return {form: frozenset(names) for form, names in found.items()}


def is_called(name: str, other: str) -> bool:
    """Whether two full names differ in how long the first name is: "Danny Holm", "Daniel Holm"."""
    first, _, rest = name.lower().partition(" ")
    second, _, other_rest = other.lower().partition(" ")
    if not rest or rest != other_rest:
        return False
    nobody = frozenset[str]()
    return bool(whole_names().get(first, nobody) & whole_names().get(second, nobody))

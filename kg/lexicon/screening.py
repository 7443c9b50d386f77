"""Many patterns with a quick look ahead: which of them a text may match at all.

Hundreds of patterns look for what is told of tables, fixtures and managers, and most sentences hold
the words of none of them. The words of all are looked for together, which spares slow searches.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from kg.lexicon.literals import Strings, needs_of, worth

LOOKS = 2  # sets of strings that are looked for; more of them spare nothing


class Patterned(Protocol):
    """What has a pattern."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern."""


T = TypeVar("T", bound=Patterned)


@dataclass(frozen=True)
class Screen(Generic[T]):
    """Things with a pattern, in order, and what a text must hold for each pattern to match.

    `by_string` gives for each string the things, by place, that need it or one beside it;
    `others` are those that need nothing, `also` what each needs besides.
    """

    all: tuple[T, ...]
    by_string: tuple[tuple[str, tuple[int, ...]], ...]
    others: tuple[int, ...]
    also: tuple[tuple[Strings, ...], ...]

    def passed(self, text: str) -> Iterator[T]:
        """Those that a text may match, in their order."""
        folded = text.casefold()
        found = {*self.others}.union(*[places for one, places in self.by_string if one in folded])
        for place in sorted(found):
            if all(any(one in folded for one in strings) for strings in self.also[place]):
                yield self.all[place]


def screen(things: Iterable[T]) -> Screen[T]:
    """Things with a pattern, screened."""
    everything = tuple(things)
    needs = [best(needs_of(thing.pattern.pattern)) for thing in everything]
    by_string: dict[str, tuple[int, ...]] = {}
    for place, sets in enumerate(needs):
        for string in sorted(sets[0]) if sets else ():
            by_string[string] = (*by_string.get(string, ()), place)
    others = tuple(place for place, sets in enumerate(needs) if not sets)
    return Screen(everything, tuple(by_string.items()), others, tuple(s[1:] for s in needs))


def best(sets: Iterable[Strings]) -> tuple[Strings, ...]:
    """The sets that spare most, the smaller ones first."""
    return tuple(sorted(sorted(sets, key=worth, reverse=True)[:LOOKS], key=len))

"""Many patterns with a quick look ahead: which of them a text may match at all.

Hundreds of patterns look for what is told of tables, fixtures and managers, and most sentences hold
the words of none of them. The words of all are looked for together, which spares slow searches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from kg.lexicon.literals import NOTHING, Strings, needs_of, worth
from kg.lexicon.patterns import Written


class Patterned(Protocol):
    """What has a pattern."""

    @property
    def pattern(self) -> Written:
        """The pattern."""


T = TypeVar("T", bound=Patterned)


@dataclass(frozen=True)
class Screen(Generic[T]):
    """Things with a pattern, in order, and what a text must hold for each pattern to match.

    `by_string` gives for each string the things, by place, that need it or one beside it;
    `others` are those that need none; of `besides` each needs one string too.
    """

    all: tuple[T, ...]
    by_string: tuple[tuple[str, tuple[int, ...]], ...]
    others: frozenset[int]
    besides: tuple[Strings, ...]

    def passed(self, text: str) -> Iterator[T]:
        """Those that a text may match, in their order."""
        folded = text.casefold()
        found = self.others.union(*[places for one, places in self.by_string if one in folded])
        for place in sorted(found):
            for string in self.besides[place]:
                if string in folded:
                    yield self.all[place]
                    break


def screen(things: Iterable[T]) -> Screen[T]:
    """Things with a pattern, screened."""
    everything = tuple(things)
    needs = [two_of(needs_of(thing.pattern.text)) for thing in everything]
    by_string: dict[str, tuple[int, ...]] = {}
    for place, (strings, _) in enumerate(needs):
        for string in sorted(strings - NOTHING):
            by_string[string] = (*by_string.get(string, ()), place)
    others = frozenset(place for place, (strings, _) in enumerate(needs) if strings == NOTHING)
    return Screen(
        everything, tuple(by_string.items()), others, tuple(second for _, second in needs)
    )


def two_of(sets: Iterable[Strings]) -> tuple[Strings, Strings]:
    """The two sets that spare most, the smaller one first; what is lacking needs nothing."""
    first, *rest = sorted(sorted(sets, key=worth, reverse=True)[:2], key=len) or [NOTHING]
    return first, rest[0] if rest else NOTHING

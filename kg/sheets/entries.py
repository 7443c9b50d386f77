"""The entries of a part of a sheet: names with the figures, marks and brackets beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.sheets.tokens import Sign, Token
from kg.sheets.told import Minute

HALF_TIME = Minute(46)


@dataclass(frozen=True)
class Item:
    """The figures and marks between two separators: "45 (pen)"; `score` is the one it made."""

    numbers: tuple[Token, ...] = ()
    marks: frozenset[str] = frozenset()
    score: tuple[int, int] | None = None

    @property
    def minute(self) -> Minute | None:
        """Its minute: the figure that is marked so, else the highest; the restart for half-time."""
        marked = [t.minute for t in self.numbers if t.minute and t.sign is Sign.MINUTE]
        plain = [t.minute for t in self.numbers if t.minute]
        best = max(marked or plain, key=lambda m: (m.minute, m.added or 0), default=None)
        return HALF_TIME if not marked and "half_time" in self.marks else best


@dataclass(frozen=True)
class Entry:
    """A name, what stands before it, its items, and its brackets; nameless only inside brackets.

    `group` is the team before a dash or colon: "Hallvik - Kaba 12"; `odd` is what is none of these.
    """

    name: Token | None
    before: Item = Item()
    items: tuple[Item, ...] = ()
    brackets: tuple[tuple["Entry", ...], ...] = ()
    group: Token | None = None
    odd: tuple[Token, ...] = ()

    @property
    def marks(self) -> frozenset[str]:
        """All its marks, and those of brackets that name nobody: "Lund (capt)"."""
        inner = (e for bracket in self.brackets for e in bracket if e.name is None)
        return self.before.marks.union(*(i.marks for i in self.items), *(e.marks for e in inner))

    @property
    def minute(self) -> Minute | None:
        """The first minute told behind it, else before it."""
        behind = (item.minute for item in self.items)
        return next((m for m in behind if m), None) or self.before.minute


def folded(items: Sequence[Item]) -> list[Item]:
    """Items with marks alone made one with the figure beside: "second yellow, 70", "70, pen"."""
    found: list[Item] = []
    for item in items:
        if found and not (found[-1].numbers and item.numbers):
            last = found.pop()
            both = last.numbers + item.numbers, last.marks | item.marks
            found.append(Item(*both, last.score or item.score))
        else:
            found.append(item)
    return found

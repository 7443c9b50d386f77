"""An entry of a sheet while it is read: what stands around its name so far."""

from dataclasses import dataclass, field

from kg.sheets.entries import Entry, Item, folded
from kg.sheets.tokens import Token
from kg.sheets.told import Minute


@dataclass
class OpenEntry:
    """An entry while it is read."""

    name: Token | None = None
    before: Item = field(default_factory=Item)
    items: list[Item] = field(default_factory=lambda: [Item()])
    brackets: list[tuple[Entry, ...]] = field(default_factory=list)
    group: Token | None = None
    odd: list[Token] = field(default_factory=list)
    opens_with_own_goal: bool = False  # "og 80" behind "Kaba 72" is another's

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been read of it."""
        return not (self.name or self.brackets or self.odd or any(i != Item() for i in self.items))

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands behind its name."""
        return self.items == [Item()] and not self.brackets

    def done(self) -> Entry:
        """The entry."""
        items = tuple(folded([item for item in self.items if item != Item()]))
        return Entry(
            self.name, self.before, items, tuple(self.brackets), self.group, tuple(self.odd)
        )

    def put_bracket(self, inner: tuple[Entry, ...]) -> None:
        """Add a bracket; one that names nobody says more of the item before it.

        "45 (pen)" and "(pen 45)" are one item, "(12, 45)" are two, and "2 (12, 45)" tells how many.
        """
        if any(one.name for one in inner):
            self.brackets.append(inner)
            return
        items = folded([item for one in inner for item in one.items])
        self.odd += [token for one in inner for token in one.odd]
        last = self.items[-1]
        if not items:  # "(PA)", "()"
            return
        if len(items) == 1 and not (last.numbers and items[0].numbers):
            both = last.numbers + items[0].numbers, last.marks | items[0].marks
            self.items[-1] = Item(*both, last.score or items[0].score)
        elif last.numbers and last.minute != Minute(len(items)):
            self.items += items
        else:
            self.items[-1:] = items

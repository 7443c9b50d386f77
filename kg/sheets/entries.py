"""Parse the entries of a part of a sheet: a name with its figures, marks and brackets.

    part    = entry { separator entry }
    entry   = { figure | mark } name { figure | mark | bracket }
    bracket = "(" part ")"

"Vold (Krogh 57, Dahl 80)" is one entry of Vold whose bracket has the entries of Krogh and Dahl;
"Holm for Vold 57" reads like "Holm (for Vold 57)". An entry without a name goes on with the one
before it: "Kaba 12, 45 (pen)" is one entry with two items.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.sheets.sheet import Minute
from kg.sheets.tokens import Sign, Token

SEPARATORS = frozenset({Sign.COMMA, Sign.BREAK, Sign.LINE, Sign.DASH})
JOINS = frozenset({"for", "replaced_by", "sub", "assist", "on", "off"})  # marks between two names
SWAPS = frozenset({"/", "→", "->", ">"})
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


@dataclass
class Draft:
    """An entry while it is read."""

    name: Token | None = None
    before: Item = Item()
    items: list[Item] = field(default_factory=lambda: [Item()])
    brackets: list[tuple[Entry, ...]] = field(default_factory=list)
    group: Token | None = None
    odd: list[Token] = field(default_factory=list)

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


class Parser:
    """Reads entries from tokens, left to right; `groups` are the signs behind teams with groups."""

    def __init__(self, tokens: Sequence[Token], groups: frozenset[Sign]) -> None:
        """Take the tokens of one part."""
        self.tokens, self.groups, self.place = tokens, groups, 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The next token, or one further on."""
        at = self.place + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def entries(self, *, inside: bool = False) -> tuple[Entry, ...]:
        """The entries up to the end of the part, or of the bracket it stands in."""
        found: list[Draft] = []
        draft, group = Draft(), None
        while (token := self.peek()) and not (inside and token.sign is Sign.CLOSE):
            if self.heads_group():
                self.close(draft, found)
                draft, group = Draft(), token
                self.place += 2
            elif self.separates(token, draft):
                self.place += 1
                self.close(draft, found)
                draft = Draft()
            elif token.sign is Sign.NAME and draft.name and not draft.is_bare:
                if self.joins(draft):
                    draft.brackets.append((self.joined(draft),))
                else:
                    self.close(draft, found)
                    draft = Draft()
            else:
                self.take(token, draft)
            draft.group = group
        self.place += inside
        self.close(draft, found)
        return tuple(draft.done() for draft in found)

    def close(self, draft: Draft, found: list[Draft]) -> None:
        """Put an entry with those found; one without a name goes on with the entry before."""
        if draft.is_blank:
            return
        if draft.name is None and found and found[-1].name:
            found[-1].items += draft.items
            found[-1].brackets += draft.brackets
            found[-1].odd += draft.odd
        else:
            found.append(draft)

    def heads_group(self) -> bool:
        """Whether a team comes that heads a group: "Hallvik - Kaba 12", "Hallvik: Kaba 12"."""
        one, mark, name = (self.peek(ahead) for ahead in range(3))
        if not (one and mark and name and one.sign is Sign.NAME and mark.sign in self.groups):
            return False
        follows = name.sign in (Sign.NAME, Sign.LINE) or (
            mark.sign is Sign.COLON and name.sign in (Sign.NUMBER, Sign.MINUTE, Sign.SCORE)
        )
        return mark.value not in SWAPS and follows

    def separates(self, token: Token, draft: Draft) -> bool:
        """Whether a token parts two entries."""
        if token.value in SWAPS and draft.name:
            return False
        if token.sign is Sign.MARK:
            return token.value == "and"
        following = self.peek(1)
        if token.sign is Sign.DASH and Sign.DASH in self.groups:
            return not (following and following.sign in (Sign.NUMBER, Sign.MINUTE))
        return token.sign in SEPARATORS

    def joins(self, draft: Draft) -> bool:
        """Whether the mark before a name ties it to the one before: "Holm for Vold"."""
        return bool(draft.items[-1].marks & JOINS)

    def joined(self, draft: Draft) -> Entry:
        """The rest of an entry that a mark ties to its name, as what stands in a bracket."""
        marks = draft.items[-1].marks & JOINS
        draft.items[-1] = Item(draft.items[-1].numbers, draft.items[-1].marks - JOINS)
        inner = Draft(self.tokens[self.place], Item(marks=marks))
        self.place += 1
        while (token := self.peek()) and token.sign in (
            Sign.NUMBER, Sign.MINUTE, Sign.MARK, Sign.RATING
        ):  # fmt: skip
            if token.value == "and":
                break
            self.take(token, inner)
        return inner.done()

    def take(self, token: Token, draft: Draft) -> None:
        """Take one token, or a whole bracket, into an entry."""
        self.place += 1
        item = draft.items[-1]
        if token.sign is Sign.NAME and draft.name is None:
            draft.name, draft.before, draft.items = token, item, [Item()]
        elif token.sign is Sign.OPEN:
            put_bracket(self.entries(inside=True), draft)
        elif token.sign in (Sign.NUMBER, Sign.MINUTE):
            draft.items[-1] = Item((*item.numbers, token), item.marks, item.score)
        elif token.sign is Sign.MARK:
            draft.items[-1] = Item(item.numbers, item.marks | {token.value}, item.score)
        elif token.sign is Sign.SCORE:
            home, away = (int(n) for n in token.value.replace("–", "-").split("-"))
            draft.items[-1] = Item(item.numbers, item.marks, (home, away))
        elif token.value in SWAPS:
            draft.items[-1] = Item(item.numbers, item.marks | {"replaced_by"}, item.score)
        elif token.sign is not Sign.RATING and token.sign is not Sign.DASH:
            draft.odd.append(token)


def put_bracket(inner: tuple[Entry, ...], draft: Draft) -> None:
    """Add a bracket to an entry; one that names nobody says more of the item before it.

    "45 (pen)" and "(pen 45)" are one item, "(12, 45)" are two, and "2 (12, 45)" tells how many.
    """
    if any(entry.name for entry in inner):
        draft.brackets.append(inner)
        return
    items = folded([item for entry in inner for item in entry.items])
    draft.odd += [token for entry in inner for token in entry.odd]
    last = draft.items[-1]
    if len(items) == 1 and not (last.numbers and items[0].numbers):
        both = last.numbers + items[0].numbers, last.marks | items[0].marks
        draft.items[-1] = Item(*both, last.score or items[0].score)
    elif last.numbers and last.minute != Minute(len(items)):
        draft.items += items
    else:
        draft.items[-1:] = items


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


def parse(tokens: Sequence[Token], groups: frozenset[Sign] = frozenset()) -> tuple[Entry, ...]:
    """The entries of a part of a sheet; `groups` are the signs that part a team from its group."""
    return Parser(tokens, groups).entries()

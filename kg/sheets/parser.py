"""Parse the entries of a part of a sheet: a name with its figures, marks and brackets.

    part    = entry { separator entry }
    entry   = { figure | mark } name { figure | mark | bracket }
    bracket = "(" part ")"

"Vold (Krogh 57, Dahl 80)" is one entry of Vold whose bracket has the entries of Krogh and Dahl;
"Holm for Vold 57" reads like "Holm (for Vold 57)". An entry without a name goes on with the one
before it: "Kaba 12, 45 (pen)" is one entry with two items.
"""

from collections.abc import Sequence

from kg.sheets.entries import Entry, Item
from kg.sheets.open_entry import OpenEntry
from kg.sheets.tokens import Sign, Token

SEPARATORS = frozenset({Sign.COMMA, Sign.BREAK, Sign.LINE, Sign.DASH})
JOINS = frozenset({"for", "replaced_by", "sub", "assist", "on", "off"})  # marks between two names
SWAPS = frozenset({"/", "→", "->", ">"})
SLASHED = 6  # slashes of a list that nothing else parts: "Lund / Vold / Dahl ..."


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
        found: list[OpenEntry] = []
        entry, group = OpenEntry(), None
        while (token := self.peek()) and not (inside and token.sign is Sign.CLOSE):
            if self.heads_group():
                self.close(entry, found)
                entry, group = OpenEntry(), token
                self.place += 2
            elif self.separates(token, entry):
                self.place += 1
                self.close(entry, found)
                entry = OpenEntry()
            elif token.sign is Sign.NAME and entry.name and not entry.is_bare:
                if self.joins(entry):
                    entry.brackets.append((self.joined(entry),))
                else:
                    self.close(entry, found)
                    entry = OpenEntry()
            else:
                self.take(token, entry)
            entry.group = group
        self.place += inside
        self.close(entry, found)
        return tuple(one.done() for one in found)

    def close(self, entry: OpenEntry, found: list[OpenEntry]) -> None:
        """Put an entry with those found; one without a name goes on with the entry before."""
        if entry.is_blank:
            return
        if entry.name is None and found and found[-1].name and not entry.opens_with_own_goal:
            found[-1].items += entry.items
            found[-1].brackets += entry.brackets
            found[-1].odd += entry.odd
        else:
            found.append(entry)

    def heads_group(self) -> bool:
        """Whether a team comes that heads a group: "Hallvik - Kaba 12", "Hallvik: Kaba 12"."""
        one, mark, name = (self.peek(ahead) for ahead in range(3))
        if not (one and mark and name and one.sign is Sign.NAME and mark.sign in self.groups):
            return False
        follows = name.sign in (Sign.NAME, Sign.LINE) or (
            mark.sign is Sign.COLON and name.sign in (Sign.NUMBER, Sign.MINUTE, Sign.SCORE)
        )
        return mark.value not in SWAPS and follows

    def separates(self, token: Token, entry: OpenEntry) -> bool:
        """Whether a token parts two entries."""
        if token.value in SWAPS and entry.name:
            return False
        if token.sign is Sign.MARK:
            return token.value == "and"
        following = self.peek(1)
        if token.sign is Sign.DASH and Sign.DASH in self.groups:
            return not (following and following.sign in (Sign.NUMBER, Sign.MINUTE))
        return token.sign in SEPARATORS

    def joins(self, entry: OpenEntry) -> bool:
        """Whether the mark before a name ties it to the one before: "Holm for Vold"."""
        return bool(entry.items[-1].marks & JOINS)

    def joined(self, entry: OpenEntry) -> Entry:
        """The rest of an entry that a mark ties to its name, as what stands in a bracket."""
        marks = entry.items[-1].marks & JOINS
        entry.items[-1] = Item(entry.items[-1].numbers, entry.items[-1].marks - JOINS)
        inner = OpenEntry(self.tokens[self.place], Item(marks=marks))
        self.place += 1
        while (token := self.peek()) and token.sign in (
            Sign.NUMBER, Sign.MINUTE, Sign.MARK, Sign.RATING
        ):  # fmt: skip
            if token.value == "and":
                break
            self.take(token, inner)
        return inner.done()

    def take(self, token: Token, entry: OpenEntry) -> None:
        """Take one token, or a whole bracket, into an entry."""
        self.place += 1
        item = entry.items[-1]
        if token.sign is Sign.NAME and entry.name is None:
            entry.name, entry.before, entry.items = token, item, [Item()]
        elif token.sign is Sign.OPEN:
            entry.put_bracket(self.entries(inside=True))
        elif token.sign in (Sign.NUMBER, Sign.MINUTE):
            entry.items[-1] = Item((*item.numbers, token), item.marks, item.score)
        elif token.sign is Sign.MARK:
            entry.opens_with_own_goal |= entry.is_blank and token.value == "own_goal"
            entry.items[-1] = Item(item.numbers, item.marks | {token.value}, item.score)
        elif token.sign is Sign.SCORE:
            home, away = (int(n) for n in token.value.replace("–", "-").split("-"))
            entry.items[-1] = Item(item.numbers, item.marks, (home, away))
        elif token.value in SWAPS:
            entry.items[-1] = Item(item.numbers, item.marks | {"replaced_by"}, item.score)
        elif token.sign is not Sign.RATING and token.sign is not Sign.DASH:
            entry.odd.append(token)


def parse(tokens: Sequence[Token], groups: frozenset[Sign] = frozenset()) -> tuple[Entry, ...]:
    """The entries of a part of a sheet; `groups` are the signs that part a team from its group."""
    slashes = [token for token in tokens if token.value == "/"]
    if len(slashes) >= SLASHED and all(t.sign is not Sign.COMMA or t.value == "/" for t in tokens):
        tokens = [Token(Sign.BREAK, ";", t.start, t.end) if t in slashes else t for t in tokens]
    return Parser(tokens, groups).entries()

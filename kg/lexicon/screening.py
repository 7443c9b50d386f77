"""Patterns with a quick look ahead: what a text must hold for them to match at all.

"<T0> (?:join|joins) them on [0-9]+ points?" matches no text without " point". Hundreds of patterns
look for what is told of tables, fixtures and managers, and most sentences hold the words of none
of them; to look for the words spares a slow search.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Strings = frozenset[str]
Node = tuple[Any, Any]  # of a parsed pattern: what it is, and what it is made of
NOTHING: Strings = frozenset({""})
MOST = 10  # strings that may stand in one place; what is said in more ways is told by the next
LOOKS = 2  # sets that are looked for; more of them spare nothing


@dataclass(frozen=True)
class Screened:
    """A pattern that heeds case, and what a text needs for it: of each set at least one string."""

    regex: re.Pattern[str]
    needs: tuple[Strings, ...] = field(repr=False)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text that do not overlap."""
        return self.regex.finditer(text) if self.passes(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.regex.search(text) if self.passes(text) else None

    def passes(self, text: str) -> bool:
        """Whether a text holds what the pattern needs."""
        for strings in self.needs:
            for string in strings:
                if string in text:
                    break
            else:
                return False
        return True


def screened(pattern: str) -> Screened:
    """A pattern, compiled, with what it needs."""
    return Screened(re.compile(pattern), needs_of(pattern))


def needs_of(pattern: str) -> tuple[Strings, ...]:
    """What any text holds that a pattern matches.

    >>> [sorted(strings) for strings in needs_of("(?:go|went) up to (?:2nd|[a-z]+) place")]
    [[' place'], ['go up to ', 'went up to ']]
    """
    sets = sorted(map(shortest, sought_by(_parser.parse(pattern)).sets), key=worth, reverse=True)
    return tuple(sorted(sets[:LOOKS], key=len))


def worth(strings: Strings) -> tuple[int, int]:
    """How much a set spares: long strings are rare, and few are soon looked for."""
    return min(map(len, strings)), -len(strings)


def shortest(strings: Strings) -> Strings:
    """The strings that hold no other of them."""
    return frozenset(s for s in strings if not any(o != s and o in s for o in strings))


@dataclass(frozen=True)
class Sought:
    """What a part of a pattern matches, if that is known and little, and else what it needs."""

    all: Strings | None
    sets: tuple[Strings, ...] = ()


def sought_by(nodes: Iterable[Node]) -> Sought:
    """What a sequence matches; neighbours that match few strings each are taken together."""
    sets: list[Strings] = []
    run: Strings = NOTHING
    whole = True
    for node in nodes:
        part = sought_by_one(node)
        if part.all is None:
            sets += [run, *part.sets]
        elif len(run) * len(part.all) > MOST:
            sets.append(run)
        else:
            run = frozenset(one + other for one in run for other in part.all)
            continue
        whole = False
        run = part.all or NOTHING
    sets.append(run)
    return Sought(run if whole else None, tuple(one for one in sets if "" not in one))


def sought_by_one(node: Node) -> Sought:
    """What one part of a pattern matches."""
    found = Sought(None)
    match str(node[0]), node[1]:
        case "LITERAL", code:
            found = Sought(frozenset({chr(code)}))
        case "IN", members if all(str(kind) == "LITERAL" for kind, _ in members):
            found = Sought(frozenset(chr(code) for _, code in members))
        case "AT" | "ASSERT_NOT", _:
            found = Sought(NOTHING)
        case "ASSERT", (_, inner):
            found = Sought(None, sought_by(inner).sets)
        case "SUBPATTERN", (_, 0, 0, inner):
            found = sought_by(inner)
        case "MAX_REPEAT" | "MIN_REPEAT", (low, high, inner):
            once = sought_by(inner)
            if (low, high) == (0, 1) and once.all is not None:
                found = Sought(once.all | NOTHING)
            elif low:
                found = Sought(None, once.sets)
        case "BRANCH", (_, ways):
            found = either(list(map(sought_by, ways)))
    return found


def either(ways: Sequence[Sought]) -> Sought:
    """What one of several ways matches."""
    known = [way.all for way in ways if way.all is not None]
    if len(known) == len(ways):
        return Sought(frozenset().union(*known))
    best = frozenset().union(*(max(way.sets, key=worth, default=NOTHING) for way in ways))
    return Sought(None, () if "" in best else (best,))

"""What a text must hold for a pattern to match it: the words that stand in the pattern itself.

"<T0> (?:join|joins) them on [0-9]+ points?" matches no text without " them on " and "point".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Strings = frozenset[str]
NOTHING: Strings = frozenset({""})
MOST = 10  # strings that may stand in one place; what is said in more ways is told by the next
SIGN = re.compile(
    r"(?P<kind>\(\?P=\w+\)|\\[dDsSwW1-9]|\.)|(?P<edge>\\[bBAZ]|[\^$])|(?P<no>\(\?<?!|\(\?<=)"
    r"|(?P<look>\(\?=)|(?P<open>\((?:\?(?:P<\w+>|:|[a-z-]+:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})[?+]?)"
    r"|(?P<word>[\w '’,:;<>/&-]+(?![*+?{]))|(?P<letter>\\?.)",
    re.DOTALL,
)
PLAIN_SET = re.compile(r"(?!\^)-?[^\\-]+-?")
Signs = Iterator[re.Match[str]]


@dataclass(frozen=True)
class Sought:
    """What a part of a pattern matches, if that is known and little, and else what it needs.

    Of each of `sets` a text holds at least one string, all in one case; where a part matches in
    one of several `ways`, each of them needs more.
    """

    all: Strings | None
    sets: tuple[Strings, ...] = ()
    ways: tuple["Sought", ...] = ()


def needs_of(pattern: str) -> tuple[Strings, ...]:
    """Sets of strings, of each of which any text holds one that a pattern matches, in one case.

    >>> [sorted(strings) for strings in needs_of("(?:go|went) up to (?:2nd|[a-z]+) place")]
    [['go up to ', 'went up to '], [' place']]
    """
    return needed(sought_up_to_bracket(SIGN.finditer(pattern)))


def needs_by_way(pattern: str) -> tuple[tuple[Strings, ...], ...]:
    """The needs of each way through a pattern, of which any text takes one.

    >>> [[sorted(strings) for strings in way] for way in needs_by_way("in [0-9]+ days|later")]
    [[['in '], [' days']], [['later']]]
    """
    return tuple(map(needed, ways_through(sought_up_to_bracket(SIGN.finditer(pattern)))))


def ways_through(sought: Sought) -> Iterator[Sought]:
    """All ways through what is sought."""
    for way in sought.ways:
        yield from ways_through(way)
    if not sought.ways:
        yield sought


def needed(sought: Sought) -> tuple[Strings, ...]:
    """The sets of which a text holds one string each."""
    return tuple(shortest(strings) for strings in sought.sets if "" not in strings)


def shortest(strings: Strings) -> Strings:
    """The strings that hold no other of them."""
    return frozenset(s for s in strings if not any(o != s and o in s for o in strings))


def sought_up_to_bracket(signs: Signs) -> Sought:
    """What a pattern seeks up to the bracket that closes it, or to its end."""
    ways: list[list[Sought]] = [[]]
    for sign in signs:
        if sign.lastgroup == "close":
            break
        if sign.lastgroup == "bar":
            ways.append([])
        elif sign.lastgroup == "repeat":
            ways[-1].append(repeated(ways[-1].pop(), sign[0]))
        else:
            ways[-1].append(sought_by(sign, signs))
    return either([in_row(way) for way in ways])


def sought_by(sign: re.Match[str], signs: Signs) -> Sought:
    """What one sign seeks, with all up to its closing bracket if it opens one."""
    text, found = sign[0], Sought(None)
    match sign.lastgroup:
        case "word":
            found = known({text.casefold()})
        case "letter" if len(text) == 1 or not text[1].isalnum():
            found = known({text[-1].casefold()})
        case "set" if PLAIN_SET.fullmatch(text[1:-1]):
            found = known(map(str.casefold, text[1:-1]))
        case "edge":
            found = Sought(NOTHING)
        case "no":
            sought_up_to_bracket(signs)
            found = Sought(NOTHING)
        case "look":
            found = Sought(None, sought_up_to_bracket(signs).sets)
        case "open":
            found = sought_up_to_bracket(signs)
    return found


def known(strings: Iterable[str]) -> Sought:
    """What seeks one of several strings."""
    found = frozenset(strings)
    return Sought(found, () if "" in found else (found,))


def repeated(once: Sought, times: str) -> Sought:
    """What is sought if a part may stand several times, or not at all."""
    if times[0] == "?" and once.all is not None:
        return Sought(once.all | NOTHING)
    is_needed = times[0] not in "?*" and not times.startswith(("{0", "{,"))
    return Sought(None, once.sets if is_needed else ())


def in_row(parts: Sequence[Sought]) -> Sought:
    """What a sequence matches; neighbours that match few strings each are taken together."""
    telling = [part for part in parts if part.all != NOTHING]
    if len(telling) == 1:
        return telling[0]
    sets: list[Strings] = []
    run: Strings = NOTHING
    whole = True
    for part in parts:
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


def either(ways: Sequence[Sought]) -> Sought:
    """What one of several ways matches."""
    if len(ways) == 1:
        return ways[0]
    whole = [way.all for way in ways if way.all is not None]
    if len(whole) == len(ways):
        return known(frozenset().union(*whole))
    best = frozenset().union(*(max(way.sets, key=worth, default=NOTHING) for way in ways))
    return Sought(None, () if "" in best else (best,), tuple(ways))


def worth(strings: Strings) -> tuple[int, int]:
    """How much a set spares: long strings are rare, and few are soon looked for."""
    return min(map(len, strings)), -len(strings)

"""Find the parts of a sheet: what a heading opens, up to where it ends.

"Hallvik: Lund, Vold ... Subs not used: Holm. Booked: Vold." has three parts. What stands behind a
heading is part of a sheet if it reads as one: names and figures, and no sentence. A line-up needs
eleven names, or fewer beside another part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.sheets.entries import SEPARATORS, Entry, parse
from kg.sheets.headings import LINE_UP, Heading, headings
from kg.sheets.sheet import Span
from kg.sheets.tokens import Sign, Token, tokens

PLAYERS = 11
FEWEST, MOST = 7, 16  # entries of a line-up that stands beside another part of a sheet
WRAPPED = 45  # characters; a line that is wrapped is longer
# What parts a team from its group: "Hallvik - Kaba 12; Brevik - Gomes 80".
GROUPS = {LINE_UP: frozenset[Sign](), **dict.fromkeys(("bench", "unused"), frozenset({Sign.COLON}))}
EITHER = frozenset({Sign.COLON, Sign.DASH})
POSITIONS = frozenset({"goalkeeper", "defender", "midfielder", "forward"})
EVENTS = frozenset(
    {"swaps", "booked", "second_booked", "sent_off", "goals", "missed_penalties", "saved_penalties"}
)
NOTES = frozenset({"attendance", "referee", "half_time", "venue", "manager", "passed_over"})
FIGURE = re.compile(r"\d{1,3}(?:[,. ]\d{3})+|\d{3,6}")
SCORE = re.compile(r"(?<!\d)(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d)")
ODD_SHARE = 0.25  # of the tokens of a part that stands beside another
GAP = re.compile(r"[\s.,;|\"”)\]*•-]*")
FIGURES = frozenset({Sign.NUMBER, Sign.MINUTE, Sign.RATING, Sign.OPEN})


@dataclass(frozen=True)
class Part:
    """A part of a sheet: its heading, its entries, its words, and how far it reaches."""

    heading: Heading
    entries: tuple[Entry, ...]
    tokens: tuple[Token, ...]
    source: Span

    @property
    def kind(self) -> str:
        """What its heading means."""
        return self.heading.kind

    @property
    def odd(self) -> tuple[Token, ...]:
        """The tokens that were not understood."""
        return tuple(token for entry in self.entries for token in odd_of(entry))


def odd_of(entry: Entry) -> Iterator[Token]:
    """What was not understood of an entry and its brackets."""
    yield from entry.odd
    if entry.name is None and entry.before.numbers:
        yield from entry.before.numbers
    for bracket in entry.brackets:
        for inner in bracket:
            yield from odd_of(inner)


def find_parts(text: str) -> tuple[Part, ...]:
    """The parts of the sheets of a text, in order."""
    read = read_parts(text)
    sure = apart([part for part in read if is_clean(part)])
    while more := [p for p in read if p not in sure and is_fair(p) and is_beside(p, sure, text)]:
        grown = apart(sorted([*sure, more[0]], key=lambda part: part.source.start))
        if len(grown) == len(sure):
            read.remove(more[0])
        sure = grown
    return tuple(sure)


def apart(parts: Sequence[Part]) -> list[Part]:
    """The parts without those that begin inside another."""
    kept: list[Part] = []
    for part in parts:
        if not kept or part.source.start >= kept[-1].source.end:
            kept.append(part)
    return kept


def read_parts(text: str) -> list[Part]:
    """What may be parts of a sheet, in order: each ends where the next begins at the latest."""
    found: list[Part] = []
    bound = len(text)
    for heading in reversed(headings(text)):
        part = read_part(text, heading, bound)
        if part:
            found.append(part)
        is_label = heading.kind != LINE_UP or heading.team is None
        if is_label or (part and is_fair(part) and not is_weak(heading)):
            bound = heading.start
    return found[::-1]


def read_part(text: str, heading: Heading, bound: int) -> Part | None:
    """What stands behind a heading, read as a part of a sheet."""
    told = body(text, heading, bound)
    if not told:
        return None
    entries = parse(told, GROUPS.get(heading.kind, EITHER))
    end = max(token.end for token in told if token.sign is not Sign.LINE)
    return Part(heading, entries, told, Span(heading.start, end))


def is_weak(heading: Heading) -> bool:
    """Whether a heading may as well be an entry: a name on a line of its own."""
    return heading.kind == LINE_UP and heading.alone and not heading.aside


def body(text: str, heading: Heading, bound: int) -> tuple[Token, ...]:
    """The tokens behind a heading, to where its part ends."""
    told = tokens(text, heading.end, bound)
    if heading.alone:
        return tuple(lines(told, heading))
    kept: list[Token] = []
    depth = 0
    for place, token in enumerate(told):
        depth += (token.sign is Sign.OPEN) - (token.sign is Sign.CLOSE)
        if depth < 0 or (token.sign is Sign.STOP and depth == 0):
            break
        if token.sign is not Sign.LINE:
            kept.append(token)
        elif kept and depth == 0 and not goes_on(text, heading, kept, told[place + 1 :]):
            break
    return tuple(joined(kept))


def goes_on(text: str, heading: Heading, kept: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a part goes on behind the end of a line, which then is only wrapped."""
    if kept[-1].sign in SEPARATORS:
        return True
    if rest and rest[0].sign in (Sign.COMMA, Sign.BREAK):
        return True
    start = text.rfind("\n", 0, kept[-1].end) + 1
    is_long = kept[-1].end - max(start, heading.start) > WRAPPED
    line = rest[: next((i for i, t in enumerate(rest) if t.sign is Sign.LINE), len(rest))]
    lists = any(t.sign in (Sign.COMMA, Sign.BREAK, Sign.STOP) for t in line)
    is_odd = any(t.sign in (Sign.ODD, Sign.COLON) for t in line)
    return bool(line) and is_long and lists and not is_odd


def joined(kept: Sequence[Token]) -> Iterator[Token]:
    """The tokens with a name that was wrapped in two made one."""
    last: Token | None = None
    for token in kept:
        if last and last.sign is token.sign is Sign.NAME:
            last = Token(Sign.NAME, f"{last.value} {token.value}", last.start, token.end)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def lines(told: Sequence[Token], heading: Heading) -> Iterator[Token]:
    """The tokens of the lines below a heading, as long as they read like entries.

    A list in one line ends with it; of players one a line, those after a numbered one are numbered.
    """
    line: list[Token] = []
    numbered: bool | None = None
    seen = 0
    for token in (*told, None):
        if token is not None and token.sign is not Sign.LINE:
            line.append(token)
            continue
        if not line:
            continue
        if line[-1].sign is Sign.STOP:
            line.pop()
        starts_with_number = bool(line) and line[0].sign is Sign.NUMBER
        listed = sum(t.sign is Sign.NAME for t in line)
        if not line or not listed or any(t.sign in (Sign.ODD, Sign.COLON, Sign.STOP) for t in line):
            return
        if (numbered and not starts_with_number) or (seen >= PLAYERS and heading.kind == LINE_UP):
            return
        yield from line
        ends = any(t.sign in (Sign.COMMA, Sign.BREAK) for t in line) and line[-1].sign is Sign.NAME
        if ends and listed > 1:
            return
        if token is not None:
            yield token
        numbered = starts_with_number if numbered is None else numbered
        seen += 1
        line = []


def is_clean(part: Part) -> bool:
    """Whether a part reads as one of a sheet, whatever stands beside it."""
    if part.heading.aside == "bare" or part.kind == "passed_over":
        return False
    if part.kind in NOTES:
        return is_note(part)
    if part.odd or not part.entries or any(e.name is None for e in part.entries):
        return False
    if part.kind != LINE_UP or part.heading.team is None:
        return part.kind in EVENTS or len(part.entries) > 1
    if part.heading.alone:
        return len(part.entries) == PLAYERS and has_figures(part)
    count = len(part.entries)
    shows = bool(part.heading.aside) or has_minutes(part)
    return PLAYERS - 1 <= count <= PLAYERS + 1 or (shows and FEWEST <= count <= MOST)


def is_fair(part: Part) -> bool:
    """Whether a part reads as one of a sheet beside another."""
    if part.kind in NOTES:
        return is_note(part) or part.kind == "passed_over"
    named = [e for e in part.entries if e.name]
    if part.kind == LINE_UP and part.heading.team and not FEWEST <= len(named) <= MOST:
        return False
    return bool(named) and len(part.odd) <= ODD_SHARE * len(part.tokens)


def is_note(part: Part) -> bool:
    """Whether a note says what its label promises: a figure, a score, a name."""
    if part.kind in ("attendance", "half_time"):
        text = " ".join(t.value for t in part.tokens[:4])
        return (
            any(t.sign is Sign.SCORE for t in part.tokens)
            if part.kind == "half_time"
            else bool(FIGURE.search(text.replace(" , ", ",")))
        )
    return part.tokens[0].sign is Sign.NAME and not any(t.sign is Sign.ODD for t in part.tokens)


def has_figures(part: Part) -> bool:
    """Whether the entries of a list carry figures, as no list of headlines does."""
    return any(t.sign in FIGURES for t in part.tokens)


def has_minutes(part: Part) -> bool:
    """Whether some entry has a bracket with a substitute in it."""
    return any(inner.name and inner.minute for e in part.entries for b in e.brackets for inner in b)


def is_beside(part: Part, sure: Sequence[Part], text: str) -> bool:
    """Whether a part stands right before or behind one that is sure."""
    for other in sure:
        low, high = sorted((part.source, other.source), key=lambda s: s.start)
        if GAP.fullmatch(text, low.end, max(low.end, high.start)):
            return True
    return False

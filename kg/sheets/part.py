"""A part of a sheet, and how surely it reads as one: names and figures, and no sentence.

"Hallvik: Lund, Vold ... Subs not used: Holm. Booked: Vold." has three parts. A line-up needs eleven
names, or fewer beside another part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.sheets.bodies import PLAYERS
from kg.sheets.entries import Entry
from kg.sheets.headings import LINE_UP, Heading
from kg.sheets.tokens import Sign, Token
from kg.sheets.told import Span

FEWEST, MOST = 7, 16  # entries of a line-up that stands beside another part of a sheet
BENCHES = frozenset({"bench", "unused", "swaps"})
CARDS = frozenset({"booked", "second_booked", "sent_off"})
EVENTS = CARDS | {"swaps", "goals", "missed_penalties", "saved_penalties"}
POSITIONS = frozenset({"goalkeeper", "defender", "midfielder", "forward"})  # labels in a squad
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


def is_weak(heading: Heading) -> bool:
    """Whether a heading may as well be an entry: a name on a line of its own."""
    return heading.kind == LINE_UP and heading.alone and not heading.aside


def is_clean(part: Part) -> bool:
    """Whether a part reads as one of a sheet, whatever stands beside it."""
    if part.heading.aside == "bare" or part.kind == "passed_over":
        return False
    if part.kind in NOTES:
        return is_note(part)
    if part.odd or (part.tokens and not part.entries) or any(not e.name for e in part.entries):
        return False
    if part.kind != LINE_UP or part.heading.team is None or not part.tokens:
        return part.kind in EVENTS or not part.tokens or len(part.entries) > 1 or has_minutes(part)
    if part.heading.alone:
        return len(part.entries) == PLAYERS and (has_figures(part) or bool(part.heading.aside))
    count = len(part.entries)
    shows = bool(part.heading.aside) or has_minutes(part)
    return PLAYERS - 1 <= count <= PLAYERS + 1 or (shows and FEWEST <= count <= MOST)


def is_one_of_two(part: Part, parts: Sequence[Part], text: str) -> bool:
    """Whether a list of eleven names, one a line below a team, stands next to another such list."""
    lists = [p for p in parts if is_weak(p.heading) and len(p.entries) == PLAYERS and not p.odd]
    return part in lists and is_beside(part, [other for other in lists if other is not part], text)


def is_fair(part: Part) -> bool:
    """Whether a part reads as one of a sheet beside another."""
    if part.kind in NOTES:
        return is_note(part) or part.kind == "passed_over"
    if not part.tokens:
        return True
    named = [e for e in part.entries if e.name]
    if part.kind == LINE_UP and part.heading.team and not FEWEST <= len(named) <= MOST:
        return False
    return bool(named) and len(part.odd) <= ODD_SHARE * len(part.tokens)


def is_note(part: Part) -> bool:
    """Whether a note says what its label promises: a figure, a score, a name."""
    if part.kind == "half_time":
        return any(t.sign is Sign.SCORE for t in part.tokens)
    if part.kind == "attendance":
        text = " ".join(t.value for t in part.tokens[:4])
        return FIGURE.search(text.replace(" , ", ",")) is not None
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

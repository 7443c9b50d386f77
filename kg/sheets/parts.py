"""Find the parts of a sheet: what a heading opens, up to where it ends.

"Hallvik: Lund, Vold ... Subs not used: Holm. Booked: Vold." has three parts. What stands behind a
heading is part of a sheet if it reads as one: names and figures, and no sentence. A line-up needs
eleven names, or fewer beside another part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mode

from kg.sheets.bodies import PLAYERS, body
from kg.sheets.entries import Entry
from kg.sheets.headings import LINE_UP, Heading, headings, written
from kg.sheets.parser import parse
from kg.sheets.sheet import Span
from kg.sheets.tokens import Sign, Token, tokens

FEWEST, MOST = 7, 16  # entries of a line-up that stands beside another part of a sheet
# What parts a team from its group: "Hallvik - Kaba 12; Brevik - Gomes 80".
GROUPS = {LINE_UP: frozenset[Sign](), **dict.fromkeys(("bench", "unused"), frozenset({Sign.COLON}))}
BENCHES = frozenset({"bench", "unused", "swaps"})
OF_TEAM = frozenset({"of", "the", "and"})
EITHER = frozenset({Sign.COLON, Sign.DASH})
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


def find_parts(text: str) -> tuple[Part, ...]:
    """The parts of the sheets of a text, in order."""
    read = read_parts(text)
    bare = list(bare_line_ups(text, [part for part in read if is_fair(part)]))
    clean = [part for part in read if is_clean(part) or is_one_of_two(part, read, text)]
    sure = apart(sorted([*clean, *bare], key=lambda part: part.source.start))
    while more := [p for p in read if p not in sure and is_fair(p) and is_beside(p, sure, text)]:
        grown = apart(sorted([*sure, more[0]], key=lambda part: part.source.start))
        if len(grown) == len(sure):
            read.remove(more[0])
        sure = grown
    return tuple(sure)


def bare_line_ups(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The line-ups before other parts that nothing heads: "Hallvik Lund, Vold ... Subs: Holm"."""
    reached = 0
    for part in parts:
        if part.kind in BENCHES | EVENTS and part.heading.team is None:
            start = max(reached, text.rfind("\n", 0, len(text[: part.source.start].rstrip())) + 1)
            line_up = bare_line_up(text, start, part.source.start)
            if line_up:
                yield line_up
        reached = part.source.end


def bare_line_up(text: str, start: int, end: int) -> Part | None:
    """A stretch read as a line-up, the words before its first player as the team."""
    told = with_whole_team(
        [t for t in tokens(text, start, end) if t.sign not in (Sign.STOP, Sign.LINE)]
    )
    entries = parse(told)
    names = [entry.name for entry in entries if entry.name]
    if not PLAYERS - 1 <= len(names) <= PLAYERS + 1 or len(names) != len(entries):
        return None
    usual = mode(len(name.value.split()) for name in names)
    first, team = names[0], None
    words = first.value.split()
    if len(words) > usual:
        player = " ".join(words[-usual:])
        at = text.rindex(words[-usual], first.start, first.end)
        team = written(text, first.start, first.start + len(text[first.start : at].rstrip()))
        entries = (replace(entries[0], name=replace(first, value=player, start=at)), *entries[1:])
    source = Span(told[0].start, told[-1].end)
    part = Part(Heading(LINE_UP, start, start, team), entries, told, source)
    return None if part.odd else part


def with_whole_team(told: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a name of several parts at the start made one: "Queen of the Fjord Lund"."""
    ends = next((n for n, t in enumerate(told) if t.sign not in (Sign.NAME, Sign.ODD)), 0)
    lead = told[:ends]
    if len(lead) < 2 or any(t.sign is Sign.ODD and t.value not in OF_TEAM for t in lead):
        return tuple(told)
    whole = " ".join(t.value for t in lead)
    return (Token(Sign.NAME, whole, lead[0].start, lead[-1].end), *told[ends:])


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
        if found and only_opens(text, heading, found[-1], part):
            part = Part(heading, (), (), Span(heading.start, heading.end))
        if part:
            found.append(part)
        is_label = heading.kind != LINE_UP or heading.team is None
        if is_label or (part and is_fair(part) and not is_weak(heading)):
            bound = heading.start
    return found[::-1]


def only_opens(text: str, heading: Heading, behind: Part, part: Part | None) -> bool:
    """Whether a heading says no more than what follows: "Line-ups", then "Hallvik" and its players.

    So too the team in "Hallvik squad: Goalkeepers: ...".
    """
    if text[heading.end : behind.source.start].strip():
        return False
    if heading.team is not None:
        return part is None and behind.kind in POSITIONS
    return heading.kind == LINE_UP and behind.kind == LINE_UP and is_fair(behind)


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
        return len(part.entries) == PLAYERS and has_figures(part)
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

"""The line-ups that nothing heads, before other parts: "Hallvik Lund, Vold ... Subs: Holm".

The words before the first player are his team: most names in a list have as many words, and those
that the first has more are not his.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mode

from kg.sheets.bodies import PLAYERS
from kg.sheets.headings import LINE_UP, Heading, written
from kg.sheets.parser import parse
from kg.sheets.part import BENCHES, EVENTS, Part
from kg.sheets.tokens import Sign, Token, tokens
from kg.sheets.told import Span

OF_TEAM = frozenset({"of", "the", "and"})


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

"""The lines behind line-ups that nothing heads: who scored, how many watched, who refereed.

"Kaba 12, 45 pen." below the line-up that lists Kaba are his goals; a figure and a name with the
place it comes from end the sheet: "4,120", "S Bennet (Norheim)". Such lines tell what no label of
the sheet does.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from kg.sheets.draft import is_form
from kg.sheets.headings import LINE_UP, Heading
from kg.sheets.parser import parse
from kg.sheets.part import BENCHES, Part
from kg.sheets.tokens import Sign, Token, tokens
from kg.sheets.told import Span

LINE = re.compile(r"[^\n]+")
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+\.?")
ENDS = frozenset({Sign.STOP, Sign.LINE})
FROM_PLACE = (Sign.NAME, Sign.OPEN, Sign.NAME, Sign.CLOSE)


def bare_lines(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that are lines of their own behind lists of players that no team heads."""
    lists = [part for part in parts if part.kind in BENCHES | {LINE_UP}]
    if not lists or any(part.heading.team for part in lists):
        return
    labelled = {part.kind for part in parts}
    listed = {name for part in lists for name in names_in(part)}
    starts = [part.source.start for part in parts]
    for part in lists:
        ends = min((start for start in starts if start >= part.source.end), default=len(text))
        below = text.find("\n", part.source.end, ends)
        before = part.kind
        for line in LINE.finditer(text, below, ends) if below >= 0 else ():
            found = bare_line(text, line, listed, before)
            if found is None:
                break
            before = found.kind
            if before not in labelled:
                yield found


def names_in(part: Part) -> Iterator[str]:
    """The names of a list, those in its brackets too."""
    for entry in part.entries:
        inner = (e for bracket in entry.brackets for e in bracket)
        yield from (e.name.value for e in (entry, *inner) if e.name)


def bare_line(text: str, line: re.Match[str], listed: Collection[str], before: str) -> Part | None:
    """What a line says, behind a part of a kind, or nothing if it reads like none."""
    told = tuple(t for t in tokens(text, line.start(), line.end()) if t.sign not in ENDS)
    kind = kind_of(line[0].strip(), told, listed, before)
    if kind is None:
        return None
    heading = Heading(kind, line.start(), line.start())
    return Part(heading, parse(told), told, Span(told[0].start, told[-1].end))


def kind_of(line: str, told: Sequence[Token], listed: Collection[str], before: str) -> str | None:
    """What kind of part a line is: goals of players listed, or a note behind them.

    Of names alone it is not told what they did.
    """
    if FIGURE.fullmatch(line):
        return "attendance"
    signs = tuple(t.sign for t in told)
    if signs == FROM_PLACE and (before == "attendance" or is_initialled(told[0])):
        return "referee"
    entries = parse(told)
    known = [e.name and any(is_form(e.name.value, name) for name in listed) for e in entries]
    if not known or not all(known) or any(e.odd or e.brackets for e in entries):
        return None
    if all(e.minute for e in entries):
        return "goals"
    return "passed_over" if set(signs) <= {Sign.NAME, Sign.COMMA} else None


def is_initialled(name: Token) -> bool:
    """Whether a name is one with an initial: "S Bennet"."""
    return len(name.value.split()[0].rstrip(".")) == 1

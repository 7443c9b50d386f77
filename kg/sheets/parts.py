"""Find the parts of a sheet: what a heading opens, up to where it ends.

What stands behind a heading may be a sentence as well; it is a part if it reads as one
(`kg.sheets.part`), by itself or beside another that is sure.
"""

from collections.abc import Sequence

from kg.sheets.bare_line_ups import bare_line_ups
from kg.sheets.bare_lines import bare_lines
from kg.sheets.bodies import body
from kg.sheets.headings import LINE_UP, Heading, headings
from kg.sheets.parser import parse
from kg.sheets.part import POSITIONS, Part, is_beside, is_clean, is_fair, is_one_of_two, is_weak
from kg.sheets.tokens import Sign
from kg.sheets.told import Span

# What parts a team from its group: "Hallvik - Kaba 12; Brevik - Gomes 80".
GROUPS = {LINE_UP: frozenset[Sign](), **dict.fromkeys(("bench", "unused"), frozenset({Sign.COLON}))}
EITHER = frozenset({Sign.COLON, Sign.DASH})


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
    return tuple(apart(sorted([*sure, *bare_lines(text, sure)], key=lambda p: p.source.start)))


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

"""Score lines with their scorers: "Hallvik 2 (Kaba 45, Vold 90) Brevik 1 (Sudo 10 pen)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.sheets.entries import parse
from kg.sheets.headings import START, TEAM, Heading, written
from kg.sheets.parts import Part
from kg.sheets.sheet import Span, Written
from kg.sheets.tokens import Sign, tokens

INSIDE = r"[^()\n]*(?:\([^()\n]*\)[^()\n]*)*"


@dataclass(frozen=True)
class ScoreLine:
    """Two teams with their goals, those at half-time if told, and the scorers of each."""

    teams: tuple[Written, Written]
    score: tuple[int, int]
    half_time: tuple[int, int] | None
    scorers: tuple[Part | None, Part | None]
    source: Span


@cache
def pattern() -> re.Pattern[str]:
    """A score line."""

    def side(mark: str) -> str:
        return (
            rf"(?P<team{mark}>{TEAM})(?:\s?\((?P<half{mark}>\d{{1,2}})\))?\s(?P<goals{mark}>\d{{1,2}})"
            rf"(?![\d'’])(?:\s?\((?P<behind{mark}>\d{{1,2}})\))?"
            rf"(?:\s?[(\[](?P<list{mark}>{INSIDE})[)\]])?"
        )

    return re.compile(rf"{START}{side('1')}\s?[-–,;]?\s*{side('2')}(?=\s*(?:[.,;]|\n|$))")


def find_score_lines(text: str) -> Iterator[ScoreLine]:
    """The score lines of a text that tell scorers, or the score at half-time."""
    for found in pattern().finditer("\n" + text):
        halves = [found[f"half{n}"] or found[f"behind{n}"] for n in "12"]
        parts = tuple(scorers(text, found, n) for n in "12")
        one, other = (written(text, *shifted(found, f"team{n}")) for n in "12")
        if any(parts) or all(halves):
            start, end = one.start, found.end() - 1
            half = (int(halves[0]), int(halves[1])) if halves[0] and halves[1] else None
            score = int(found["goals1"]), int(found["goals2"])
            yield ScoreLine((one, other), score, half, (parts[0], parts[1]), Span(start, end))


def shifted(found: re.Match[str], name: str) -> tuple[int, int]:
    """The offsets of a group in the text, before which a line break was put."""
    start, end = found.span(name)
    return start - 1, end - 1


def scorers(text: str, found: re.Match[str], mark: str) -> Part | None:
    """The scorers in the brackets behind a team, if they read as such."""
    if found[f"list{mark}"] is None:
        return None
    start, end = shifted(found, f"list{mark}")
    told = tokens(text, start, end)
    entries = parse(told)
    source = Span(found.start(), found.end() - 1)
    part = Part(Heading("goals", start, start), entries, told, source)
    named = entries and all(entry.name for entry in entries)
    dated = any(t.sign in (Sign.NUMBER, Sign.MINUTE) for t in told)
    return part if named and dated and not part.odd else None

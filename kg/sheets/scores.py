"""Score lines with their scorers: "Hallvik 2 (Kaba 45, Vold 90) Brevik 1 (Sudo 10 pen)".

Two lines may tell them without brackets: "Hallvik 2 Kaba 45, Vold 90".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.sheets.entries import Entry
from kg.sheets.headings import START, TEAM, Heading, written
from kg.sheets.incidents import goals_of
from kg.sheets.parser import parse
from kg.sheets.part import Part
from kg.sheets.tokens import tokens
from kg.sheets.told import Span, Written

LATER = 10  # a minute that is no score: of two results in two lines none is a list of scorers
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
            rf"(?:\s?[(\[](?P<list{mark}>{INSIDE})[)\]]"
            rf"|[ ,:–-]+(?P<open{mark}>[^\n]*\d[^\n]*)(?=\n|$))?"
        )

    return re.compile(
        rf"{START}(?:[•·▪●*] ?)?{side('1')}\s?[-–,;]?(?P<gap>\s*){side('2')}(?=\s*(?:[.,;]|\n|$))"
    )


def lines_of(text: str) -> Iterator[re.Match[str]]:
    """The score lines, each in one line, or its two sides in two.

    What ends a line and a side in the next are no pair: "Report: Hallvik 2 Brevik 1", then
    "Hallvik 2 (Kaba 45, Vold 90)".
    """
    place = 0
    while found := pattern().search(text, place):
        opens = text.rfind("\n", 0, found.start("team1")) + 1
        is_mid_line = bool(text[opens : found.start("team1")].strip(" \t•·▪●*"))
        parts = is_mid_line and "\n" in found["gap"]
        if not parts:
            yield found
        place = found.start("team2") - 1 if parts else found.end()


def find_score_lines(text: str) -> Iterator[ScoreLine]:
    """The score lines of a text that tell scorers, or the score at half-time."""
    for found in lines_of("\n" + text):
        halves = [found[f"half{n}"] or found[f"behind{n}"] for n in "12"]
        parts = tuple(scorers(text, found, n) for n in "12")
        one, other = (written(text, *shifted(found, f"team{n}")) for n in "12")
        if any(parts) or all(halves):
            start, end = one.start, found.end() - 1
            half = (int(halves[0]), int(halves[1])) if halves[0] and halves[1] else None
            score = int(found["goals1"]), int(found["goals2"])
            yield ScoreLine((one, other), score, half, (parts[0], parts[1]), Span(start, end))


def is_of_nobody(entry: Entry) -> bool:
    """Whether an own goal is told without who put it in: "(OG 24, Kaba 72)"."""
    return "own_goal" in entry.marks


def shifted(found: re.Match[str], name: str) -> tuple[int, int]:
    """The offsets of a group in the text, before which a line break was put."""
    start, end = found.span(name)
    return start - 1, end - 1


def scorers(text: str, found: re.Match[str], mark: str) -> Part | None:
    """The scorers behind a team, if they read as such; without brackets, as many as the goals."""
    name = f"list{mark}" if found[f"list{mark}"] is not None else f"open{mark}"
    if found[name] is None:
        return None
    start, end = shifted(found, name)
    told = tokens(text, start, end)
    entries = parse(told)
    source = Span(shifted(found, "team1")[0], found.end() - 1)
    part = Part(Heading("goals", start, start), entries, told, source)
    named = any(e.name for e in entries) and all(e.name or is_of_nobody(e) for e in entries)
    minutes = [t.minute.minute for t in told if t.minute]
    counts = len(list(goals_of(part))) == int(found[f"goals{mark}"])
    is_sure = name.startswith("list") or (counts and max(minutes, default=0) >= LATER)
    return part if named and minutes and is_sure and not part.odd else None

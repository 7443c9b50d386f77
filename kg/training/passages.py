"""Labelled reports: prose of our own invention in which every name is marked with its side.

    {A|Hallvik} edged out {B|Brevik} 2-1 when {A|Kaba} headed in {A|Nduri}'s corner.

A and B are the two sides, N is neither. A file holds several reports, parted by `---`; the first
line of each tells its manner and the names of its teams (`# wire: Hallvik; Brevik`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import InputError
from kg.language import Document
from kg.mentions import Entity, Mention, Scene
from kg.report import Report

MARK = re.compile(r"\{([ABN])\|([^{}]+)\}")
PARTED = re.compile(r"^---\s*$", re.MULTILINE)
NEITHER = "N"


@dataclass(frozen=True)
class Passages:
    """A report without its marks, and what they mark: (first, behind the last, side) by offset.

    `teams` are the marked stretches that name a team.
    """

    report: Report
    marks: tuple[tuple[int, int, str], ...]
    teams: frozenset[str] = frozenset()


def read_passages(path: Path) -> Iterator[Passages]:
    """The labelled reports of a file.

    Raises:
        InputError: a brace that is no mark is left in a report.
    """
    for number, text in enumerate(PARTED.split(path.read_text(encoding="utf-8"))):
        first, _, prose = text.strip().partition("\n")
        _, _, teams = first.partition(": ")
        told = unmark(f"{path.stem}-{number}", prose.strip(), str(path))
        yield replace(told, teams=frozenset(filter(None, teams.split("; "))))


def unmark(name: str, marked: str, source: str) -> Passages:
    """Take the marks out of a report."""
    text, marks, position = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        marks.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        position = mark.end()
    text += marked[position:]
    stray = re.search(r"[{}].{0,20}", text)
    if stray:
        raise InputError(f"{source}, {name}", f"stray brace: {stray[0]!r}", "write {A|Name}")
    return Passages(Report(name, text, source), tuple(marks))


Place = tuple[int, int]  # a sentence, by its number, and the index of a word in it


def sides_of_mentions(scene: Scene, passages: Passages) -> dict[Place, str]:
    """The side of each mention that is marked, or stands for somebody who is, by its place."""
    marked = {place(m): side for m in scene.mentions if (side := side_at(m, passages))}
    counts: dict[Entity, Counter[str]] = {}
    for mention in scene.mentions:
        if mention.entity is not None and mention.named and place(mention) in marked:
            counts.setdefault(mention.entity, Counter())[marked[place(mention)]] += 1
    for mention in scene.mentions:
        if place(mention) not in marked and mention.entity in counts:
            marked[place(mention)] = counts[mention.entity].most_common(1)[0][0]
    return {where: side for where, side in marked.items() if side != NEITHER}


def place(mention: Mention) -> Place:
    """Where the head of a mention stands."""
    return mention.sentence.number, mention.head


def side_at(mention: Mention, passages: Passages) -> str | None:
    """The side that a mark around the head of a mention gives it."""
    start, end = mention.token.start, mention.token.end
    return next((s for first, last, s in passages.marks if first <= start and end <= last), None)


def team_names(document: Document, passages: Passages) -> dict[str, bool]:
    """Whether each name of a labelled report is a team's.

    A name that is only a part of what is marked, as "Brevik" of "the Brevik keeper", is left out.
    """
    found: dict[str, bool] = {}
    for name in document.names:
        marked = next(
            (
                passages.report.text[first:last]
                for first, last, _ in passages.marks
                if first <= name.start and name.end <= last
            ),
            None,
        )
        is_team = marked in passages.teams
        if is_team or marked in (None, name.text):
            found[name.text] = found.get(name.text, False) or is_team
    return found

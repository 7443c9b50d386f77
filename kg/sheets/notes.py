"""The notes of a sheet: how many watched, who refereed, the score at half-time, the ground."""

import re

from kg.sheets.part import FIGURE, SCORE, Part
from kg.sheets.tokens import Sign
from kg.sheets.told import Note, Written


def figure_of(text: str, part: Part) -> Note[int] | None:
    """The figure of a note: "Att: 47,111"."""
    found = FIGURE.search(text, part.heading.end, part.source.end)
    return Note(int(re.sub(r"\D", "", found.group())), part.source) if found else None


def score_of(text: str, part: Part) -> Note[tuple[int, int]] | None:
    """The score of a note: "Half-time: 1-0"."""
    found = SCORE.search(text, part.heading.end, part.source.end)
    return Note((int(found[1]), int(found[2])), part.source) if found else None


def name_of(part: Part) -> Note[Written] | None:
    """The first name of a note: "Referee: S Bennett (Kent)"."""
    name = next((token for token in part.tokens if token.sign is Sign.NAME), None)
    return Note(name.written, part.source) if name else None

"""What a report is made of: blocks, each of one kind, the place it was written at, its sheet."""

from dataclasses import dataclass
from enum import StrEnum

from kg.blocks.datelines import Dateline
from kg.sheets import Sheet


class Kind(StrEnum):
    """What a block of a report is."""

    DATE_LINE = "date line"
    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    PROSE = "prose"
    TEAM_SHEET = "team sheet"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True)
class Block:
    """A stretch of the report: `report.readable[start:end]` with its line breaks made spaces."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Layout:
    """What a report is made of: its blocks in order, the dateline of its prose, its team sheet."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None
    sheet: Sheet | None

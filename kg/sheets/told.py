"""What a team sheet tells in one place: a player listed or swapped, a card, a goal, a note."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Written:
    """A name as the report writes it, white space made single; offsets are the report's."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Span:
    """A stretch of the report: the part of a sheet that says something."""

    start: int
    end: int


@dataclass(frozen=True)
class Minute:
    """A minute counted from kick-off; 90+3 is minute 90, added 3."""

    minute: int
    added: int | None = None


@dataclass(frozen=True)
class Listed:
    """A player in a line-up, on a bench or in a squad; `captain` as the sheet marks him.

    `position` is that under which he is listed, or "goalkeeper" where a mark says so.
    """

    name: Written
    source: Span
    position: str | None = None
    captain: bool = False


@dataclass(frozen=True)
class Swap:
    """A substitution: who came on, who went off, and when, as far as the sheet says."""

    on: Written | None
    off: Written | None
    minute: Minute | None
    source: Span


@dataclass(frozen=True)
class CardShown:
    """A card: `colour` is "yellow", "second_yellow", or "" for a dismissal."""

    player: Written
    colour: str
    minute: Minute | None
    source: Span


@dataclass(frozen=True)
class Scored:
    """A goal: `kind` is "regular", "penalty" or "own_goal", `score` the score it made.

    `gained` tells whether the side it is listed under gained it, and did not concede it.
    """

    scorer: Written
    kind: str
    minute: Minute | None
    source: Span
    assist: Written | None = None
    score: tuple[int, int] | None = None
    gained: bool = True


@dataclass(frozen=True)
class Missed:
    """A penalty that was no goal: `outcome` is "missed" or "saved"."""

    taker: Written
    outcome: str
    minute: Minute | None
    source: Span


@dataclass(frozen=True)
class Note(Generic[Value]):
    """Something a sheet says of the match or of a side, with the part that says it."""

    value: Value
    source: Span

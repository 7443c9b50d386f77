"""The minute axis: where on it each event stands.

Every event and every tick (kick-off, half-time, full time) has a row of its own. A row stands at
its minute if it can and makes room if it must; the order in time is always kept, so the axis is
stretched where much happens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.picture.spacing import spread
from kg.picture.story import Event, Story

ROW_ABOVE = 19.0  # room over a row's line, for the words on it
ROW_BELOW = 15.0
LINK_STEP = 15.0  # from a row's first line to its second
TICK_ROOM = 15.0
BARE_HEIGHT = 250.0  # of the axis without events
HEIGHT_PER_ROW = 24.0
STOPPAGE = 99  # after every minute of added time


@dataclass(frozen=True)
class Row:
    """A line of the axis at height y: an event, or a tick with its words."""

    y: float
    event: Event | None
    tick: str = ""


@dataclass(frozen=True)
class Timeline:
    """The rows from top to bottom: those on the axis, then the events without a minute."""

    timed: tuple[Row, ...]
    untimed: tuple[Row, ...]


def lay_out(story: Story) -> Timeline:
    """The rows of a match, the topmost (kick-off) at height 0."""
    sided = [event for event in story.events if event.side]
    told = [(event.minute, event) for event in sided if event.minute is not None]
    ticks = _ticks(max((minute for minute, _ in told), default=0))
    entries: list[tuple[int, int, Event | str]] = [
        *((minute, event.added, event) for minute, event in told),
        *((minute, after, words) for minute, after, words in ticks),
    ]
    entries.sort(key=lambda entry: entry[:2])  # stable: equal minutes keep the story's order
    scale = (BARE_HEIGHT + HEIGHT_PER_ROW * len(told)) / ticks[-1][0]
    things = [thing for *_, thing in entries]
    places = spread([minute * scale for minute, *_ in entries], _gaps(things))
    timed = tuple(_row(y - places[0], thing) for y, thing in zip(places, things, strict=True))
    untold = [event for event in sided if event.minute is None]
    below = spread([0.0] * len(untold), _gaps(untold))
    untimed = tuple(_row(y - below[0], event) for y, event in zip(below, untold, strict=True))
    return Timeline(timed, untimed)


def _ticks(last: int) -> tuple[tuple[int, int, str], ...]:
    ticks = ((0, -1, "kick-off"), (45, STOPPAGE, "half-time"), (90, STOPPAGE, "full time"))
    return (*ticks, (120, STOPPAGE, "after extra time")) if last > 90 else ticks


def _row(y: float, thing: Event | str) -> Row:
    return Row(y, None, thing) if isinstance(thing, str) else Row(y, thing)


def _gaps(things: Sequence[Event | str]) -> list[float]:
    return [_below(upper) + _above(lower) for upper, lower in pairwise(things)]


def _above(thing: Event | str) -> float:
    return TICK_ROOM if isinstance(thing, str) else ROW_ABOVE


def _below(thing: Event | str) -> float:
    if isinstance(thing, str):
        return TICK_ROOM
    return ROW_BELOW + LINK_STEP * max(len(thing.parts) - 1, 0)

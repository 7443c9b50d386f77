"""When the match of a telling can have been played, and when its report was written, as days."""

import datetime
from collections.abc import Iterator

from kg.fuse.telling import Day, Telling

LOOKS_BACK = datetime.timedelta(days=300)  # how old a match can be that a report recalls
LOOKS_AHEAD = datetime.timedelta(days=14)  # how far off a match can be that it announces


def near(telling: Telling, apart: int) -> list[str]:
    """The day on which a report was written, and those around it; none if that is untold."""
    written = telling.written
    if written is None:
        return []
    return [str(written + datetime.timedelta(days=n)) for n in range(-apart, apart + 1)]


def days(telling: Telling) -> Iterator[Day]:
    """The days on which the match can have been played, where they are few."""
    if telling.days:
        first, last = telling.days
        yield from (first + datetime.timedelta(days=n) for n in range((last - first).days + 1))


def years(telling: Telling) -> Iterator[int]:
    """The years in which a telling may find the match it is of."""
    if telling.days:
        first, last = telling.days
    elif telling.reported:
        first, last = telling.reported, telling.reported + LOOKS_AHEAD
        first = first if telling.match.scheduled else first - LOOKS_BACK
    else:
        return
    yield from range(first.year, last.year + 1)

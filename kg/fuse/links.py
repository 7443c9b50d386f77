"""Which reports can bear on each other: the keys that tellings of one match share.

Two tellings are only ever compared if they share a key, so whatever is decided of a telling is
decided by those it is linked to, directly or through others. `neighbours` follows the keys. They
are narrow (two sides on a day, two sides and a verdict in a year), so that a report has as many
neighbours in a large archive as in a small one.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator

from kg.fuse.telling import Day, Telling, tellings
from kg.identity import Identity
from kg.reconcile import Reading

LOOKS_BACK = datetime.timedelta(days=300)  # how old a match can be that a report recalls
LOOKS_AHEAD = datetime.timedelta(days=14)  # how far off a match can be that it announces
Lookup = Callable[[str], Iterable[Reading]]


def links(reading: Reading, identity: Identity) -> frozenset[str]:
    """The keys by which other reports find this one."""
    return frozenset(key for telling in tellings(reading, identity) for key in held(telling))


def neighbours(reading: Reading, identity: Identity, linked: Lookup) -> tuple[Reading, ...]:
    """A report with all that bear on what its graphs say, ordered by their ids.

    `linked` gives the readings that have a key among their `links`. Tellings are followed, not
    reports: one that recalls this match brings in what is told of this match, not of its own.
    """
    found = {reading.report.id: reading}
    ahead = {key for telling in tellings(reading, identity) for key in asked(telling)}
    seen: set[str] = set()
    while ahead - seen:
        key = min(ahead - seen)
        seen.add(key)
        for other in linked(key):
            found[other.report.id] = other
            for telling in tellings(other, identity):
                if key in held(telling):
                    ahead.update(asked(telling))
    return tuple(found[name] for name in sorted(found))


def held(telling: Telling) -> frozenset[str]:
    """The keys by which other tellings find this one."""
    return frozenset(
        (
            *shared(telling),
            *keys_of_sides(telling, whole=telling.is_whole),
            *keys_of_people(telling, vague=telling.is_vague, apart=0),
        )
    )


def asked(telling: Telling) -> frozenset[str]:
    """The keys of the tellings that this one may be compared with, or could be named like.

    A telling of two sides asks for those of one side only: each side plays others every few days,
    and those matches must not be drawn in.
    """
    own = () if telling.is_whole else keys_of_sides(telling, whole=True)
    return frozenset(
        (
            *shared(telling),
            *keys_of_sides(telling, whole=False),
            *own,
            *keys_of_people(telling, vague=not telling.is_vague, apart=1),
        )
    )


def shared(telling: Telling) -> Iterator[str]:
    """The keys that a telling both holds and asks for."""
    yield named_alike(telling)
    if telling.is_whole:
        yield from keys_of_pair(telling)


def keys_of_pair(telling: Telling) -> Iterator[str]:
    """Two sides: on a day, with one verdict in a year, announced in a year, or with one score."""
    first, second = telling.pair
    state = "next" if telling.match.scheduled else telling.verdict_of(first)
    yield from (f"{state}/{first}|{second}@{year}" for year in years(telling))
    for day in days(telling):
        yield f"met/{first}|{second}@{day}"
        yield f"like/{first}|{second[0]}@{day}"
        yield f"like/{second}|{first[0]}@{day}"
    score = telling.score_of(first)
    if telling.match.main and score:
        yield f"score/{first}|{second}={score[0]}-{score[1]}"


def keys_of_sides(telling: Telling, *, whole: bool) -> Iterator[str]:
    """One side: on a day, or on a ground in a year; of a `whole` match, or of half a one."""
    part = "whole" if whole else "half"
    for side in filter(None, telling.sides):
        yield from (f"{part}/{side}@{day}" for day in days(telling))
        if telling.ground:
            yield from (f"{part}/{side}/{telling.ground}@{year}" for year in years(telling))


def keys_of_people(telling: Telling, *, vague: bool, apart: int) -> Iterator[str]:
    """Who is named in a report about a match, and when, by days `apart` at most.

    One that is `vague` about the result looks for those that tell it, and the other way round.
    """
    written = telling.reported if telling.is_vague else telling.reported or telling.match.date
    if not telling.match.main or written is None:
        return
    part = "vague" if vague else "told"
    for number in range(-apart, apart + 1):
        day = written + datetime.timedelta(days=number)
        yield from (f"{part}/{person}@{day}" for person in sorted(telling.people))


def named_alike(telling: Telling) -> str:
    """The key that any two matches share whose names could be the same."""
    sides = "|".join(telling.pair) if telling.is_whole else f"{telling.side}/{telling.ground}"
    return f"named/{sides}@{telling.match.date or telling.reported or 'any'}"


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

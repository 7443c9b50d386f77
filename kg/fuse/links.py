"""Which reports can bear on each other: the keys that tellings of one match share.

Two tellings are only ever compared if they share a key, so whatever is decided of a telling is
decided by those it is linked to, directly or through others. They are narrow (two sides on a day,
two sides and a verdict in a year), so that a report has as many neighbours in a large archive as in
a small one (`kg.fuse.neighbours` follows them).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from kg.fuse.accounts import accounts
from kg.fuse.identity import Identity
from kg.fuse.telling import Telling, initials
from kg.fuse.times import days, near, years
from kg.reconcile import Reading

ANY_DAY = "any"
# The keys of reports that lead, by those of reports that follow them.
FOLLOWS = {"open": "lead", "stray": "begun", "astray": "claimed", "scrap": "scored"}
FOLLOWED_BY = {lead: follower for follower, lead in FOLLOWS.items()}


def links(reading: Reading, identity: Identity) -> frozenset[str]:
    """The keys by which other reports find this one."""
    return frozenset(key for telling in accounts(reading, identity) for key in held(telling))


def held(telling: Telling) -> frozenset[str]:
    """The keys by which other tellings find this one."""
    return frozenset(
        (
            *shared(telling),
            *keys_of_sides(telling, whole=telling.is_whole),
            *keys_of_lead(telling, apart=0),
            *keys_of_open(telling, apart=0),
        )
    )


def asked(telling: Telling) -> frozenset[str]:
    """The keys of the tellings that may be of the match of this one, or could be named like it.

    A telling of two sides asks for those of one side only: each side plays others every few days,
    and those matches must not be drawn in.
    """
    own = () if telling.is_whole else keys_of_sides(telling, whole=True)
    about = (of_result(telling.beside),) if telling.is_timeless and telling.beside else ()
    return frozenset((*shared(telling), *keys_of_sides(telling, whole=False), *own, *about))


def of_result(result: str) -> str:
    """The key of the reports about a match with one result; if open, of those without a day."""
    return f"score/{result}" if "=" in result else f"named/{result}@{ANY_DAY}"


def shared(telling: Telling) -> Iterator[str]:
    """The keys that a telling both holds and asks for."""
    if telling.side:
        yield named_alike(telling)
    if telling.is_whole:
        yield from keys_of_pair(telling)


def keys_of_pair(telling: Telling) -> Iterator[str]:
    """Two sides: on a day, with one verdict in a year, announced in a year, or with one score.

    Those of a match that a report only recalls are sought beside the one that it is about, too.
    """
    first, second = telling.pair
    state = "next" if telling.match.scheduled else telling.verdict_of(first)
    yield from (f"{state}/{first}|{second}@{year}" for year in years(telling))
    for day in days(telling):
        yield f"met/{first}|{second}@{day}"
        yield from (f"like/{first}|{initial}@{day}" for initial in initials(second))
        yield from (f"like/{second}|{initial}@{day}" for initial in initials(first))
    if telling.match.main and telling.match.score:
        yield of_result(telling.result)
    if telling.beside:
        yield f"beside/{telling.beside}/{state}/{first}|{second}"


def keys_of_sides(telling: Telling, *, whole: bool) -> Iterator[str]:
    """One side: on a day, or on a ground in a year; of a `whole` match, or of half a one."""
    part = "whole" if whole else "half"
    for side in filter(None, telling.sides):
        yield from (f"{part}/{side}@{day}" for day in days(telling))
        if telling.ground:
            yield from (f"{part}/{side}/{telling.ground}@{year}" for year in years(telling))


def keys_of_lead(telling: Telling, *, apart: int) -> Iterator[str]:
    """What the match of a report is, for open reports that could go with it.

    By a side on a day if it tells the result, by any two of the people it names most, and by a
    scorer; by both sides in any case, also for a report without a day. One that leaves its result
    open may be between any of its teams: it is found by each, only of those that show no match.
    `apart` is by how many days theirs may differ: those that hold the keys give none.
    """
    if not telling.match.main or not telling.is_whole or telling.match.scheduled:
        return
    pair = "|".join(telling.pair)
    kind, teams = ("begun", telling.teams) if telling.is_vague else ("lead", telling.pair)
    for day in near(telling, apart):
        yield f"lead/{pair}@{day}"
        yield from (f"{kind}/{team}@{day}" for team in teams)
        if telling.can_stray:
            yield f"claimed/{pair}@{day}"
    yield from (f"lead/{two}@{ANY_DAY}" for two in pairs_in_part(teams))
    if not telling.is_vague:
        yield from (f"lead/{two}" for two in couples(telling, apart))
        yield from (f"scored/{one}" for one in each(telling.scorers, telling, apart))


def keys_of_open(telling: Telling, *, apart: int) -> Iterator[str]:
    """What the match of an open report may be, for those that it could go with.

    One that tells a result may be of a match of other sides that it names, if it has gone astray.
    """
    if telling.is_open:
        teams = telling.teams
        for day in near(telling, apart):
            yield from (f"open/{name}@{day}" for name in (*pairs(teams), *teams))
            if not telling.is_whole:
                yield from (f"stray/{team}@{day}" for team in teams)
        if telling.written is None:
            yield from (f"open/{pair}@{ANY_DAY}" for pair in pairs_in_part(teams))
        if telling.is_vague:
            yield from (f"open/{two}" for two in couples(telling, apart))
        if telling.is_scrap:
            yield from (f"scrap/{one}" for one in each(telling.named, telling, apart))
    elif telling.can_stray:
        others = [pair for pair in pairs(telling.teams) if pair != "|".join(telling.pair)]
        yield from (f"astray/{pair}@{day}" for pair in others for day in near(telling, apart))


def pairs(teams: Iterable[str]) -> list[str]:
    """Any two of some teams."""
    return ["|".join(pair) for pair in combinations(sorted(teams), 2)]


def pairs_in_part(teams: Sequence[str]) -> Iterator[str]:
    """Any two of some teams, one by its name and one by a word of it."""
    for one, other in permutations(teams, 2):
        yield from (f"{one}|{word}" for word in sorted(set(other.split("-"))))


def couples(telling: Telling, apart: int) -> Iterator[str]:
    """Any two of the people whom a report names most, on its days."""
    return each(map("+".join, combinations(sorted(telling.foremost), 2)), telling, apart)


def each(names: Iterable[str], telling: Telling, apart: int) -> Iterator[str]:
    """Each of some names, on the days of a report."""
    days = near(telling, apart) or [ANY_DAY]
    yield from (f"{name}@{day}" for name in sorted(names) for day in days)


def followers(telling: Telling) -> frozenset[str]:
    """The keys of the open reports that could go with one."""
    keys = (key.split("/", 1) for key in keys_of_lead(telling, apart=1))
    return frozenset(f"{FOLLOWED_BY[kind]}/{name}" for kind, name in keys)


def leads(telling: Telling) -> frozenset[str]:
    """The keys of the reports that an open one could go with."""
    keys = (key.split("/", 1) for key in keys_of_open(telling, apart=1))
    return frozenset(f"{FOLLOWS[kind]}/{name}" for kind, name in keys)


def named_alike(telling: Telling) -> str:
    """The key that any two matches share whose names could be the same."""
    sides = "|".join(telling.pair) if telling.is_whole else f"{telling.side}/{telling.ground}"
    return f"named/{sides}@{telling.match.date or telling.reported or ANY_DAY}"

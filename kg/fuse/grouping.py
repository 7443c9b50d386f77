"""Which tellings are of one match: by sides and day, and what can be told of it without them.

Tellings that say when their match was played come first and make the matches; each of the others
joins the one match that it fits, or none: when several fit it stays apart, for one match too many
is easier mended than two that have become one. Tellings that fit share one of `kg.fuse.links`; one
that stands apart has no such link, and joins none.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from kg.fuse.kinship import are_copies
from kg.fuse.people import is_spelt_like
from kg.fuse.telling import Agreement, Telling, agreement, is_turned, overlap, precedence
from kg.fuse.times import LOOKS_AHEAD, LOOKS_BACK

SOON = datetime.timedelta(days=7)  # those who recall or announce one match write within so long
SCORERS = 2  # in common, that show one match where neither day nor score does
PEOPLE = 4  # in common, that show one match without goals where the day is untold
NOW = datetime.timedelta()
Group = list[Telling]
Fits = Callable[[Telling, Telling], bool]


def group(tellings: Iterable[Telling], leaders: Mapping[str, str]) -> list[Group]:
    """The tellings of each match together, whatever their order.

    `leaders` has the report that each goes with which does not tell how its own match ended.
    """
    ordered = sorted(tellings, key=precedence)
    together = [t for t in ordered if not t.apart]
    groups: list[Group] = []
    for fits, those in (
        (on_one_day, [t for t in together if t.is_whole and t.match.date]),
        (reported_together, [t for t in together if t.is_whole and t.days and not t.match.date]),
        (recalled, [t for t in together if t.is_whole and not t.days and t.reported]),
        (told_alike, [t for t in together if t.is_whole and t.is_timeless and t.match.main]),
    ):
        settle(those, groups, fits)
    others = [t for t in together if t.is_whole and t.is_timeless and not t.match.main]
    settle(others, groups, partial(told_beside, about=abouts(groups, leaders)))
    settle([t for t in together if not t.is_whole], groups, half_of)
    return groups + [[t] for t in ordered if t.apart]


def settle(those: Sequence[Telling], groups: list[Group], fits: Fits) -> None:
    """Let each telling join the one group that it fits; the others make groups of their own."""
    joined = [(telling, home_of(telling, groups, fits)) for telling in those]
    new: list[Group] = []
    for telling, home in joined:
        alike = (g for g in new if all(may_join(telling, other, fits) for other in g))
        found = home or next(alike, None)
        if found is None:
            new.append([telling])
        else:
            found.append(telling)
    groups += new


def home_of(telling: Telling, groups: Sequence[Group], fits: Fits) -> Group | None:
    """The one group a telling fits; of several, the one that has its score."""
    fitting = [
        g
        for g in groups
        if any(fits(telling, o) for o in g) and all(o.report != telling.report for o in g)
    ]
    if len(fitting) > 1:
        fitting = [g for g in fitting if any(agreement(telling, o) is Agreement.SCORE for o in g)]
    return fitting[0] if len(fitting) == 1 else None


def may_join(telling: Telling, other: Telling, fits: Fits) -> bool:
    """Whether a telling can be of one new match with another; a report tells of a match once."""
    return fits(telling, other) and (fits is on_one_day or telling.report != other.report)


def on_one_day(one: Telling, other: Telling) -> bool:
    """Two sides on one day: they play but once, whatever the reports say of the score."""
    return is_of_one_pair(one, other) and one.days == other.days


def reported_together(one: Telling, other: Telling) -> bool:
    """Reports about a match of two sides, from the same few days."""
    return is_of_one_pair(one, other) and overlap(one, other)


def recalled(one: Telling, other: Telling) -> bool:
    """A match recalled or announced, told with the same result not long before or after."""
    if not is_of_one_pair(one, other) or is_turned(one, other) or one.reported is None:
        return False
    agreed = agreement(one, other)
    if one.match.scheduled:
        if other.match.date:
            return NOW <= other.match.date - one.reported <= LOOKS_AHEAD
        return is_soon(one, other)
    if other.days:
        within = {Agreement.SCORE: LOOKS_BACK, Agreement.VERDICT: LOOKS_AHEAD}.get(agreed)
        first, last = other.days
        return within is not None and first <= one.reported <= last + within
    return is_soon(one, other) and is_told_alike(one, other)


def told_alike(one: Telling, other: Telling) -> bool:
    """Reports about a match of two sides with one score and one of the scorers, but no day.

    Where the score is untold too, by both without a day, two of the scorers must do, or that one is
    a copy of the other; where nobody scored, most of the people.
    """
    if not (is_of_one_pair(one, other) and other.match.main):
        return False
    agreed, scorers = agreement(one, other), scorers_in_common(one, other)
    if is_turned(one, other) or agreed is Agreement.AGAINST:
        return False
    if agreed is Agreement.SCORE:
        return scorers > 0 or (not any(one.match.score or ()) and are_much_alike(one, other))
    return other.is_timeless and (scorers >= SCORERS or are_copies(one, other))


def are_much_alike(one: Telling, other: Telling) -> bool:
    """Whether two reports name most of their people in common, and not just one or two."""
    common, fewer = one.named & other.named, min(len(one.named), len(other.named))
    return len(common) >= max(PEOPLE, fewer / 2)


def told_beside(one: Telling, other: Telling, about: Mapping[str, int]) -> bool:
    """A match that reports `about` another one tell of too, alike: theirs is the time of that."""
    return (
        is_of_one_pair(one, other)
        and "" != one.beside == other.beside
        and one.report in about
        and about[one.report] == about.get(other.report)
        and not is_turned(one, other)
        and is_told_alike(one, other)
    )


def abouts(groups: Iterable[Group], leaders: Mapping[str, str]) -> dict[str, int]:
    """Which of some matches each report is about, by itself or with another."""
    about = {t.report: number for number, g in enumerate(groups) for t in g if t.match.main}
    return about | {name: about[lead] for name, lead in leaders.items() if lead in about}


def is_told_alike(one: Telling, other: Telling) -> bool:
    """Whether two tellings have the same result, or both leave it open."""
    both_open = {t.verdict_of(t.side) for t in (one, other)} == {"open"}
    return both_open or agreement(one, other) > Agreement.SILENT


def scorers_in_common(one: Telling, other: Telling) -> int:
    """How many scorers of one report another one names too, as it spells them."""
    return sum(any(is_spelt_like(mine, o) for o in other.scorers) for mine in one.scorers)


def half_of(one: Telling, other: Telling) -> bool:
    """A match of which one side is told, with its ground or its score, at the time of another."""
    if (
        not one.side
        or one.side not in other.sides
        or one.match.scheduled != other.match.scheduled
        or is_turned(one, other)
        or not is_near(one, other)
    ):
        return False
    agreed = agreement(one, other)
    if one.ground and other.ground:
        return one.ground == other.ground and agreed is not Agreement.AGAINST
    return overlap(one, other) and agreed is Agreement.SCORE


def is_of_one_pair(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of a match of the same two sides, both played or both to come."""
    return one.pair == other.pair and one.match.scheduled == other.match.scheduled


def is_near(one: Telling, other: Telling) -> bool:
    """Whether two tellings can be of one time."""
    if one.days and other.days:
        return overlap(one, other)
    if one.days or other.days:
        sure, vague = (one, other) if one.days else (other, one)
        if sure.days is None or vague.reported is None:
            return False
        if vague.match.scheduled:
            return NOW <= sure.days[0] - vague.reported <= LOOKS_AHEAD
        return sure.days[0] <= vague.reported <= sure.days[1] + LOOKS_AHEAD
    return is_soon(one, other)


def is_soon(one: Telling, other: Telling) -> bool:
    """Whether the reports of two tellings were written at one time."""
    if one.reported is None or other.reported is None:
        return False
    return abs(one.reported - other.reported) <= SOON

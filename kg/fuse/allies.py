"""Reports of one match that call its sides by other names, or leave open how it ended.

"Halvik 1-1 Brevik" is Hallvik's match of that day: a report with the result goes with another one
of the same result that has a fuller name for a side. "United were fortunate" may be all that the
second report of a day says of Brevik United, or it shows no match at all: such an open report goes
with the one that it shares most names with, rather with one that tells the result. It is then read
with it as one text (`together`), or else restated with its sides (`restating`).

A report may also take another match for its own: "Hallvik, who beat Tolna 2-0 last week, ...". It
goes with the one of its day whose people it has play elsewhere, or whose sides it names most, if
the two read as one text. So do two that name the same teams, and neither tells of a result: read as
one, they may.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.fuse.kinship import (
    FEWEST,
    STRAIGHT,
    Order,
    are_copies,
    are_of_the_same,
    is_astray,
    is_scrap_of,
    kinship,
    likeness,
    may_share,
    names_both,
    order_by_name,
    order_by_people,
)
from kg.fuse.telling import Agreement, Telling, agreement, initials, overlap, precedence


@dataclass(frozen=True)
class Ally:
    """The telling that another one goes with.

    `names` is which of its sides the ally's are by their names, `people` by who plays for them.
    Whether it goes with one in doubt, only their reading as one text can tell.
    """

    telling: Telling
    names: Order
    people: Order
    in_doubt: bool = False


def find_allies(mains: Sequence[Telling]) -> dict[str, Ally]:
    """The ally of each report that needs one and has one, by id; allies have none themselves."""
    whole = sorted((t for t in mains if t.is_whole and not t.match.scheduled), key=precedence)
    told = [t for t in whole if not t.is_vague]
    found: dict[str, Ally] = {}
    for telling in told:
        ally = only(leaders(telling, told))
        if ally:
            order = order_by_name(telling, ally)
            found[telling.report] = Ally(ally, order, order)
    leading = [t for t in told if t.report not in found and not t.is_open]
    astray = {
        t.report: [o for o in leading if is_of_day(t, o) and is_astray(t, o)] for t in leading
    }
    for telling in leading:
        ally = only([o for o in astray[telling.report] if not astray[o.report]])
        if ally:
            found[telling.report] = Ally(ally, STRAIGHT, STRAIGHT, in_doubt=True)
    leading = [t for t in leading if t.report not in found]
    begun: list[Telling] = []
    for telling in sorted((t for t in mains if t.is_open and t.report not in found), key=standing):
        ally = only(closest(telling, leading))
        if ally is None and telling.is_vague:
            ally = only(closest(telling, [o for o in begun if not are_copies(telling, o)]))
        sharing = only([o for o in begun if may_share(telling, o)])
        if ally:
            found[telling.report] = alliance(telling, ally)
        elif sharing:
            found[telling.report] = Ally(sharing, STRAIGHT, STRAIGHT, in_doubt=True)
        elif telling.is_whole:
            begun.append(telling)
    return found


def standing(telling: Telling) -> tuple[bool, bool, int, str]:
    """What orders open reports: with a result, with a match, then those that name most."""
    return telling.is_vague, not telling.is_whole, -len(telling.named), telling.report


def alliance(telling: Telling, ally: Telling) -> Ally:
    """An open report's ally; one without sides takes those of its ally as they are."""
    if not telling.is_whole:
        return Ally(ally, STRAIGHT, STRAIGHT)
    return Ally(ally, order_by_name(telling, ally), order_by_people(telling, ally))


def only(tellings: Sequence[Telling]) -> Telling | None:
    """The first of some tellings, if all are of the same two sides."""
    return tellings[0] if len({t.pair for t in tellings}) == 1 else None


def leaders(telling: Telling, told: Sequence[Telling]) -> list[Telling]:
    """Those that have the same result, and a fuller name of one side than any other has."""
    fuller = [o for o in told if is_fuller(o, telling)]
    return [o for o in fuller if not any(is_fuller(p, o) for p in told)]


def is_fuller(one: Telling, other: Telling) -> bool:
    """Whether a telling differs from another in a fuller name of one side, with the same result.

    Of "Hallvik lost 3-0 to Brevik United" and "United won 4-0" one has the score wrong: that both
    name two people tells that they are of one match.
    """
    ways = [(a, b) for a in (0, 1) for b in (0, 1) if one.sides[1 - a] == other.sides[1 - b]]
    if len(ways) != 1 or not overlap(one, other):
        return False
    shared, mine, others = one.sides[1 - ways[0][0]], one.sides[ways[0][0]], other.sides[ways[0][1]]
    same = initials(mine) & initials(others) and likeness(mine, others, one.known | other.known) > 0
    verdict = one.verdict_of(shared)
    agree = agreement(one, other) is Agreement.SCORE or (
        verdict == other.verdict_of(shared) != "open" and len(one.named & other.named) >= FEWEST
    )
    return bool(same and agree) and (mine in one.known, len(mine), mine) > (
        others in other.known,
        len(others),
        others,
    )


def closest(telling: Telling, leading: Sequence[Telling]) -> list[Telling]:
    """Those of the day of an open report that have most names in common with it.

    One whose day is untold may be of any time: then all that it could go with must be of one match.
    """
    near = [(kinship(telling, other), other) for other in leading if is_of_day(telling, other)]
    best = max((score for score, _ in near), default=0.0)
    if telling.written is None and not are_of_one_match([t for score, t in near if score]):
        return []
    return [other for score, other in near if score == best > 0]


def is_of_day(one: Telling, other: Telling) -> bool:
    """Whether an open report may be of the day of another: written then, or just before or after.

    One whose day is untold needs to name both sides, or else two people of one without a day.
    """
    if one.written is None:
        akin = are_of_the_same(one, other) or is_scrap_of(one, other)
        return (other.written is None and akin) or names_both(one, other)
    return other.written is not None and abs((one.written - other.written).days) <= 1


def are_of_one_match(tellings: Sequence[Telling]) -> bool:
    """Whether some tellings are all of one day, or all without a day and with one result."""
    return all(
        one.pair == other.pair
        and (overlap(one, other) or (one.days is other.days is None and is_agreed(one, other)))
        for one in tellings
        for other in tellings
    )


def is_agreed(one: Telling, other: Telling) -> bool:
    """Whether two tellings have one score, or the same of them is open."""
    return one is other or agreement(one, other) in (Agreement.SCORE, Agreement.SILENT)

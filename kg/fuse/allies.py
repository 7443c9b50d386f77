"""Reports of one match that call its sides by other names, or leave open how it ended.

"United were fortunate" may be all that the second report of a day says of Manchester United. Such a
report is about the match of another one if both name a side alike and the same people, and it then
speaks of the sides of that match. Where the people of the two stand on opposite sides, a report
that tells no result has only confused which side is which. A report with the result needs no
people: "Atlanta 1-1 Midtjylland" is Atalanta's match of that day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.fuse.telling import Agreement, Telling, agreement, overlap, precedence
from kg.mentions import Kind
from kg.mentions.slips import is_slip

MANY = 3  # people in common that show one match, though no side is named alike
NAMED = 0.7  # what the names of the sides count for, beside the people on them
TOO_MANY = 1.2  # what a goal counts for that the score has no room for
EXACT, AKIN = 1.0, 0.5
SHORTEST = 4  # letters: a shorter start of a name is none of its forms
Order = tuple[int, int]  # for each side of a telling, which side of the other it is
STRAIGHT, CROSSED = (0, 1), (1, 0)


@dataclass(frozen=True)
class Ally:
    """The telling that another one goes with.

    `names` is which of its sides the ally's are by their names, `people` by who plays for them.
    """

    telling: Telling
    names: Order
    people: Order


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
    leading = [t for t in told if t.report not in found]
    for telling in (t for t in whole if t.is_vague):
        ally = only(closest(telling, leading))
        if ally:
            names, people = order_by_name(telling, ally), order_by_people(telling, ally)
            found[telling.report] = Ally(ally, names, people)
    return found


def only(tellings: Sequence[Telling]) -> Telling | None:
    """The first of some tellings, if all are of the same two sides."""
    return tellings[0] if len({t.pair for t in tellings}) == 1 else None


def leaders(telling: Telling, told: Sequence[Telling]) -> list[Telling]:
    """Those that have the same result, and a fuller name of one side than any other has."""
    fuller = [o for o in told if is_fuller(o, telling)]
    return [o for o in fuller if not any(is_fuller(p, o) for p in told)]


def is_fuller(one: Telling, other: Telling) -> bool:
    """Whether a telling differs from another only in a fuller name of one side."""
    ways = [(a, b) for a in (0, 1) for b in (0, 1) if one.sides[1 - a] == other.sides[1 - b]]
    if len(ways) != 1 or not overlap(one, other):
        return False
    mine, others = one.sides[ways[0][0]], other.sides[ways[0][1]]
    same = mine[0] == others[0] and likeness(mine, others, one.known | other.known) > 0
    return (
        same
        and agreement(one, other) is Agreement.SCORE
        and (mine in one.known, len(mine), mine) > (others in other.known, len(others), others)
    )


def closest(telling: Telling, leading: Sequence[Telling]) -> list[Telling]:
    """Those of the day of a telling that have most names in common with it."""
    near = [(kinship(telling, other), other) for other in leading if is_of_day(telling, other)]
    best = max((score for score, _ in near), default=0.0)
    return [other for score, other in near if score == best > 0]


def is_of_day(one: Telling, other: Telling) -> bool:
    """Whether two reports were written on one day, or on two that follow each other."""
    days = one.reported, other.reported or other.match.date
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= 1


def kinship(one: Telling, other: Telling) -> float:
    """How much two tellings have in common, 0 if too little to be of one match."""
    order = order_by_name(one, other)
    likes = [likeness(one.sides[at], other.sides[to], one.known | other.known)
             for at, to in enumerate(order)]  # fmt: skip
    people = len(one.people.keys() & other.people.keys())
    needed = MANY if sum(likes) == 0 else 1 if EXACT in likes or 0 not in likes else 2
    return sum(likes) + people if people >= needed else 0.0


def order_by_name(one: Telling, other: Telling) -> Order:
    """Which side of another telling each side is, by what they are called."""

    def total(order: Order) -> float:
        known = one.known | other.known
        return sum(likeness(one.sides[at], other.sides[to], known) for at, to in enumerate(order))

    return max((STRAIGHT, CROSSED), key=total)


def order_by_people(one: Telling, other: Telling) -> Order:
    """Which side of another telling each side is, by who plays for them and how often it scored."""
    names = order_by_name(one, other)
    votes = {order: NAMED if order == names else 0.0 for order in (STRAIGHT, CROSSED)}
    for person in one.people.keys() & other.people.keys():
        (at, trust), (to, other_trust) = one.people[person], other.people[person]
        votes[STRAIGHT if at == to else CROSSED] += trust * other_trust
    if other.match.score:
        for order in votes:
            goals = zip(one.goals, (other.match.score[to] for to in order), strict=True)
            votes[order] -= sum(TOO_MANY * max(0, told - most) for told, most in goals)
    return max(votes, key=lambda order: (votes[order], order == names))


def likeness(one: str, other: str, known: Iterable[str]) -> float:
    """Whether two keys name one team: EXACT, AKIN as a short form or a slip is, or 0."""
    if one == other:
        return EXACT
    if not one or not other or (one in known and other in known):
        return 0.0
    words, others = set(one.split("-")), set(other.split("-"))
    shorter, longer = sorted((one, other), key=len)
    is_start = len(shorter) >= SHORTEST and longer.startswith(shorter)
    return (
        AKIN
        if words < others or others < words or is_start or is_slip(one, other, Kind.TEAM)
        else 0.0
    )

"""How much two reports have in common: by what they call the sides, and by whom they name."""

from collections.abc import Iterable

from kg.fuse.telling import Agreement, Telling, agreement
from kg.mentions import Kind
from kg.mentions.cast.slips import is_slip

FEWEST = 2  # people in common, where one side alone is named
BOTH = 2  # teams in common, of reports without a result
NAMED = 0.7  # what the names of the sides count for, beside the people on them
TOO_MANY = 1.2  # what a goal counts for that the score has no room for
EXACT, AKIN = 1.0, 0.5
OWN = 0.5  # what it counts for that the sides are those a report takes for its own
NEARLY = 0.8  # of the people of a report
SHORTEST = 4  # letters: a shorter start of a name is none of its forms
Order = tuple[int, int]  # for each side of a telling, which side of the other it is
STRAIGHT, CROSSED = (0, 1), (1, 0)


def kinship(one: Telling, other: Telling) -> float:
    """How much an open report has in common with another, 0 if too little to be of one match.

    It names both sides of the other, one of them as that does, and somebody whom that names, if
    both name anybody; or one side, and two people if it shows no match itself. Such a report may
    name two of those whom the other names most, and no side at all, or by a short form alone; a
    scrap need only name a scorer. What is open itself is found by both sides, or by one and two
    people. One that has a result of its own, from a team sheet, has the same sides and score.
    """
    if other.sides[0] == other.sides[1]:
        return 0.0
    if not one.is_vague and (one.pair != other.pair or agreement(one, other) < Agreement.SCORE):
        return 0.0
    named = [name_of(side, one, other) for side in other.sides]
    people = len(one.named & other.named)
    fewer = min(len(one.named), len(other.named))
    few = min(FEWEST, fewer, max(1, fewer // 2))
    match named.count(EXACT):
        case 2:
            needed = min(1, few)
        case 1 if not other.is_vague and 0.0 not in named:
            needed = min(1, few)
        case 1 if not other.is_vague:
            needed = 1 if one.is_whole else max(few, 1)
        case 1 if not one.is_whole:
            needed = FEWEST
        case 0 if any(named) or not one.teams:
            is_kin = are_of_the_same(one, other) or is_scrap_of(one, other)
            return sum(named) + people if is_kin else 0.0
        case _:
            return 0.0
    return sum(named) + people + OWN * (one.pair == other.pair) if people >= needed else 0.0


def are_of_the_same(one: Telling, other: Telling) -> bool:
    """Whether a report without a result names two of those whom one with it names most."""
    common = set(one.foremost) & set(other.foremost)
    return one.is_vague and not other.is_vague and len(common) >= FEWEST


def are_copies(one: Telling, other: Telling) -> bool:
    """Whether two reports name the same teams and nearly the same people: each knows what it knows.

    "Hallvik and Brevik shared the points" has nothing to learn from a copy with another spelling.
    """
    most = max(len(one.named), len(other.named))
    common = len(one.named & other.named)
    return set(one.teams) == set(other.teams) and 0 < NEARLY * most <= common


def is_scrap_of(one: Telling, other: Telling) -> bool:
    """Whether a report is a scrap, which names a scorer of one with a result."""
    return one.is_scrap and not other.is_vague and not one.named.isdisjoint(other.scorers)


def may_share(one: Telling, other: Telling) -> bool:
    """Whether two reports of a day, neither with a result, name two teams in common.

    Of one day, they may have one of them in another form; without a day, they name somebody in
    common as well, if both name people.
    """
    if one.is_whole or not (one.is_vague and other.is_vague) or one.written != other.written:
        return False
    named = [name_of(team, one, other) for team in other.teams]
    if one.written:
        return EXACT in named and len(named) - named.count(0.0) >= BOTH
    are_silent = not (one.named and other.named)
    return named.count(EXACT) >= BOTH and (are_silent or bool(one.named & other.named))


def is_astray(one: Telling, other: Telling) -> bool:
    """Whether a report takes other sides for its own than one of its day that it speaks of.

    It names both sides of that, which does not name both of its own, and more often than any other
    team; or they have somebody play in two matches: nobody does so in a day or two.
    """
    return (
        one.pair != other.pair
        and other.sides[0] != other.sides[1]
        and one.can_stray
        and other.can_stray
        and set(other.sides) <= set(one.teams)
        and not set(one.sides) <= set(other.teams)
        and len(one.named & other.named) >= FEWEST
        and (one.favoured == set(other.sides) or not one.people.keys().isdisjoint(other.people))
    )


def name_of(side: str, one: Telling, other: Telling) -> float:
    """How far a report names a side of another."""
    if side in one.teams:
        return EXACT
    known = one.known | other.known
    return max((likeness(team, side, known) for team in one.teams), default=0.0)


def names_both(one: Telling, other: Telling) -> bool:
    """Whether a report names both sides of another, in full or by some of their words."""
    known = one.known | other.known
    return all(
        any(has_words_of(team, side) and likeness(team, side, known) for team in one.teams)
        for side in other.sides
    )


def order_by_name(one: Telling, other: Telling) -> Order:
    """Which side of another telling each side is, by what they are called."""

    def total(order: Order) -> float:
        known = one.known | other.known
        return sum(likeness(one.sides[at], other.sides[to], known) for at, to in enumerate(order))

    return max((STRAIGHT, CROSSED), key=total)


def are_alike(one: Telling, other: Telling) -> bool:
    """Whether two tellings have the same sides, as far as their names tell."""
    order = zip(one.sides, order_by_name(one, other), strict=True)
    return all(likeness(side, other.sides[to], one.known | other.known) > 0 for side, to in order)


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
    shorter, longer = sorted((one, other), key=len)
    is_start = len(shorter) >= SHORTEST and longer.startswith(shorter)
    is_akin = is_start or has_words_of(one, other) or is_slip(one, other, Kind.TEAM)
    return AKIN if is_akin else 0.0


def has_words_of(one: str, other: str) -> bool:
    """Whether all words of the one or the other of two keys are among those of the other."""
    words, others = set(one.split("-")), set(other.split("-"))
    return words <= others or others <= words

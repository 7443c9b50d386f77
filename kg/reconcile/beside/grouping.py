"""Which tellings of results are of one match: the same teams, and nothing that speaks against it.

"Hallvik lost at Brevik" and, further on, "Hallvik were beaten 3-2 at Norheim Park" may be one
match; "lost 2-1 at home to Brevik" is another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.facts.result import DREW, LOST, WON, ResultTold
from kg.mentions import Entity

FLIPPED = {WON: LOST, LOST: WON, DREW: DREW}
GROUNDS = {"home": "away", "away": "home"}


def by_match(told: Iterable[ResultTold]) -> tuple[tuple[ResultTold, ...], ...]:
    """The tellings of each match; one that names a single team joins those of another."""
    groups: list[list[ResultTold]] = []
    for one in sorted(told, key=lambda t: None in teams_of(t)):
        group = next((g for g in groups if all(may_be_one(one, other) for other in g)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return tuple(tuple(group) for group in groups)


def teams_of(told: ResultTold) -> frozenset[Entity | None]:
    """The teams of a telling; one may be untold."""
    return frozenset({told.holder, told.opponent})


def may_be_one(one: ResultTold, other: ResultTold) -> bool:
    """Whether two tellings can be of one match."""
    seen = other if one.holder == other.holder else from_opponent(other)
    if one.opponent is None and seen.opponent is not None:
        same = one.holder == seen.holder and seen.score is None and seen.venue is None
    else:
        same = teams_of(one) == teams_of(seen)
    return (
        same
        and one.reverse == seen.reverse
        and agree(one.outcome, seen.outcome)
        and agree(one.score, seen.score)
        and agree(one.ground, seen.ground)
    )


def from_opponent(told: ResultTold) -> ResultTold:
    """The same telling from the view of the other team."""
    return replace(
        told,
        holder=told.opponent,
        opponent=told.holder,
        outcome=FLIPPED.get(told.outcome or ""),
        score=told.score and (told.score[1], told.score[0]),
        ground=GROUNDS.get(told.ground or ""),
    )


def agree(one: object, other: object) -> bool:
    """Whether two values, each of which may be untold, are not two different ones."""
    return one is None or other is None or one == other


def first_teams(told: Sequence[ResultTold]) -> ResultTold:
    """The telling that names most of a match: rather both teams, then the weightiest."""
    return max(told, key=lambda t: (None not in teams_of(t), t.weight))

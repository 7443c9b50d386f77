"""The sides of a match and its score, as one report tells them and in the order of the match."""

from collections.abc import Sequence

from kg.facts.match import MatchFact
from kg.fuse.identity import Identity
from kg.mentions import Entity

Sides = tuple[Entity | None, Entity | None]
# The teams and scores of a match, of those at home first, or else of the sides as named.
AT_HOME = ("homeTeam", "awayTeam"), ("homeScore", "awayScore")
AT_HALF_TIME = ("halfTimeHomeScore", "halfTimeAwayScore")
AS_NAMED = ("firstTeam", "secondTeam"), ("firstScore", "secondScore")


def sides_key(order: Sides, identity: Identity) -> str:
    """The sides of a match in their order, as a stake."""
    return "|".join(identity.team_key(team) if team else "" for team in order)


def score_in_order(match: MatchFact, order: Sides, identity: Identity) -> tuple[int, int] | None:
    """The score that a report tells, in the order of the sides."""
    if match.score is None:
        return None
    first, second = (place_of(side, match, identity) for side in order)
    turned = first == 1 or second == 0
    return (match.score[1], match.score[0]) if turned else match.score


def match_label(order: Sides, score: tuple[int, int] | None, *, scheduled: bool) -> str:
    """A match in words: "Hallvik 1-1 Brevik"."""
    first, second = (team.name if team else "?" for team in order)
    middle = "v" if scheduled or score is None else f"{score[0]}-{score[1]}"
    return f"{first} {middle} {second}"


def best_score(
    group: Sequence[MatchFact], order: Sides, identity: Identity
) -> tuple[int, int] | None:
    """The score that a report is surest of, in the order of the sides."""
    scored = [
        (-m.confidence, score) for m in group if (score := score_in_order(m, order, identity))
    ]
    return min(scored)[1] if scored else None


def place_of(team: Entity | None, match: MatchFact, identity: Identity) -> int | None:
    """Which side of a match a team is, the first (0) or the second (1), if it is one."""
    if team is None:
        return None
    key = identity.team_key(team)
    keys = (identity.team_key(side) if side else None for side in match.teams)
    return next((i for i, other in enumerate(keys) if other == key), None)

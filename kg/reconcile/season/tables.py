"""Work out the table from what is told of it: ranks, points, and gaps between teams.

"Hallvik move to eight points ... with the Dutch club one point behind them and leaders Dalby out of
sight. Brevik will finish bottom": the Dutch club, Norheim, have seven points, and of the four teams
of the group Hallvik are second and Norheim third, because no other order is left.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations

from kg.facts.match import MatchFact
from kg.facts.standing import Standing
from kg.lexicon import pattern
from kg.mentions import Entity, Kind, Scene
from kg.reconcile.season.leagues import is_league
from kg.reconcile.season.places import PlaceTold

GROUP = pattern("standings", "group")
GROUP_SIZE = 4  # teams of a group in the Champions League, the Europa League and at World Cups
WIN, DRAW = 3, 1  # points


def work_out(
    scene: Scene, told: Sequence[PlaceTold], main: MatchFact | None
) -> tuple[Standing, ...]:
    """The standing of each team of which a rank or points are told or follow."""
    points = points_of(told, main)
    ranks = best_ranks(told)
    if in_group(main):
        ranks = ranks_of_group(told, ranks)
        ranks |= ranks_below(told, ranks)
    ranks |= ranks_above(told, ranks)
    teams = dict.fromkeys([*ranks, *points])
    return tuple(
        Standing(
            team=team,
            rank=ranks.get(team),
            points=points.get(team),
            competition=table_of(scene, told, team, main),
            stage=main.stage if main and in_group(main) else None,
            evidence=tuple(dict.fromkeys(t.evidence for t in told if team in (t.team, t.above))),
            confidence=0.85,
        )
        for team in teams
    )


def in_group(main: MatchFact | None) -> bool:
    """Whether a match was one of a group, which has a table, and not of a round."""
    return main is not None and main.stage is not None and bool(GROUP.match(main.stage.name))


def points_of(told: Sequence[PlaceTold], main: MatchFact | None) -> dict[Entity, int]:
    """The points of each team after the match, told or worked out from gaps and the result."""
    points: dict[Entity, int] = {}
    for t in told:
        if t.points is not None and not t.before:
            points.setdefault(t.team, t.points)
    for t in told:
        if t.points is not None and t.before and (won := won_by(t.team, main)) is not None:
            points.setdefault(t.team, t.points + won)
    for _ in told:  # a chain of gaps is no longer than the tellings
        for t in told:
            if t.above and t.margin is not None:
                if t.team in points and t.above not in points:
                    points[t.above] = points[t.team] - t.margin
                elif t.above in points and t.team not in points:
                    points[t.team] = points[t.above] + t.margin
    return points


def won_by(team: Entity, main: MatchFact | None) -> int | None:
    """The points a team won in the match, or nothing where that is not known."""
    if main is None or team not in main.teams or not (main.drawn or main.winner):
        return None
    return DRAW if main.drawn else WIN if main.winner == team else 0


def best_ranks(told: Sequence[PlaceTold]) -> dict[Entity, int]:
    """The rank of each team: where it moved to before where it stood, and one team to a rank."""
    places = [t for t in told if t.rank is not None and t.rank > 0]
    best: dict[Entity, tuple[int, int]] = {}
    for t in places:
        if t.rank is not None and t.weight > best.get(t.team, (0, 0))[0]:
            best[t.team] = (t.weight, t.rank)
    top = {rank: max(w for w, r in best.values() if r == rank) for _, rank in best.values()}
    return {team: rank for team, (weight, rank) in best.items() if weight == top[rank]}


def ranks_below(told: Sequence[PlaceTold], ranks: Mapping[Entity, int]) -> dict[Entity, int]:
    """The rank of a team one point below another of its group: no third team stands between."""
    found = {}
    for t in told:
        rank = ranks.get(t.team)
        if t.above and t.margin == 1 and rank and rank + 1 not in ranks.values():
            found[t.above] = rank + 1
    return {team: rank for team, rank in found.items() if team not in ranks}


def ranks_above(told: Sequence[PlaceTold], ranks: Mapping[Entity, int]) -> dict[Entity, int]:
    """The ranks of all teams above one of known rank: "third, behind Brevik and ..."."""
    found: dict[Entity, int] = {}
    for lower, rank in ranks.items():
        gaps = {t.team: t.margin for t in told if t.above == lower and t.margin is not None}
        if len(gaps) == rank - 1 and len(set(gaps.values())) == len(gaps):
            ordered = sorted(gaps, key=lambda team: -gaps[team])
            found |= {t: n for n, t in enumerate(ordered, 1) if t not in ranks}
    return found


def ranks_of_group(told: Sequence[PlaceTold], ranks: dict[Entity, int]) -> dict[Entity, int]:
    """The ranks that are the same in every order of the group that all tellings allow."""
    teams = list(dict.fromkeys(e for t in told for e in (t.team, t.above) if e is not None))
    if len(teams) != GROUP_SIZE:
        return ranks
    orders = [order for order in permutations(teams) if all(holds(t, order) for t in told)]
    if not orders:
        return ranks
    return {
        team: orders[0].index(team) + 1
        for team in teams
        if len({order.index(team) for order in orders}) == 1
    }


def holds(told: PlaceTold, order: Sequence[Entity]) -> bool:
    """Whether an order of the group agrees with a telling."""
    if told.rank is not None:
        wanted = len(order) - 1 if told.rank < 0 else told.rank - 1
        if order.index(told.team) != wanted:
            return False
    return told.above is None or not told.margin or order.index(told.team) < order.index(told.above)


def table_of(
    scene: Scene, told: Sequence[PlaceTold], team: Entity, main: MatchFact | None
) -> Entity | None:
    """The competition of a table: named beside the place, that of the match, or the league."""
    if main and in_group(main):
        return main.competition
    numbers = {t.sentence.number for t in told if team in (t.team, t.above)}
    leagues = [
        m for m in scene.mentions if m.kind is Kind.COMPETITION and m.entity and is_league(m.entity)
    ]
    beside = [m.entity for m in leagues if m.sentence.number in numbers]
    if beside:
        return beside[0]
    if main is None:
        return None
    if main.competition and is_league(main.competition):
        return main.competition
    counts = Counter(m.entity for m in leagues)
    return max(counts, key=lambda league: counts[league], default=None)

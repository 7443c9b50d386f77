"""Which goals that several reports tell of are the same: by scorer, side, order, minute and score.

Goals of one scorer are told apart by their minutes, give or take two; two reports that time as many
tell them in one order. "Bellini in the 13th minute" and "Bellini in the 31st" are one goal all the
same if both reports tell as many goals of his, or if his side did not score so often; so are two
goals of a side in one minute, whoever is said to have scored. What the score still leaves no room
for is outvoted: the goals that fewest reports tell.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.facts.goal import Goal
from kg.fuse.events import NEAR, UNTOLD, Group, Told, apart, precedence
from kg.fuse.telling import Telling

Score = Mapping[str, int]  # the goals of each side, by the key of the team
ALMOST = 1  # minutes by which two scorers of one goal may differ


def best_score(tellings: Sequence[Telling]) -> dict[str, int]:
    """The goals of each side as most reports have them, weighed by how far they are trusted."""
    support: dict[tuple[tuple[str, int], ...], float] = {}
    for telling in tellings:
        if telling.match.score and telling.is_whole:
            told = tuple(sorted(zip(telling.sides, telling.match.score, strict=True)))
            support[told] = support.get(told, 0.0) + telling.match.confidence
    best = max(support, key=lambda told: (support[told], told), default=())
    return dict(best)


@dataclass(frozen=True)
class Goals:
    """The goals that the reports of a match tell, on the way to being each one group."""

    groups: list[Group]
    score: Score
    told: Counter[tuple[str, str]]  # how many goals of each scorer each report tells
    timed: Mapping[tuple[str, str], Sequence[int]]  # their minutes, in order, where told

    def is_crowded(self, side: str) -> bool:
        """Whether more goals of a side are told than it scored."""
        return len(of_side(side, self.groups)) > self.score.get(side, len(self.groups))

    def in_turn(self, one: Told, other: Told) -> bool:
        """Whether two goals of one scorer stand in one place, where two reports time as many."""
        times = [self.timed.get((t.report, t.actor), ()) for t in (one, other)]
        if len(times[0]) != len(times[1]) or one.minute is None or other.minute is None:
            return True
        first, second = (own.index(t.minute) for own, t in zip(times, (one, other), strict=True))
        return first == second

    def has_room(self, one: Group, other: Group) -> bool:
        """Whether two goals of one scorer may be two: neither the score nor the reports forbid."""
        scorers = scorers_of(one) | scorers_of(other)
        told = {sum(self.told[t.report, scorer] for scorer in scorers) for t in (*one, *other)}
        return not self.is_crowded(one[0].side) and len(told) > 1


def gather_goals(told: Sequence[Told], score: Score) -> list[Group]:
    """The tellings of each goal together: the surest pairs first, by the rules in their order."""
    counted = Counter((t.report, t.actor) for t in told)
    timed = defaultdict(list)
    for minute, report, actor in sorted((t.minute, t.report, t.actor) for t in told if t.minute):
        timed[report, actor].append(minute)
    goals = Goals([[t] for t in sorted(told, key=precedence)], score, counted, timed)
    for rule in (at_once, in_time, alike, at_odds, untimed, in_one_minute, without_room, left_over):
        pairs = sorted(
            ((apart(one, other), n, one, other)
             for n, (one, other) in enumerate(combinations(goals.groups, 2))
             if may_be_one(one, other)),
            key=lambda pair: pair[:2],
        )  # fmt: skip
        for _, _, one, other in pairs:
            both = all(any(g is group for g in goals.groups) for group in (one, other))
            if both and may_be_one(one, other) and rule(one, other, goals):
                goals.groups[:] = [g for g in goals.groups if g is not other]
                one.extend(other)
    return goals.groups


def may_be_one(one: Group, other: Group) -> bool:
    """Whether two groups are of one side, and no report tells of both."""
    return (
        one[0].side == other[0].side
        and one[0].event.is_like(other[0].event)
        and not {t.report for t in one} & {t.report for t in other}
    )


def at_once(one: Group, other: Group, goals: Goals) -> bool:
    """One scorer, in one minute."""
    del goals
    return is_of_one(one, other) and spread([*one, *other]) == 0


def in_time(one: Group, other: Group, goals: Goals) -> bool:
    """One scorer, nearly in one minute: of 29 and 32 against 31 and 34 the first is the first."""
    if not is_of_one(one, other) or spread([*one, *other]) > NEAR:
        return False
    return all(goals.in_turn(a, b) for a, b in product(one, other) if a.actor == b.actor)


def alike(one: Group, other: Group, goals: Goals) -> bool:
    """One scorer, no minute, and the same told of how it came about."""
    del goals
    ways = {has_assist(t) for t in (*one, *other)}
    return is_of_one(one, other) and not is_timed(one) and not is_timed(other) and len(ways) == 1


def at_odds(one: Group, other: Group, goals: Goals) -> bool:
    """One scorer in two minutes that must be one goal."""
    timed = is_timed(one) and is_timed(other)
    return is_of_one(one, other) and timed and not goals.has_room(one, other)


def untimed(one: Group, other: Group, goals: Goals) -> bool:
    """One scorer, the minute untold by one of the two."""
    del goals
    return is_of_one(one, other) and not (is_timed(one) and is_timed(other))


def in_one_minute(one: Group, other: Group, goals: Goals) -> bool:
    """A goal of one side in one minute, with another scorer or none."""
    del goals
    return apart(one, other) == 0


def without_room(one: Group, other: Group, goals: Goals) -> bool:
    """A goal that the score has no room for, with no scorer or nearly in the minute of another."""
    lacks = not (scorers_of(one) and scorers_of(other))
    return goals.is_crowded(one[0].side) and (lacks or apart(one, other) <= ALMOST)


def left_over(one: Group, other: Group, goals: Goals) -> bool:
    """The one goal of a side that each of two reports has alone, where the score has no room."""
    side, reports = one[0].side, {t.report for t in (*one, *other)}
    alone = [g for g in of_side(side, goals.groups) if len(reports & {t.report for t in g}) == 1]
    return goals.is_crowded(side) and len(reports) == len(alone) == len((one, other))


def is_of_one(one: Group, other: Group) -> bool:
    """Whether two goals are of one scorer."""
    return bool(scorers_of(one) & scorers_of(other))


def scorers_of(group: Group) -> set[str]:
    """The IRIs of who is said to have scored a goal."""
    return {t.actor for t in group if t.actor}


def has_assist(told: Told) -> bool:
    """Whether a report says who gave the ball."""
    return isinstance(told.event, Goal) and told.event.assist is not None


def is_timed(group: Group) -> bool:
    """Whether a report tells the minute of a goal."""
    return any(t.minute is not None for t in group)


def spread(group: Group) -> int:
    """How many minutes lie between the first and the last minute told of a goal."""
    minutes = [t.minute for t in group if t.minute is not None]
    return max(minutes) - min(minutes) if len(minutes) == len(group) else UNTOLD


def too_many(goals: Sequence[Group], score: Score) -> list[Group]:
    """The goals that the score has no room for: those that fewest reports tell."""
    reports = {t.report for goal in goals for t in goal}
    if len(reports) == 1:  # it has been weighed as a whole
        return []
    found: list[Group] = []
    for side, most in score.items():
        ranked = sorted(
            of_side(side, goals),
            key=lambda g: (-len(g), -sum(t.event.confidence for t in g), precedence(g[0])),
        )
        found += ranked[most:]
    return found


def of_side(side: str, goals: Sequence[Group]) -> list[Group]:
    """The goals that a side gains."""
    return [goal for goal in goals if goal[0].side == side]

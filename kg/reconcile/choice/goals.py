"""Tell the chosen goals: each attribute from the telling that says it with most weight."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.facts.base import Evidence, clock
from kg.facts.goal import Goal
from kg.facts.goal.told import GoalTold
from kg.lexicon import pattern
from kg.mentions import Entity
from kg.phrasings.moments import Moment
from kg.reconcile.choice.model import ChosenGoal

COUNTS_DOWN = pattern("moments", "counts_down")
LATE = 121  # later than any minute


def to_goals(
    chosen: Sequence[ChosenGoal], pair: tuple[Entity, ...], first_side: Mapping[Entity, bool]
) -> tuple[Goal, ...]:
    """The chosen goals in the order of the match; `first_side` tells who plays for the first team.

    An opponent gives no assist: "Dekker passed straight to Soldal, who scored".
    """
    goals = []
    for choice in chosen:
        mates = frozenset(p for p, first in first_side.items() if first == choice.gained)
        goal = to_goal(choice, pair[0] if choice.gained else pair[1], mates)
        first = min((t.place for t in choice.told if t.scorer), default=0)
        minute = goal.minute or goal.about or LATE
        goals.append(((minute, goal.added or 0, first, choice.scorer.name), goal))
    return tuple(goal for _, goal in sorted(goals, key=lambda g: g[0]))


def to_goal(choice: ChosenGoal, team: Entity, mates: Collection[Entity]) -> Goal:
    """One goal from its tellings; a field's sources are the tellings that agree on it."""
    told = choice.told
    by_weight = sorted(told, key=lambda t: -t.weight)
    named = [t for t in by_weight if t.scorer]
    moment = best_moment(by_weight)
    late = choice.late if moment is None else None
    moment = late[0] if late else moment
    kind = next((t.kind for t in by_weight if t.kind != "regular"), "regular")
    given = (t.assist for t in named if t.assist in mates) if kind == "regular" else iter(())
    assist = next(given, None)
    method = next((t.method for t in named if t.method), None)
    spot = [t for t in named if t.kind == kind == "penalty"]
    timed = sentences(t for t in told if t.moment is not None and t.moment == moment)
    timed = (late[1],) if late else timed
    weight = sum(t.weight for t in told)
    return Goal(
        team=team,
        scorer=choice.scorer,
        assist=assist,
        kind=kind,
        method=method,
        keeper=next((t.keeper for t in spot if t.keeper), None),
        won_by=next((t.won_by for t in spot if t.won_by), None),
        given_by=next((t.given_by for t in spot if t.given_by), None),
        **clock(moment),
        evidence=tuple(dict.fromkeys((*sentences(told), *timed))),
        sources={
            "scorer": sentences(named),
            "assist": sentences(t for t in named if t.assist == assist),
            "method": sentences(t for t in named if t.method == method),
            "keeper": sentences(t for t in spot if t.keeper),
            "won_by": sentences(t for t in spot if t.won_by),
            "given_by": sentences(t for t in spot if t.given_by),
            "minute": timed,
            "added": timed,
            "about": timed,
        },
        confidence=round(weight / (weight + 1), 2),
    )


def sentences(told: Iterable[GoalTold]) -> tuple[Evidence, ...]:
    """The sentences of tellings, each once, in the order of the report."""
    return tuple(dict.fromkeys(t.evidence for t in sorted(told, key=lambda t: t.place)))


def best_moment(told: Sequence[GoalTold]) -> Moment | None:
    """The minute told with most weight; an exact one before a limit, and that before a guess.

    "With 20 minutes left" may be a minute off where another telling has "in the 69th minute".
    """
    moments = [t.moment for t in told if t.moment and t.moment.minute]
    exact = [m for m in moments if not m.about]
    outright = [m for m in exact if not m.is_limit]
    plain = [m for m in outright if not COUNTS_DOWN.search(m.text.lower())]
    return next(iter(plain or outright or exact or moments), None)

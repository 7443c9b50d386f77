"""Disallowed goal: the ball is in the net and it does not count.

"Kaba had a goal ruled out for offside" is one; so is "Kaba slotted home but was flagged offside",
where the goal told in the same breath is none. "Kaba was flagged offside" alone is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, entity_of, player_of
from kg.facts.goal.told import GoalTold
from kg.language import lower
from kg.lexicon import pattern
from kg.mentions import Entity, Kind
from kg.phrasings import Match
from kg.phrasings.moments import Moment

NEAR = 8  # words between "ruled out" and the goal that was
EARLY = 12  # words within which "but it was ruled out" speaks of the sentence before


@dataclass(frozen=True, kw_only=True)
class DisallowedGoal(MatchEvent):
    """A goal of `by` that does not count."""

    type: ClassVar[str] = "DisallowedGoal"
    word: ClassVar[str] = "disallowed"
    actors: ClassVar[tuple[str, ...]] = ("by",)
    properties: ClassVar[Mapping[str, str]] = {**MatchEvent.properties, "by": "by"}

    by: Entity | None = None

    @property
    def label(self) -> str:
        """Whose goal did not count."""
        return f"{self.by.name if self.by else 'Somebody'} has a goal disallowed{self.clock}"


def tell(found: Match, moment: Moment | None, evidence: Evidence) -> DisallowedGoal:
    """The disallowed goal that a phrasing tells of; whose it was may stand elsewhere."""
    by = entity_of(found.parts.get("by"), Kind.PERSON)
    return DisallowedGoal(by=by, evidence=(evidence,), confidence=0.85, **clock(moment))


def take_back(
    telling: Match,
    event: DisallowedGoal,
    tried: Sequence[tuple[Match, GoalTold]],
    goals: Sequence[GoalTold],
) -> tuple[DisallowedGoal | None, list[GoalTold]]:
    """The event, and the goals without the one that did not count.

    `tried` holds what its sentence tells as goals, `goals` what the report told up to here.
    """
    struck = disallowed(telling, event, tried, goals)
    left = [
        goal
        for goal in goals
        if struck is None or (goal.scorer, goal.place) != (struck.scorer, struck.place)
    ]
    found = credit(event, struck)
    if found is None and telling.phrasing.gives.get("back"):
        found = only_one_before(telling, event)
    return found, left


def disallowed(
    telling: Match,
    event: DisallowedGoal,
    tried: Sequence[tuple[Match, GoalTold]],
    goals: Sequence[GoalTold],
) -> GoalTold | None:
    """The telling of a goal that a disallowed goal takes back, if there is one."""
    trigger, place = telling.frame.trigger.index, telling.frame.sentence.number
    by = telling.parts.get("by")
    before = lower(telling.frame.sentence.tokens[max(0, trigger - NEAR) : trigger])
    if pattern("clauses", "another_time").search(before):
        return None  # "after his earlier effort had been ruled out"
    looks_back = telling.phrasing.gives.get("back", False) or (by is not None and by.is_pronoun)
    near = [
        g
        for t, g in tried
        if g.scorer
        and (
            (looks_back and t.frame.trigger.index <= trigger)
            or (t.frame.noun and abs(t.frame.trigger.index - trigger) < NEAR)
            or is_how(t, telling)
        )
    ]
    if not near and looks_back and trigger < EARLY:
        near = [g for g in goals if g.place == place - 1 and g.scorer]
    fitting = [g for g in near if event.by in (None, g.scorer)]
    if not fitting:
        return None
    moments = (g.moment for g in fitting if g.scorer == fitting[-1].scorer and g.moment)
    return replace(fitting[-1], moment=next(moments, None))


def is_how(goal: Match, telling: Match) -> bool:
    """Whether a goal is told behind as what was ruled out: "flagged offside as he headed in"."""
    trigger, at = telling.frame.trigger.index, goal.frame.trigger.index
    between = lower(telling.frame.sentence.tokens[trigger + 1 : at])
    return trigger < at and pattern("clauses", "ruled_as").search(between) is not None


def credit(event: DisallowedGoal, goal: GoalTold | None) -> DisallowedGoal | None:
    """The event with what a goal told before it fills in; None if nobody is known for it."""
    if goal is None or (event.by is not None and goal.scorer != event.by):
        return event if event.by is not None else None
    untimed = event.minute is None and event.about is None
    timed = replace(event, **clock(goal.moment)) if untimed else event
    return replace(timed, by=goal.scorer) if goal.scorer is not None else None


def only_one_before(telling: Match, event: DisallowedGoal) -> DisallowedGoal | None:
    """The event as that of the only player named before it, if there is no more than one."""
    trigger = telling.frame.trigger.index
    before = (m for m in telling.frame.mentions.values() if m.first < trigger)
    players = {player for m in before if (player := player_of(m)) is not None}
    return replace(event, by=players.pop()) if len(players) == 1 else None

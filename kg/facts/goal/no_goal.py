"""What says that a ball did not go in takes back the goal told in the same breath.

"Kaba slotted home but was flagged offside" tells of no goal, nor does "Bellini fired the penalty
over" or "Mertens hit the frame of the goal".
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.base import Found, MatchEvent, clock
from kg.facts.disallowed_goal import DisallowedGoal, take_back
from kg.facts.goal.told import GoalTold
from kg.facts.penalty import PenaltyKick
from kg.facts.woodwork import WoodworkHit
from kg.language import lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Kind, Mention
from kg.mentions.linking.receiving import pass_to
from kg.phrasings import Match

TURNED = 8  # words from a verb to the ball of another that it turns in
PARTING = frozenset({",", "and", "but", ";", "for", "to", "after", "before", "past"})
TOUCHES = frozenset({"touch", "head", "toe", "boot", "foot", "finish"})
BESIDE = 6  # words from a verb to what still belongs to it: "hit the frame of the goal"


def without_unscored(
    telling: Match,
    event: MatchEvent,
    tried: Sequence[tuple[Match, GoalTold]],
    goals: Sequence[GoalTold],
) -> tuple[MatchEvent | None, list[GoalTold]]:
    """The event, and the goals without the one that it says was none.

    `tried` holds what its sentence tells as goals, `goals` what the report told up to here.
    """
    if isinstance(event, DisallowedGoal):
        return take_back(telling, event, tried, goals)
    if isinstance(event, PenaltyKick):
        struck = [g for t, g in tried if is_same_kick(telling, event, t, g)]
    elif isinstance(event, WoodworkHit):
        struck = [
            g for t, g in tried if is_same_shot(telling, t) or comes_back(telling, event, t, g)
        ]
    else:
        struck = []
    moment = next((goal.moment for goal in struck if goal.moment), None)
    if event.minute is None and event.about is None:  # the words of the goal had its minute
        event = replace(event, **clock(moment))
    return event, [goal for goal in goals if goal not in struck]


def without_balls_given(found: Found) -> list[tuple[str, Match]]:
    """What a sentence tells less the balls that another turned in: "heading in Kaba's corner"."""
    goals = [t for kind, t in found if kind == "goal"]
    return [
        (kind, t)
        for kind, t in found
        if kind != "goal" or not any(turns_in(other, t) for other in goals)
    ]


def without_passes(found: Found, mentions: Sequence[Mention]) -> list[tuple[str, Match]]:
    """What a sentence tells less the goals that are passes: "rolled it across to Kaba, who"."""
    found = [(kind, t) for kind, t in found if kind != "goal" or not came_to_nothing(t)]
    goals = [t for kind, t in found if kind == "goal" and "scorer" in t.parts]
    if len(goals) < 2:  # the only one is of a scorer whatever gave him the ball
        return found
    people = [m for m in mentions if m.kind is Kind.PERSON]
    void = [t for t in goals if any(passes_to(t, other, people) for other in goals) or is_own(t)]
    return [(kind, t) for kind, t in found if t not in void]


def came_to_nothing(telling: Match) -> bool:
    """Whether what stands behind a finish undoes it: "over Hansen, but Dekker headed it clear"."""
    trigger, tokens = telling.frame.trigger, telling.frame.sentence.tokens
    if trigger.lemma in table("verbs", "classes")["score"] or telling.parts.get("scorer") is None:
        return False
    is_flagged = pattern("assist", "flagged").search(lower(tokens[: trigger.index]))
    behind = lower(tokens[trigger.index + 1 :])
    return bool(is_flagged or pattern("assist", "came_to_nothing").search(behind))


def is_own(telling: Match) -> bool:
    """Whether somebody would give himself the ball: "Selva laying it on a plate for him"."""
    giver, scorer = telling.parts.get("assist"), telling.parts["scorer"]
    is_caught = "scorer" not in telling.phrasing.parts
    return is_caught and giver is not None and giver.entity == scorer.entity


def passes_to(telling: Match, other: Match, people: Sequence[Mention]) -> bool:
    """Whether what would be a goal gives the ball to the scorer of another one behind it."""
    trigger, behind = telling.frame.trigger.index, other.frame.trigger.index
    scorer, receiver = telling.parts["scorer"].entity, other.parts["scorer"].entity
    if behind <= trigger or scorer == receiver or telling.frame.noun or telling.of > 1:
        return False
    reached = [m for m in people if m.entity == receiver and trigger < m.first < behind]
    passes = [one for m in reached if (one := pass_to(m, people))]
    return any(one.giver.entity == scorer and one.verb.index == trigger for one in passes)


def turns_in(goal: Match, ball: Match) -> bool:
    """Whether a goal is made of the ball that another telling takes for one of its owner's."""
    owner, scorer = ball.parts.get("scorer"), goal.parts.get("scorer")
    at, end = goal.frame.trigger.index, ball.frame.trigger.index
    if not (ball.frame.noun and owner and scorer and goal.phrasing.gives.get("how")):
        return False
    if owner.entity == scorer.entity or not at < owner.first <= end <= at + TURNED:
        return False
    tokens = goal.frame.sentence.tokens
    between = {t.lower for t in (*tokens[at + 1 : owner.first], *tokens[owner.last + 1 : end])}
    is_touch = bool(between & TOUCHES)  # "got a touch to Kaba's free-kick"
    return not between & (PARTING - {"to"} if is_touch else PARTING)


def is_same_kick(telling: Match, event: PenaltyKick, other: Match, goal: GoalTold) -> bool:
    """Whether a goal is told of the penalty that brought none; a rebound may bring one."""
    is_penalty = goal.kind == "penalty" and goal.scorer == event.taker
    scored, missed = other.frame.trigger.index, telling.frame.trigger.index
    behind = telling.frame.sentence.tokens[scored + 1 : missed + BESIDE]
    if scored < missed and any(token.lower in words("penalties", "another") for token in behind):
        return is_same_shot(telling, other)  # "scored one, but missed a second penalty"
    return is_penalty or is_same_shot(telling, other)


def is_same_shot(telling: Match, other: Match) -> bool:
    """Whether a goal is told by the very words that tell of a miss."""
    behind = other.frame.trigger.index - telling.frame.trigger.index
    return behind == 0 or (other.frame.noun and 0 < behind <= BESIDE)


def comes_back(telling: Match, event: WoodworkHit, other: Match, goal: GoalTold) -> bool:
    """Whether the ball of a goal came back: "Kaba chipped Hansen, but it hit the post"."""
    is_before = other.frame.trigger.index < telling.frame.trigger.index
    return bool(telling.phrasing.gives.get("back")) and is_before and goal.scorer == event.by

"""Put the goals of a model on the course of the score, by what is told of them.

"Kaba equalised" costs something unless his goal made it level, "Kaba's winner" unless his side won,
and a goal told of the 20th minute if one told of the 10th comes after it. So the sides of goals are
told that no sentence names: who pulled one back in a 3-1 win played for the losers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

from kg.facts.goal.told import GoalTold
from kg.mentions import Entity
from kg.reconcile.choice.course import Course, Step, add_course
from kg.reconcile.choice.twins import earlier
from kg.reconcile.choice.weighing import Slot, Weighing

MISFIT = 3.0  # "levelled" told of a goal that did not level
OF_SIDE = 1.0  # "Hallvik equalised": they were behind, whoever scored
WON = 3.0  # who is told to have won scored more
BEHIND = 2.0  # "Hallvik came from behind": somewhere on the way the others led
UNTOLD = 0.5  # a step of the course of which nobody tells
MOST_OF_SIDE = 9  # goals of one side where the score is not told
MORE = 2  # goals there may have been, besides those told, where it is not


@dataclass(frozen=True)
class Outcome:
    """How a match went, as far as told: the score, in the order of the pair, and who won.

    `won` tells whether the first side did; None is for a draw, or if nothing is told. `behind` are
    the sides that were behind at some time.
    """

    pair: tuple[Entity, ...]
    score: tuple[int, int] | None
    won: bool | None
    behind: frozenset[Entity]


@dataclass(frozen=True)
class Place:
    """The steps that a goal may be, each with the literal that it is."""

    slot: Slot
    takes: Mapping[Step, cp_model.IntVar]
    goals: cp_model.LinearExprT  # how many there were after it


def place_goals(
    model: Weighing,
    slots: Sequence[Slot],
    told: Sequence[GoalTold],
    match: Outcome,
) -> None:
    """Add the course of the score to a model if something is told of it, and goals to its steps.

    Where the score is told, only the goals of which is told when they were or what they did to it.
    """
    score = match.score
    is_told = any(says_effect(telling) for telling in told) or match.behind
    if not is_told and (score or match.won is None):
        return
    goals = sum(score) if score else len(slots) + MORE
    most = min(len(slots), MOST_OF_SIDE)
    ended = score is not None
    course = add_course(model.rules, score or (most, most), goals=goals, ended=ended)
    places = [
        place_goal(model, slot, course)
        for slot in slots
        if not score or any(says_when(told[i]) for i in slot.assigned)
    ]
    for place in places:
        for i in place.slot.assigned:
            if says_effect(told[i]):
                weigh_effects(model, i, told[i], place, course)
    weigh_sides(model, told, match, course)
    keep_in_order(model, places, told)
    for step, was in course.was.items():
        takers = cp_model.LinearExpr.sum([place.takes[step] for place in places])
        model.rules.add(takers <= was)
        if not score:
            model.reward(-UNTOLD, was)
            model.reward(UNTOLD, takers)


def place_goal(model: Weighing, slot: Slot, course: Course) -> Place:
    """Let a goal, if it was one, be one of the steps."""
    takes = {step: model.literal() for step in course.was}
    model.rules.add(cp_model.LinearExpr.sum(list(takes.values())) == slot.opened)
    for side, gained in ((True, slot.gained), (False, ~slot.gained)):
        of_side = [take for step, take in takes.items() if step.gained == side]
        model.rules.add(cp_model.LinearExpr.sum(of_side) <= gained)
    goals = cp_model.LinearExpr.weighted_sum(list(takes.values()), [step.goals for step in takes])
    return Place(slot, takes, goals)


def weigh_effects(model: Weighing, i: int, telling: GoalTold, place: Place, course: Course) -> None:
    """Say what it costs that a telling is of a goal that did not do what it tells."""
    slot, misfit = place.slot, model.literal()
    stands = (~slot.assigned[i], misfit)
    model.rules.add_bool_or(*stands, *(place.takes[step] for step in course.fitting(telling)))
    for effect in telling.effects:
        if effect.won or effect.lost:
            won, lost = course.first_won, course.second_won
            by_first, by_second = (won, lost) if effect.won else (lost, won)
            model.rules.add_bool_or(*stands, ~slot.gained, by_first)
            model.rules.add_bool_or(*stands, slot.gained, by_second)
    model.reward(-MISFIT, misfit)


def weigh_sides(model: Weighing, told: Sequence[GoalTold], match: Outcome, course: Course) -> None:
    """Say what it is worth that the score went as goals told of a side ask, and who won."""
    for telling in told:
        if telling.scorer or telling.gains not in match.pair or not says_effect(telling):
            continue
        is_first = telling.gains == match.pair[0]
        fits = model.literal()
        steps = [course.was[step] for step in course.fitting(telling) if step.gained == is_first]
        model.rules.add_bool_or(*steps, ~fits)
        model.reward(OF_SIDE, fits)
    if not match.score and match.won is not None:
        model.reward(WON, course.first_won if match.won else course.second_won)
    for team in match.behind:
        was_behind = model.literal()
        behind = [was for step, was in course.was.items() if step.leads(team != match.pair[0])]
        model.rules.add_bool_or(*behind, ~was_behind)
        model.reward(BEHIND, was_behind)


def keep_in_order(model: Weighing, places: Sequence[Place], told: Sequence[GoalTold]) -> None:
    """Keep goals in the order in which they are told; of three, which comes first is told by two.

    The solver would find that out by itself, in far more time.
    """
    first: dict[tuple[int, int], cp_model.LiteralT] = {}
    for i, j in combinations(range(len(places)), 2):
        is_first = keep_order(model, places[i], places[j], told)
        first[i, j], first[j, i] = is_first, ~is_first
    for i, j, k in combinations(range(len(places)), 3):
        model.rules.add_bool_or(~first[i, j], ~first[j, k], first[i, k])
        model.rules.add_bool_or(~first[k, j], ~first[j, i], first[k, i])


def keep_order(
    model: Weighing, one: Place, other: Place, told: Sequence[GoalTold]
) -> cp_model.IntVar:
    """Say what it costs that of two goals the one told as the earlier was scored later.

    Returns:
        The literal that the first of the two came first.
    """
    is_first = model.literal()
    for before, after, holds in ((one, other, is_first), (other, one, ~is_first)):
        said = tuple(in_order(before.slot, after.slot, told))
        if said:
            rule = model.rules.add(before.goals + 1 <= after.goals)
            rule.only_enforce_if(holds, after.slot.opened)
        for i, j, weight in said:
            is_late = model.literal()
            both = (~before.slot.assigned[i], ~after.slot.assigned[j])
            model.rules.add_bool_or(*both, holds, is_late)
            model.reward(-weight, is_late)
    return is_first


def in_order(one: Slot, other: Slot, told: Sequence[GoalTold]) -> Iterator[tuple[int, int, float]]:
    """The tellings of two goals by which the first was rather earlier, and how far."""
    for i in one.assigned:
        for j in other.assigned:
            is_listed_behind = told[i].at == told[j].at and i > j
            if i != j and not is_listed_behind and (weight := earlier(told[i], told[j])):
                yield i, j, weight


def says_effect(telling: GoalTold) -> bool:
    """Whether a telling says what its goal did to the score."""
    return telling.several == 1 and bool(telling.effects or telling.score)


def says_when(telling: GoalTold) -> bool:
    """Whether a telling gives its goal a place in the course of the score."""
    return says_effect(telling) or bool(telling.moment and telling.moment.minute)

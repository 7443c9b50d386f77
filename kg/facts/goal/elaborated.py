"""A goal told of nobody, and behind it whose it is: "Hallvik hit back, Kaba rising to meet it".

That somebody let fly or rose to meet a corner tells no goal by itself. Where its sentence has told
just before that one came, it says whose.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.goal.told import GoalTold

OFFERED = 1.2  # the most that a telling weighs which only offers a goal


def elaborated(goals: Sequence[GoalTold]) -> dict[GoalTold, GoalTold]:
    """Of the goals that a sentence asserts, those that tell whose another one is, as they become.

    Each has the side, the minute and the effects of that other one, and the weight of both.
    """
    nobodys = [told for told in goals if told.scorer is None]
    offered = [told for told in goals if told.scorer and told.weight <= OFFERED]
    if len(nobodys) != 1 or len(offered) != 1 or len(goals) != len((*nobodys, *offered)):
        return {}
    (goal,), (who,) = nobodys, offered
    if who.at < goal.at:
        return {}
    whole = replace(
        who,
        gains=goal.gains,
        conceded=goal.conceded,
        moment=who.moment or goal.moment,
        effects=(*goal.effects, *who.effects),
        score=goal.score or who.score,
        weight=goal.weight + who.weight,
    )
    return {who: whole}

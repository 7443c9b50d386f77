"""The minute of a chosen goal that nothing told has, where its own sentence tells one.

"In the 23rd minute Soldal, the best on the pitch, went past Dekker on the outside and crossed for
Kaba, who had lost his marker and could not miss": the minute is far from the words that tell the
goal, yet nothing else is told there, and no other sentence tells when it was.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.facts import Tellings
from kg.facts.goal.told import GoalTold
from kg.language import Sentence, lower
from kg.lexicon import pattern
from kg.mentions import Entity, Scene
from kg.phrasings.moments import Moment
from kg.reconcile.choice.model import ChosenGoal

APART = 1  # minutes by which that of another goal is another one


def with_late_minutes(
    goals: Sequence[ChosenGoal], told: Tellings, scene: Scene
) -> tuple[ChosenGoal, ...]:
    """The goals, those of no minute with the one that is left in a sentence that tells them."""
    sentences = scene.document.sentences
    tellers: dict[int, set[Entity]] = {}
    for goal in goals:
        for telling in goal.told:
            tellers.setdefault(telling.place, set()).add(goal.scorer)
    taken = {m.minute for goal in goals for t in goal.told if (m := t.moment) and m.minute}

    def whole(goal: ChosenGoal) -> ChosenGoal:
        if any(t.moment and t.moment.minute for t in goal.told):
            return goal
        late = [
            (moment, t)
            for t in goal.told
            if t.scorer == goal.scorer and tellers[t.place] == {goal.scorer} and t.several == 1
            for moment in minutes_left(t, told, sentences)
            if all(abs((moment.minute or 0) - other) > APART for other in taken)
        ]
        return replace(goal, late=(late[0][0], late[0][1].evidence)) if len(late) == 1 else goal

    return tuple(whole(goal) for goal in goals)


def minutes_left(telling: GoalTold, told: Tellings, sentences: Sequence[Sentence]) -> list[Moment]:
    """The minute of a telling's sentence that nothing has, if there is one and nothing parts them.

    Behind "before", "but" or "until" it is of another time.
    """
    left = told.untaken.get(telling.place, ())  # none of what a team sheet tells
    if len(left) != 1 or not left[0].minute or left[0].about or left[0].is_limit:
        return []
    first, last = sorted((telling.at, left[0].start))
    between = lower([t for t in sentences[telling.place].tokens if first <= t.start < last])
    return [] if pattern("moments", "parts_moves").search(between) else list(left)

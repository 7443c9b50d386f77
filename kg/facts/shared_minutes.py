"""Minutes of one telling that are those of another in its sentence too.

"Hallvik should have led on the hour, but Kaba hit the post"; "were level on 20 when Kaba scored".
"""

from collections.abc import Sequence

from kg.facts.nearness import leads_on
from kg.facts.timing import Timed
from kg.frames import Standing
from kg.language import lower
from kg.lexicon import pattern
from kg.mentions.entities import Kind
from kg.phrasings import Match, before

CHANCE = pattern("modality", "chance_to")
UNREAL = frozenset({Standing.HYPOTHETICAL, Standing.NEGATED})


def shared(timed: Timed, told: Sequence[Match]) -> Timed:
    """The minutes, that of what might have been also for what came of it, told right behind.

    "Hallvik should have led on the hour, but Kaba hit the post": he hit it on the hour.
    """
    unreal = [t for t in told if t.frame.standing in UNREAL and id(t.frame) in timed]
    if len({id(t.frame) for t in unreal}) != 1:
        return timed
    chance = unreal[0].frame
    timeless = {id(t.frame) for t in told if t.phrasing.untimed}
    later = [t.frame for t in told if t.frame.trigger.index > chance.trigger.index]
    behind = [frame for frame in later if id(frame) not in timeless]
    outcome = next((f for f in behind if f.standing is Standing.ASSERTED), None)
    if outcome is None or id(outcome) in timed:
        return timed
    return {**timed, id(outcome): timed[id(chance)]}


def of_chance_taken(timed: Timed, goals: Sequence[Match]) -> Timed:
    """The minutes, that of a chance also for the one goal that its sentence tells.

    "Kaba made no mistake when handed the chance to score after 58 minutes".
    """
    chances = [t for t in goals if t.frame.standing in UNREAL and id(t.frame) in timed]
    scored = {id(t.frame) for t in goals if t.frame.standing is Standing.ASSERTED}
    given = [t for t in chances if CHANCE.search(lower(before(t.frame)))]
    if len(given) != 1 or len(scored) != 1 or scored & timed.keys():
        return timed
    return {**timed, scored.pop(): timed[id(given[0].frame)]}


def led_on(timed: Timed, goals: Sequence[Match]) -> Timed:
    """The minutes, that of a side's goal also for who scored it: "were level on 20 when Kaba"."""
    found = dict(timed)
    for telling in goals:
        moments = found.get(id(telling.frame), ())
        is_open = not any(m.kind is Kind.PERSON for m in telling.parts.values())
        if not (is_open and len(moments) == 1 and leads_on(moments[0], telling.frame.sentence)):
            continue
        behind = (t for t in goals if t.frame.trigger.start > moments[0].end)
        whose = next((t for t in behind if "scorer" in t.parts), None)
        if whose is not None and id(whose.frame) not in found:
            found[id(whose.frame)] = moments
    return found


def of_one_move(timed: Timed, goals: Sequence[Match], others: Sequence[Match]) -> Timed:
    """The minutes, that of a shot before a goal also for the goal that came of it.

    "Kaba reacted first after Gomes had hit the post in the 17th minute", "on 43 minutes a header
    came off the bar and Kaba knocked in the rebound".
    """
    scored = [t for t in goals if t.frame.standing is Standing.ASSERTED]
    scorers = {t.parts["scorer"].entity for t in scored if "scorer" in t.parts}
    if len(scorers) != 1 or len(timed) != 1 or any(id(t.frame) in timed for t in goals):
        return timed
    shot = next((t for t in others if id(t.frame) in timed), None)
    if shot is None:
        return timed
    tokens, hit = shot.frame.sentence.tokens, shot.frame.trigger.index
    for goal in scored:
        at = goal.frame.trigger.index
        is_before = hit < at and pattern("assist", "followed_up").search(lower(tokens[hit:]))
        if is_before or (at < hit and "after" in {t.lower for t in tokens[at:hit]}):
            return {**timed, id(goal.frame): timed[id(shot.frame)]}
    return timed

"""Goals told with the verb of another: "Lund scored in the third minute and Vik in the 29th".

Whoever is listed with a share of his own scored, whatever tells the goal that the list goes on
from: "Brevik replied through Lund on 70 minutes and Vik late on", "Lund scored twice and Vik once".
Of such a list a verb may tell: "Lund, in the third minute, and Vik, in the 29th, were on target".
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.base import Found
from kg.facts.goal.share_lists import Listed, share_lists
from kg.facts.goal.undone import undoes
from kg.facts.timing import Timed
from kg.frames import Standing
from kg.mentions.entities import Mention
from kg.phrasings import Match, at_scorer
from kg.phrasings.moments import Moment


def with_gapped(
    found: Found, mentions: Sequence[Mention], moments: Sequence[Moment]
) -> tuple[list[tuple[str, Match]], Timed]:
    """What a sentence tells with the goals told without a verb, and the minutes of those in lists.

    Args:
        found: what phrasings tell.
        mentions: who is mentioned in the sentence.
        moments: the minutes it tells.
    """
    goals = [t for kind, t in found if kind == "goal" and "scorer" in t.parts]
    lists = share_lists(goals[0].frame.sentence, mentions, moments) if goals else ()
    told: list[tuple[str, Match]] = []
    timed: dict[int, tuple[Moment, ...]] = {}
    named = {who.entity for kind, t in found if kind != "substitution" for who in t.parts.values()}
    for kind, telling in found:
        those = next((those for those in lists if goes_on(telling, those, goals)), ())
        of_all = tells_all(telling, those)
        if not of_all:
            told.append((kind, telling))
        for one in those if of_all else those[1:]:
            is_own = one.who == telling.parts["scorer"]
            if one.who and (is_own or one.who.entity not in named):
                named.add(one.who.entity)
                own = at_scorer(scored_by(one.who, one.share.side, telling))
                timed[id(own.frame)] = one.share.moments
                told.append((kind, own))
    return told, timed


def scored_by(scorer: Mention, side: Mention | None, telling: Match) -> Match:
    """The telling of a goal as one of another's; how many the first scored says nothing of him."""
    parts = {"scorer": scorer, "gains": side} if side else {"scorer": scorer}
    gives = {name: what for name, what in telling.phrasing.gives.items() if name != "several"}
    phrasing = replace(telling.phrasing, gives=gives)
    return replace(telling, phrasing=phrasing, parts=parts, place=0, of=1)


def goes_on(telling: Match, those: Sequence[Listed], goals: Sequence[Match]) -> bool:
    """Whether a telling is of the goal that a list goes on from, or of all of its goals."""
    if not any(telling is goal for goal in goals) or telling.phrasing.untimed or undoes(telling):
        return False
    if telling.frame.standing is not Standing.ASSERTED:
        return False
    before = [t.parts["scorer"] for t in goals if t.parts["scorer"].last < those[0].last]
    is_nearest = telling.parts["scorer"] == max(before, key=lambda m: m.last, default=None)
    is_led = telling.frame.trigger.index < those[1].first
    is_led = is_led and (telling.frame.noun or not those[-1].acts)
    return tells_all(telling, those) or (is_nearest and is_led)


def tells_all(telling: Match, those: Sequence[Listed]) -> bool:
    """Whether one verb or noun tells of everybody in a list."""
    is_listed = any(one.who == telling.parts.get("scorer") for one in those) and those[0].who
    return bool(is_listed) and (telling.of > 1 or telling.frame.trigger.index > those[-1].last)

"""What one sentence tells of a goal, as far as it says: who scored, for whom, when, and how.

"Kaba headed in", "his second" and "the opener" may be of one goal; `kg.reconcile` decides over the
report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.facts.base import Evidence, clock
from kg.facts.goal import Goal
from kg.facts.goal.effect import Effect
from kg.facts.timing import is_bracketed
from kg.mentions.entities import Entity
from kg.phrasings import Match
from kg.phrasings.moments import Moment


@dataclass(frozen=True)
class GoalTold:
    """One telling of a goal, as far as its sentence says: who scored, for whom, when.

    `place` is the number of the sentence, `at` the offset of the word that tells it, `block` that
    of its paragraph; `named` tells that the scorer stands there by name; `conceded` that `gains` is
    the side it was scored against; `effects` tell what it did to the score, `several` how many
    goals of the scorer it tells of, `nth` which of his it is, `how` that it says how the ball went
    in; `weight` is how far to trust it. `keeper`, `won_by` and `given_by` are of one from the spot.
    """

    place: int
    at: int
    block: int
    scorer: Entity | None
    named: bool
    gains: Entity | None
    conceded: bool
    assist: Entity | None
    kind: str
    method: str | None
    moment: Moment | None
    several: int
    nth: int
    how: bool
    effects: tuple[Effect, ...]
    score: tuple[int, int] | None
    weight: float
    evidence: Evidence
    keeper: Entity | None = None
    won_by: Entity | None = None
    given_by: Entity | None = None

    @property
    def is_further(self) -> bool:
        """Whether it tells of one more goal: "added a third"."""
        return any(effect.further for effect in self.effects)


def each_of(told: GoalTold | None, moments: Sequence[Moment]) -> Iterator[GoalTold]:
    """The goals of a telling of several, each with its minute: "in the 31st and 49th minutes".

    A single minute is that of the last: "completed his hat-trick in the 63rd minute"; so is the
    pass that led to it.
    """
    if told is None:
        return
    is_list = len(moments) > 1 and not any(is_bracketed(m) for m in moments)
    if len(moments) > 1 and (told.several == len(moments) or (is_list and told.several == 1)):
        for nth, moment in enumerate(moments, 1):
            yield replace(told, several=1, nth=nth if told.several > 1 else 0, moment=moment)
    elif told.several > 1 and told.nth == told.several:
        yield replace(told, moment=None, assist=None, method=None, nth=0)
        yield replace(told, several=1)
    elif told.several > 1 and told.moment:
        yield replace(told, moment=None)
        yield replace(told, several=1, nth=told.several)
    else:
        yield told


def own_goals_first(told: Sequence[tuple[Match, GoalTold]]) -> list[tuple[Match, GoalTold]]:
    """The tellings of a sentence without those that take an own goal for another kind.

    "Dekker's own goal gave Hallvik the lead" is one goal, and Hallvik gain it.
    """
    own = {said.scorer for _, said in told if said.kind == "own_goal"} - {None}
    last = max((said.at for _, said in told if said.kind == "own_goal"), default=None)
    aims = [one for one in told if last is not None and is_aim(one[0], last)]
    told = [one for one in told if one not in aims]
    came = next((said.moment for _, said in aims if said.moment), None)
    gains = {said.scorer: said.gains for _, said in told if said.gains}
    timed = {said.scorer: said.moment for _, said in told if said.moment}

    def whole(said: GoalTold) -> GoalTold:
        if said.scorer not in own:
            return said
        moment = said.moment or timed.get(said.scorer) or came
        return replace(said, gains=gains.get(said.scorer), moment=moment)

    return [
        (telling, whole(said))
        for telling, said in told
        if said.scorer not in own or said.kind == "own_goal"
    ]


def is_aim(telling: Match, own: int) -> bool:
    """Whether a telling says what came of an own goal: "into his own net to give them hope"."""
    trigger = telling.frame.trigger
    before = telling.frame.sentence.tokens[trigger.index - 1 : trigger.index]
    return trigger.start > own and any(t.lower == "to" for t in before)


def weaken(told: GoalTold, share: float) -> GoalTold:
    """A telling of less weight: that of a caption."""
    return replace(told, weight=told.weight * share)


def to_event(told: GoalTold) -> Goal:
    """The goal that one telling would make by itself."""
    return Goal(
        team=told.gains,
        scorer=told.scorer,
        assist=told.assist,
        kind=told.kind,
        method=told.method,
        keeper=told.keeper,
        won_by=told.won_by,
        given_by=told.given_by,
        **clock(told.moment),
        evidence=(told.evidence,),
        confidence=round(told.weight / (told.weight + 1), 2),
    )

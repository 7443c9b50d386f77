"""What one sentence tells of a goal, as far as it says: who scored, for whom, when, and how.

"Kaba headed in", "his second" and "the opener" may be of one goal; `kg.reconcile` decides over the
report.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.facts.assist import assist_of
from kg.facts.base import Evidence, clock, entity_of
from kg.facts.effect import Effect, effect_named, effects_of
from kg.facts.goal import Goal
from kg.facts.method import method_of
from kg.facts.timing import is_bracketed
from kg.frames import Frame
from kg.lexicon import in_order, pattern
from kg.mentions.entities import Entity, Kind, Mention
from kg.phrasings import Match, before
from kg.phrasings.moments import Moment

UNNAMED = 0.9  # what a telling weighs that names no scorer
KICKS = frozenset({"penalty", "spot-kick"})  # nouns: "Kaba's penalty"
ORDINALS = in_order("numbers", "ordinals")


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


def tell(
    found: Match,
    mentions: Sequence[Mention],
    moment: Moment | None,
    evidence: Evidence,
    triggers: Mapping[int, Entity | None] = MappingProxyType({}),
) -> GoalTold | None:
    """What one phrasing in one frame tells of a goal; None if nobody takes part in it.

    That a goal came is told without anybody, if it is told when, or what it did to the score.
    `triggers` are the words that tell a goal in its sentence, each with its scorer: who pulls one
    back gives no pass.
    """
    frame, gives = found.frame, found.phrasing.gives
    actor, gained = found.parts.get("scorer"), found.parts.get("gains")
    scorer = entity_of(actor or gained, Kind.PERSON)
    gains = entity_of(actor if actor and actor.kind is Kind.TEAM else gained, Kind.TEAM)
    gains = gains or entity_of(found.parts.get("side"), Kind.TEAM)  # "doubled Hallvik's lead"
    if gives.get("of_person") and scorer is None:
        return None
    effects = (*effects_of(frame), *effect_named(gives.get("effect", "")))
    if scorer is None and gains is None and not (gives.get("anybody") and (moment or effects)):
        return None
    kind = "penalty" if frame.lemma in KICKS else gives.get("kind", "regular")
    giver = entity_of(found.parts.get("assist"), Kind.PERSON)
    if giver in (None, scorer):
        giver = assist_of(frame, scorer, mentions, triggers)
    return GoalTold(
        place=frame.sentence.number,
        at=frame.trigger.start,
        block=frame.sentence.block.start,
        scorer=scorer,
        named=is_named(actor or gained),
        gains=gains,
        conceded=bool(gives.get("conceded")),
        assist=giver if kind == "regular" else None,
        kind=kind,
        method=method_of(frame),
        moment=moment,
        several=max(1, gives.get("several", 1)),
        nth=nth_of(frame),
        how=bool(gives.get("how")),
        effects=effects,
        score=score_of(frame),
        weight=found.phrasing.weight * (UNNAMED if scorer is None else 1),
        evidence=evidence,
    )


def each_of(told: GoalTold | None, moments: Sequence[Moment]) -> Iterator[GoalTold]:
    """The goals of a telling of several, each with its minute: "in the 31st and 49th minutes".

    A single minute is that of the last: "completed his hat-trick in the 63rd minute".
    """
    if told is None:
        return
    is_list = len(moments) > 1 and not any(is_bracketed(m) for m in moments)
    if len(moments) > 1 and (told.several == len(moments) or (is_list and told.several == 1)):
        for nth, moment in enumerate(moments, 1):
            yield replace(told, several=1, nth=nth if told.several > 1 else 0, moment=moment)
    elif told.several > 1 and told.moment:
        yield replace(told, moment=None)
        yield replace(told, several=1, nth=told.several)
    else:
        yield told


def is_named(mention: Mention | None) -> bool:
    """Whether a scorer stands there by name, or for nobody else: "Kaba, who scored"."""
    if mention is None:
        return False
    return mention.named or mention.sole or mention.token.lower in ("who", "whose")


def own_goals_first(told: Sequence[tuple[Match, GoalTold]]) -> list[tuple[Match, GoalTold]]:
    """The tellings of a sentence without those that take an own goal for another kind.

    "Dekker's own goal gave Hallvik the lead" is one goal, and Hallvik gain it.
    """
    own = {said.scorer for _, said in told if said.kind == "own_goal"} - {None}
    gains = {said.scorer: said.gains for _, said in told if said.gains}
    return [
        (telling, replace(said, gains=gains.get(said.scorer)) if said.scorer in own else said)
        for telling, said in told
        if said.scorer not in own or said.kind == "own_goal"
    ]


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


def score_of(frame: Frame) -> tuple[int, int] | None:
    """The running score a frame gives: "made it 2-0"."""
    if frame.lemma not in ("make", "be", "become"):
        return None
    found = pattern("tally", "score").search(frame.tail_text)
    return (int(found[1]), int(found[2])) if found else None


def nth_of(frame: Frame) -> int:
    """Which of the scorer's goals it is: 2 for "his second", "scored again"; 0 where untold."""
    words = (*before(frame), frame.trigger, *frame.tail)
    text = " ".join(t.text.lower() for t in words)
    found = pattern("tally", "nth").search(text)
    if found:
        return ORDINALS.index(found[1]) + 1
    return 2 if pattern("tally", "again").search(text) else 0

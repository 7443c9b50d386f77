"""What a phrasing in one frame tells of a goal: who scored, how, and what it did to the score."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kg.facts.base import Evidence, entity_of
from kg.facts.goal.assist import assist_of
from kg.facts.goal.effect import Effect, effect_named, effects_of
from kg.facts.goal.manner import manner_of
from kg.facts.goal.method import FREE_KICK, method_of
from kg.facts.goal.told import GoalTold
from kg.frames import Frame
from kg.language import lower
from kg.lexicon import guarded, in_order, pattern, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.phrasings import Match, before, shown
from kg.phrasings.moments import Moment

BEFORE = 10  # words before a verb that tell of a blunder: "a mix-up between the two left Kaba"
UNNAMED = 0.9  # what a telling weighs that names no scorer
FIGURE, TIMED = 1.2, 2.0  # "sent the fans wild" is a figure of speech; not so "in the 88th minute"
ORDINALS = in_order("numbers", "ordinals")
UNTOLD = guarded("moments", "untold")
AGAIN, COMPLETES = guarded("tally", "again"), guarded("tally", "completes")
SEVERAL = {2: guarded("tally", "two"), 3: guarded("tally", "three")}


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
    if not is_told(found, moment):
        return None
    frame, gives = found.frame, found.phrasing.gives
    actor, gained = found.parts.get("scorer"), found.parts.get("gains")
    scorer, gains = takers(found)
    is_kick = frame.lemma in words("penalties", "kicks") or is_called_penalty(frame)
    manner = manner_of(found)
    kind = "penalty" if is_kick else manner.kind or gives.get("kind", "regular")
    giver = entity_of(found.parts.get("assist"), Kind.PERSON)
    if giver in (None, scorer) or is_blunder(found):
        giver = assist_of(frame, scorer, mentions, triggers)
    least = gives.get("several", 1)
    method = manner.method or method_of(frame, actor or gained)
    several = least if found.of > 1 else several_of(frame, least)
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
        method=None if giver and method == FREE_KICK else method,
        moment=moment,
        several=several,
        nth=several if several > 1 and completes(frame) else nth_of(frame),
        how=bool(gives.get("how")),
        effects=effects_told(found),
        score=score_of(frame),
        weight=weight_of(found.phrasing.weight, scorer, moment),
        evidence=evidence,
    )


def weight_of(weight: float, scorer: Entity | None, moment: Moment | None) -> float:
    """What a telling weighs: less that names nobody, more a figure of speech that says when."""
    if moment is not None and weight > FIGURE:
        weight = max(weight, TIMED)
    return weight * (UNNAMED if scorer is None else 1)


def is_blunder(found: Match) -> bool:
    """Whether who gave the ball did so by mistake: "a mix-up in defence left Kaba"."""
    tokens = found.frame.sentence.tokens[: found.frame.trigger.index]
    return pattern("assist", "blunder").search(lower(tokens[-BEFORE:])) is not None


def is_told(found: Match, moment: Moment | None) -> bool:
    """Whether anybody takes part in the goal of a telling, or it is told when or what it did.

    Some ways tell of a goal only where they say when: "Kaba decided the match in the 88th minute".
    """
    gives, (scorer, gains) = found.phrasing.gives, takers(found)
    if gives.get("timed") and moment is None and not UNTOLD.search(found.frame.tail_text):
        return False
    if scorer is not None or gives.get("of_person"):
        return scorer is not None
    return gains is not None or bool(gives.get("anybody") and (moment or effects_told(found)))


def takers(found: Match) -> tuple[Entity | None, Entity | None]:
    """Who scored the goal of a telling, and the team that gained it, as far as they are told."""
    actor, gained = found.parts.get("scorer"), found.parts.get("gains")
    gains = entity_of(actor if actor and actor.kind is Kind.TEAM else gained, Kind.TEAM)
    side = entity_of(found.parts.get("side"), Kind.TEAM)  # "doubled Hallvik's lead"
    return entity_of(actor or gained, Kind.PERSON), gains or side


def effects_told(found: Match) -> tuple[Effect, ...]:
    """What a telling says that its goal did to the score; of one undone the words say nothing.

    "Kaba cancelled out Bellini's strike": it is Kaba's goal that levelled.
    """
    if found.phrasing.gives.get("undone"):
        return ()
    return (*effects_of(found.frame), *effect_named(found.phrasing.gives.get("effect", "")))


def is_of_nobody(found: Match) -> bool:
    """Whether a telling tells of no goal, whatever its minute: nobody is there who would score.

    "Kaba doubled the lead on 30 minutes with a header" leaves the minute to the first of the two.
    """
    told = [m for part in ("scorer", "gains", "side") if (m := found.parts.get(part)) and m.entity]
    if found.phrasing.gives.get("of_person"):
        return not any(m.kind is Kind.PERSON for m in told)
    return not told and not found.phrasing.gives.get("anybody")


def is_called_penalty(frame: Frame) -> bool:
    """Whether a goal is called one from the spot behind it: "his second, a penalty, settled it"."""
    return frame.noun and pattern("penalties", "apposed").search(frame.tail_text) is not None


def is_named(mention: Mention | None) -> bool:
    """Whether a scorer stands there by name, or for nobody else: "Kaba, who scored"."""
    if mention is None:
        return False
    return mention.named or mention.sole or mention.is_relative


def score_of(frame: Frame) -> tuple[int, int] | None:
    """The running score a frame gives: "made it 2-0"."""
    if frame.lemma not in ("make", "be", "become"):
        return None
    found = pattern("tally", "score").search(frame.tail_text)
    return (int(found[1]), int(found[2])) if found else None


def several_of(frame: Frame, least: int) -> int:
    """How many goals of one scorer a frame tells of at once: 2 for "headed home twice"."""
    if frame.noun:
        return least
    behind = frame.tail_text
    return next((number for number, says in SEVERAL.items() if says.search(behind)), least)


def completes(frame: Frame) -> bool:
    """Whether a goal is the last of the several that are told: "to complete his hat-trick"."""
    up_to = shown(frame, (*before(frame), frame.trigger))
    return bool(COMPLETES.search(up_to))


def nth_of(frame: Frame) -> int:
    """Which of the scorer's goals it is: 2 for "his second", "scored again"; 0 where untold."""
    text = shown(frame, (*before(frame), frame.trigger, *frame.tail))
    if frame.noun:
        text = pattern("tally", "owned").sub("his ", text)  # "Kaba's second goal came late"
    found = pattern("tally", "nth").search(text)
    if found:
        return ORDINALS.index(found[1]) + 1
    return 2 if AGAIN.search(text) else 0

"""The minute of a goal told a sentence before it: "On 23 minutes Kaba broke clear. He finished".

A minute that no event of its own sentence has is that of the goal that comes of what is told there,
if nothing told between ends the move: a save, a booking, a word that time went on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.blocks import Kind as BlockKind
from kg.facts.goal.told import GoalTold
from kg.language import Sentence, lower
from kg.lexicon import pattern
from kg.mentions import Kind, Scene
from kg.phrasings.moments import Moment

REACH = 2  # sentences before a goal in which its minute is told
JOINTS = frozenset({"but", "and", ","})  # before the clause of a minute
LIKELY = 1.0  # what a telling weighs that others are counted on from, at the least
SHORT = 240  # characters of a paragraph of a sentence or two, with which the next may go on


@dataclass(frozen=True)
class Clock:
    """The minutes that each sentence of a report tells, and those of them that no event has."""

    told: Sequence[tuple[Moment, ...]]
    untaken: Mapping[int, tuple[Moment, ...]]


def recounted(goals: Sequence[GoalTold]) -> list[GoalTold]:
    """The tellings, with "ten minutes later" counted from the goal that was told right before it.

    Where that one has no minute there, another telling of its scorer may: reports tell all goals
    once at their front.
    """
    return [recounted_from(t, goals) for t in goals]


def recounted_from(told: GoalTold, goals: Sequence[GoalTold]) -> GoalTold:
    """A telling that counts from the minute of the goal before it, if that one is told since."""
    moment = told.moment
    if moment is None or moment.since is None or moment.later is None:
        return told
    sure = [t for t in goals if t.weight >= LIKELY]
    between = [t for t in sure if moment.since < t.at < moment.start and t.scorer]
    last = max(between, key=lambda t: t.at, default=None)
    if last is None or last.scorer == told.scorer or last.place == told.place:
        return told
    is_of_base = any(t.moment and t.moment.start == moment.since for t in goals)
    if any(t.moment for t in goals if t.place == last.place) or (
        is_of_base and {t.scorer for t in between} == {last.scorer}
    ):
        return told
    minutes = {
        t.moment.minute
        for t in goals
        if t.scorer == last.scorer and t.moment and not (t.moment.about or t.moment.added)
    }
    minute = minutes.pop() if len(minutes) == 1 else None
    counted = replace(moment, minute=minute + moment.later, since=None) if minute else None
    return replace(told, moment=counted)


def with_minutes(goals: Sequence[GoalTold], clock: Clock, scene: Scene) -> list[GoalTold]:
    """The tellings of goals, each with the minute that a sentence before it tells for it."""
    told_in = {t.place for t in goals}
    return [
        replace(t, moment=moment) if (moment := minute_before(t, clock, scene, told_in)) else t
        for t in goals
    ]


def minute_before(told: GoalTold, clock: Clock, scene: Scene, told_in: set[int]) -> Moment | None:
    """The minute told before a goal whose own sentence tells none."""
    sentences = scene.document.sentences
    if told.moment or told.scorer is None or told.several > 1 or clock.told[told.place]:
        return None
    here = sentences[told.place]
    led_up = lower([t for t in here.tokens if t.start < told.at])
    if pattern("moments", "moved_on").search(led_up):
        return None
    for place in range(told.place - 1, max(-1, told.place - 1 - REACH), -1):
        before = sentences[place]
        moments = clock.untaken.get(place, ())
        if not goes_on(before, here) or place in told_in or ends_move(before, moments):
            return None
        if clock.told[place]:
            return moments[-1] if moments and leads_to(told, before, scene) else None
    return None


def goes_on(before: Sentence, here: Sentence) -> bool:
    """Whether a sentence goes on with what was told before it: in a paragraph, or in the next.

    Reports of the web give most sentences a paragraph of their own.
    """
    one, other = before.block, here.block
    is_prose = one.kind is other.kind is BlockKind.PROSE
    return one == other or (is_prose and len(one.text) <= SHORT)


def ends_move(sentence: Sentence, moments: Sequence[Moment]) -> bool:
    """Whether what a sentence tells came to nothing: "his shot was saved", "was booked".

    What stands before the clause of its minute is of another time: "should have been out of sight
    but it was not until the 73rd minute".
    """
    start = moments[-1].start if moments else sentence.start
    told = sentence.tokens
    for joint in (t for t in told if t.lower in JOINTS and t.end <= start):
        between = [t for t in told if t.index > joint.index and t.end <= start]
        if joint.lower == "but" or any(t.tag in ("VBD", "VBZ") for t in between):
            told = told[joint.index + 1 - told[0].index :]
    return pattern("moments", "ended").search(lower(told)) is not None


def leads_to(told: GoalTold, sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence tells of who scored or gave the ball, of nobody, or of a ball lost."""
    here = scene.document.sentences[told.place]
    if here.block == sentence.block and pattern("moments", "lost").search(lower(sentence.tokens)):
        return True
    people = {m.entity for m in scene.of(sentence.number) if m.kind is Kind.PERSON and m.entity}
    return not people or bool(people & {told.scorer, told.assist})

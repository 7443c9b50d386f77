"""Hear a report sentence by sentence: the goals and other events that each tells, with its minutes.

What a sentence tells of another match is kept apart from what it tells of the report's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.facts import spot_kick, substitution
from kg.facts.analysis import Analysis
from kg.facts.asides import OTHER_MATCH, Aside
from kg.facts.award import Award, award_after, awards_in, left_of, taken_by, timed_by
from kg.facts.base import RETAKEN, Evidence, Found, MatchEvent, Rejected, evidence_of
from kg.facts.events import (
    KINDS,
    aside_of,
    is_asserted,
    reject,
    tell_events,
    tell_goals,
)
from kg.facts.goal.gapped import with_gapped
from kg.facts.goal.no_goal import without_balls_given, without_passes, without_unscored
from kg.facts.goal.phrases import is_of_nobody
from kg.facts.goal.told import GoalTold, to_event
from kg.facts.goal.undone import attach_each, parted
from kg.facts.minutes import Minutes
from kg.facts.relations import Relation, relations_in_play, relations_of_event
from kg.facts.shared_minutes import led_on, of_chance_taken, of_one_move, shared
from kg.facts.timing import Timed, is_taken, minute_of
from kg.frames import Standing
from kg.mentions import Entity, Scene
from kg.phrasings import Match, before, find
from kg.phrasings.moments import Moment

NEAR = 3  # words before a verb in which its "had" stands


@dataclass(frozen=True)
class Setting:
    """What the report as a whole says for each of its sentences.

    `minutes` are those that each sentence tells, `elsewhere` those of another match; `again` is
    where kicks are taken once more.
    """

    scene: Scene
    asides: tuple[Aside, ...]
    keepers: frozenset[Entity]
    minutes: Minutes
    elsewhere: Minutes
    again: tuple[tuple[int, int], ...]


@dataclass
class Account:
    """What a report has told up to a sentence; `award` is the penalty that is to be taken.

    `elsewhere` are goals of other matches; `untaken` are the minutes of each sentence that none of
    its events has.
    """

    goals: list[GoalTold] = field(default_factory=list)
    elsewhere: list[GoalTold] = field(default_factory=list)
    events: list[MatchEvent] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    award: Award | None = None
    untaken: dict[int, tuple[Moment, ...]] = field(default_factory=dict)


def hear(here: Analysis, account: Account, setting: Setting) -> None:
    """Add what a sentence tells to the account."""
    evidence = evidence_of(setting.scene.document.report.id, here.sentence)
    moments = setting.minutes[here.sentence.number]
    read = read_sentence(here, account, moments)
    account.rejected += reject(read, setting.asides, setting.scene, evidence)
    meant = [(kind, telling) for kind, telling in read if not aside_of(telling, setting.asides)]
    found, apart = cleared(meant, here, moments)
    timed = attached(found, moments, apart)
    timed = shared(timed, [t for kind, t in found if kind != "goal" or not is_asserted(t)])
    goals_told = [t for kind, t in found if kind == "goal" and not t.phrasing.untimed]
    timed = led_on(timed, [t for t in goals_told if is_asserted(t)])
    timed = of_chance_taken(timed, goals_told)
    timed = of_one_move(timed, goals_told, [t for kind, t in found if kind != "goal"])
    account.award = timed_by(account.award, moments, timed)
    account.untaken[here.sentence.number] = tuple(m for m in moments if not is_taken(m, timed))
    void = [(kind, t) for kind, t in found if spot_kick.is_void(kind, t, setting.again)]
    account.rejected += [Rejected(kind, RETAKEN, evidence) for kind, _ in void]
    found = [told for told in found if told not in void]
    goals = [
        (telling, spot_kick.goal_of(account.award, telling, said))
        for telling, said in tell_goals(found, timed, here.mentions, evidence, setting.keepers)
    ]
    events = substitution.paired(tell_events(found, timed, setting.scene, evidence))
    add_events(goals, events, account, setting.scene)
    account.relations += relations_in_play(setting.scene, here)
    account.award = left_of(account.award, found, [(t, minute_of(t, timed)) for _, t in void])
    account.elsewhere += goals_elsewhere(here, read, setting, evidence)


def goals_elsewhere(
    here: Analysis, read: Found, setting: Setting, evidence: Evidence
) -> Iterator[GoalTold]:
    """The goals of another match that a sentence tells: "Kaba scored in last week's 3-1 win".

    What else it tells is of this match, and so is who gave a ball there.
    """
    aside = [told for told in read if aside_of(told[1], setting.asides) == OTHER_MATCH]
    moments = setting.elsewhere[here.sentence.number]
    found, apart = cleared(aside, here, moments)
    timed = attached(found, moments, apart)
    for telling, said in tell_goals(found, timed, here.mentions, evidence, setting.keepers):
        if is_asserted(telling) or had_been(telling):
            yield said if "assist" in telling.parts else replace(said, assist=None)


def had_been(telling: Match) -> bool:
    """Whether a telling is of what had been before: "who had scored in last week's defeat"."""
    near = {t.lower for t in before(telling.frame)[-NEAR:]}
    return telling.frame.standing is Standing.ELSEWHERE and "had" in near


def cleared(
    found: Found, here: Analysis, moments: Sequence[Moment]
) -> tuple[list[tuple[str, Match]], Timed]:
    """What is told without balls given, with the goals of lists, and the minutes of these."""
    found = without_passes(without_balls_given(found), here.mentions)
    return with_gapped(parted(found), here.mentions, moments)


def attached(found: Found, moments: Sequence[Moment], apart: Timed) -> Timed:
    """The minutes of what a sentence tells, those that are known `apart` with the others."""
    free = [m for m in moments if not is_taken(m, apart)]
    open_to = [t for kind, t in found if may_have_minute(kind, t) and id(t.frame) not in apart]
    return {**attach_each(open_to, free), **apart}


def may_have_minute(kind: str, telling: Match) -> bool:
    """Whether a minute of its sentence may be that of what a telling tells."""
    return not telling.phrasing.untimed and not (kind == "goal" and is_of_nobody(telling))


def read_sentence(here: Analysis, account: Account, moments: Sequence[Moment]) -> Found:
    """What phrasings find in a sentence, with the kick of an award told in it or before it."""
    read = [(kind, telling) for kind in KINDS for telling in find(kind, here.frames)]
    awards = awards_in(here.frames)
    award = award_after(account.award, here.sentence, awards)
    account.award = taken_by(award, here.frames)
    kicks = spot_kick.kicks_of(account.award, here.sentence, here.frames, moments)
    return spot_kick.with_kicks(read, kicks, awards)


def add_events(
    goals: Sequence[tuple[Match, GoalTold]],
    events: Iterable[tuple[Match, MatchEvent]],
    account: Account,
    scene: Scene,
) -> None:
    """Add the goals and other events that a sentence tells; some say that a goal was none."""
    account.goals += [said for telling, said in goals if is_asserted(telling)]
    for telling, told in events:
        event, left = without_unscored(telling, told, goals, account.goals)
        account.rejected += [
            Rejected("goal", told.word, taken.evidence, to_event(taken))
            for taken in account.goals
            if taken not in left
        ]
        account.goals = left
        if event is not None:
            account.events.append(spot_kick.kick_of(account.award, event))
            account.relations += relations_of_event(telling, event, scene)

"""Everything the sentences of a report tell: results, goals, other events, who is with whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.facts import spot_kick, substitution
from kg.facts.analysis import Analysis, analyse
from kg.facts.asides import Aside, find_asides, strangers, told_elsewhere, told_of_shoot_out
from kg.facts.award import Award, award_after, awards_in, left_of, taken_by, timed_by
from kg.facts.base import RETAKEN, MatchEvent, Rejected, evidence_of
from kg.facts.called import events_called, goals_called, lines
from kg.facts.events import (
    KINDS,
    Found,
    aside_of,
    is_asserted,
    reject,
    tell_events,
    tell_goals,
)
from kg.facts.goal.build_up import with_givers
from kg.facts.goal.carried import Clock, recounted, with_minutes
from kg.facts.goal.no_goal import without_balls_given, without_passes, without_unscored
from kg.facts.goal.phrases import is_of_nobody
from kg.facts.goal.told import GoalTold, to_event
from kg.facts.goal.undone import attach_each, parted
from kg.facts.listed import tell_sheet
from kg.facts.minutes import tell_time
from kg.facts.relations import (
    Bond,
    Leaning,
    Relation,
    people_in,
    relations_in_line_ups,
    relations_in_play,
    relations_in_prose,
    relations_of_event,
    relations_of_ten_men,
)
from kg.facts.result import ResultTold, tell_results
from kg.facts.shared_minutes import led_on, of_one_move, shared
from kg.facts.timing import is_taken, minute_of
from kg.mentions import Entity, Scene
from kg.phrasings import Match, find
from kg.phrasings.moments import Moment


@dataclass(frozen=True)
class Tellings:
    """Everything the sentences of a report tell, before it is weighed.

    `untaken` are the minutes of each sentence that nothing told there has.
    """

    sentences: tuple[Analysis, ...]
    results: tuple[ResultTold, ...]
    goals: tuple[GoalTold, ...]
    events: tuple[MatchEvent, ...]
    bonds: tuple[Bond, ...]
    leanings: tuple[Leaning, ...]
    rejected: tuple[Rejected, ...]
    untaken: Mapping[int, tuple[Moment, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What the report as a whole says for each of its sentences.

    `minutes` are those that each sentence tells; `again` is where kicks are taken once more.
    """

    scene: Scene
    asides: tuple[Aside, ...]
    keepers: frozenset[Entity]
    minutes: tuple[tuple[Moment, ...], ...]
    again: tuple[tuple[int, int], ...]


@dataclass
class Account:
    """What a report has told up to a sentence; `award` is the penalty that is to be taken.

    `untaken` are the minutes of each sentence that none of its events has.
    """

    goals: list[GoalTold] = field(default_factory=list)
    events: list[MatchEvent] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    award: Award | None = None
    untaken: dict[int, tuple[Moment, ...]] = field(default_factory=dict)


def find_tellings(scene: Scene) -> Tellings:
    """Everything the sentences of a report tell."""
    sheet = tell_sheet(scene)
    sentences = analyse(scene, (*KINDS, "award", "spot_kick"))
    asides = (*find_asides(scene), *told_elsewhere(scene), *told_of_shoot_out(scene))
    setting = Setting(
        scene=scene,
        asides=asides,
        keepers=goalkeepers(scene) | scene.sides.managers,
        minutes=tell_time(scene.document, asides),
        again=spot_kick.taken_again(scene.document.sentences),
    )
    live = tuple(lines(sentences, setting.minutes))
    account = Account()
    for here in sentences:
        hear(here, account, setting)
    goals = with_givers(account.goals, scene)
    goals = recounted(with_minutes(goals, Clock(setting.minutes, account.untaken), scene))
    apart = strangers(scene, asides)
    in_prose = (*relations_in_prose(scene, sentences), *relations_in_line_ups(scene, sentences))
    short = relations_of_ten_men(scene, sentences, (*sheet.events, *account.events))
    in_play = (*in_prose, *account.relations, *short)
    relations = [*sheet.relations, *(r for r in in_play if not apart.intersection(people_in(r)))]
    kicks: tuple[GoalTold | MatchEvent, ...] = (*account.goals, *account.events)
    relations += [r for kick in kicks for r in spot_kick.relations_of_kick(kick, scene.sides)]
    return Tellings(
        sentences=sentences,
        results=tuple(result for here in sentences for result in tell_results(scene, here)),
        goals=(*sheet.goals, *goals_called(scene, live), *goals),
        events=(*sheet.events, *events_called(scene, live), *account.events),
        bonds=tuple(r for r in relations if isinstance(r, Bond)),
        leanings=tuple(r for r in relations if isinstance(r, Leaning)),
        rejected=(*account.rejected, *sheet.rejected),
        untaken=account.untaken,
    )


def hear(here: Analysis, account: Account, setting: Setting) -> None:
    """Add what a sentence tells to the account."""
    evidence = evidence_of(setting.scene.document.report.id, here.sentence)
    moments = setting.minutes[here.sentence.number]
    read = read_sentence(here, account, moments)
    account.rejected += reject(read, setting.asides, setting.scene, evidence)
    meant = [(kind, telling) for kind, telling in read if not aside_of(telling, setting.asides)]
    found = parted(without_passes(without_balls_given(meant), here.mentions))
    timed = attach_each([t for kind, t in found if may_have_minute(kind, t)], moments)
    timed = shared(timed, [t for kind, t in found if kind != "goal" or not is_asserted(t)])
    goals_told = [t for kind, t in found if kind == "goal" and not t.phrasing.untimed]
    timed = led_on(timed, [t for t in goals_told if is_asserted(t)])
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


def goalkeepers(scene: Scene) -> frozenset[Entity]:
    """Who is called a goalkeeper: "Brevik goalkeeper Jonas Hansen"."""
    said = (m for m in scene.mentions if m.named and m.traits.role == "goalkeeper")
    return frozenset(m.entity for m in said if m.entity)

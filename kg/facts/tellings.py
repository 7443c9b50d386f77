"""Everything the sentences of a report tell: results, goals, other events, who is with whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts import spot_kick
from kg.facts.analysis import Analysis, analyse
from kg.facts.asides import find_asides, strangers, told_elsewhere, told_of_shoot_out
from kg.facts.base import MatchEvent, Rejected
from kg.facts.called import events_called, goals_called, lines
from kg.facts.events import KINDS
from kg.facts.goal.build_up import with_givers
from kg.facts.goal.carried import Clock, recounted, with_minutes
from kg.facts.goal.told import GoalTold
from kg.facts.hearing import Account, Setting, hear
from kg.facts.listed import tell_sheet
from kg.facts.minutes import tell_time, tell_time_elsewhere
from kg.facts.relations import (
    Bond,
    Leaning,
    people_in,
    relations_in_line_ups,
    relations_in_prose,
    relations_of_ten_men,
)
from kg.facts.result import ResultTold, tell_results
from kg.mentions import Entity, Scene
from kg.phrasings.moments import Moment


@dataclass(frozen=True)
class Elsewhere:
    """What is told of other matches: their goals, and who in them plays with or for whom."""

    goals: tuple[GoalTold, ...] = ()
    bonds: tuple[Bond, ...] = ()
    leanings: tuple[Leaning, ...] = ()


@dataclass(frozen=True)
class Tellings:
    """Everything the sentences of a report tell, before it is weighed.

    `elsewhere` is what they tell of other matches than the report's; `untaken` are the minutes of
    each sentence that nothing told there has.
    """

    sentences: tuple[Analysis, ...]
    results: tuple[ResultTold, ...]
    goals: tuple[GoalTold, ...]
    events: tuple[MatchEvent, ...]
    bonds: tuple[Bond, ...]
    leanings: tuple[Leaning, ...]
    rejected: tuple[Rejected, ...]
    elsewhere: Elsewhere
    untaken: Mapping[int, tuple[Moment, ...]]


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
        elsewhere=tell_time_elsewhere(scene.document, asides),
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
    away = [r for r in in_play if apart.intersection(people_in(r))]
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
        elsewhere=Elsewhere(
            goals=tuple(account.elsewhere),
            bonds=tuple(r for r in away if isinstance(r, Bond)),
            leanings=tuple(r for r in away if isinstance(r, Leaning)),
        ),
        untaken=account.untaken,
    )


def goalkeepers(scene: Scene) -> frozenset[Entity]:
    """Who is called a goalkeeper: "Brevik goalkeeper Jonas Hansen"."""
    said = (m for m in scene.mentions if m.named and m.traits.role == "goalkeeper")
    return frozenset(m.entity for m in said if m.entity)

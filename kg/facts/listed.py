"""What a team sheet tells: goals, cards, substitutions, penalties, and who is of which team.

"Vold (Krogh 57)" and "Krogh replaced Vold just before the hour" are one substitution: what the
sheet tells comes first, with its minutes, and what the prose tells is added to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.facts.base import Clock, Evidence, MatchEvent, Rejected
from kg.facts.card import Card
from kg.facts.goal.told import GoalTold
from kg.facts.penalty import PenaltyKick
from kg.facts.relations import Bond, Leaning
from kg.facts.substitution import Substitution
from kg.mentions import Entity, Listing, Scene
from kg.phrasings.moments import Moment
from kg.report import Report
from kg.sheets import Minute, Scored, Span, TeamSheet

SURE = 6.0  # how far a sheet is to be trusted on goals and sides
BEHIND = 10_000  # places of goals in a sheet, behind all sentences
NOT_UNDERSTOOD = "not understood"
HELD = 30.0  # how far a line-up without a team holds its players together
LISTED_FIRST = 2.0  # how far a line-up without a team is that of those at home for being first


@dataclass(frozen=True)
class SheetTold:
    """Everything a team sheet tells, before it is weighed."""

    goals: tuple[GoalTold, ...] = ()
    events: tuple[MatchEvent, ...] = ()
    relations: tuple[Bond | Leaning, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def tell_sheet(scene: Scene) -> SheetTold:
    """What the sheet of a report tells of its match."""
    listing, report = scene.listing, scene.document.report
    if listing is None:
        return SheetTold()
    sides = sides_of_match(scene, listing)
    events = [event for team, side in sides for event in events_of(side, team, listing, report)]
    goals = [
        goal_told(goal, side, team, scene)
        for team, side in sides
        for goal in side.goals
        if listing.person(goal.scorer, side)
    ]
    relations = [Leaning(person, team, SURE) for person, team in listing.team_of().items()]
    held = held_apart([side for team, side in sides if team is None], listing, scene)
    return SheetTold(
        goals=tuple(goals),
        events=tuple(events),
        relations=(*relations, *held),
        rejected=tuple(
            Rejected("sheet", NOT_UNDERSTOOD, evidence_in(report, span))
            for span in listing.sheet.unread
        ),
    )


def sides_of_match(scene: Scene, listing: Listing) -> list[tuple[Entity | None, TeamSheet]]:
    """The sides of the report's match with their teams, and what is listed under none."""
    sides = [(listing.team(side), side) for side in listing.sheet.sides]
    several = len(sides) > len(scene.sides.pair)  # sheets of several matches
    own = [s for s in sides if s[0] in scene.sides.pair or (s[0] is None and not several)]
    if several or len(own) < len(sides):
        return own
    return [*own, (None, listing.sheet.loose)]


def evidence_in(report: Report, span: Span) -> Evidence:
    """A part of a sheet as evidence."""
    end = report.end_of(span.end)
    return Evidence(report.id, span.start, end, report.text[span.start : end])


def clock(minute: Minute | None) -> Clock:
    """A minute of a sheet as the fields of an event."""
    if minute is None:
        return {"minute": None, "added": None, "about": None}
    return {"minute": minute.minute, "added": minute.added, "about": None}


def events_of(
    side: TeamSheet, team: Entity | None, listing: Listing, report: Report
) -> Iterator[MatchEvent]:
    """The cards, substitutions and missed penalties of a side."""
    for card in side.cards:
        player, said = listing.person(card.player, side), (evidence_in(report, card.source),)
        if player:
            colour = card.colour or None
            yield Card(player=player, colour=colour, team=team, evidence=said, **clock(card.minute))
    for swap in side.swaps:
        on, off = listing.person(swap.on, side), listing.person(swap.off, side)
        if on != off:
            said = (evidence_in(report, swap.source),)
            yield Substitution(on=on, off=off, team=team, evidence=said, **clock(swap.minute))
    for missed in side.missed:
        taker, said = listing.person(missed.taker, side), (evidence_in(report, missed.source),)
        if taker:
            yield PenaltyKick(
                taker=taker,
                outcome=missed.outcome,
                team=team,
                evidence=said,
                **clock(missed.minute),
            )


def goal_told(goal: Scored, side: TeamSheet, team: Entity | None, scene: Scene) -> GoalTold:
    """A goal of a sheet as a telling; its side gained it, or the other an own goal."""
    listing, minute = scene.listing, goal.minute
    return GoalTold(
        place=BEHIND + goal.scorer.start,
        at=goal.scorer.start,
        block=goal.source.start,
        scorer=listing.person(goal.scorer, side) if listing else None,
        named=True,
        gains=team if goal.gained else scene.sides.other(team),
        conceded=False,
        assist=listing.person(goal.assist, side) if listing else None,
        kind=goal.kind,
        method=None,
        moment=Moment(minute.minute, minute.added, False, None, False) if minute else None,
        several=1,
        nth=0,
        how=False,
        effects=(),
        score=goal.score,
        weight=SURE,
        evidence=evidence_in(scene.document.report, goal.source),
    )


def held_apart(
    sides: Sequence[TeamSheet], listing: Listing, scene: Scene
) -> Iterator[Bond | Leaning]:
    """That the players of a line-up without a team play together, against those of the other.

    The side listed first is rather the one at home.
    """
    teams = [
        [person for player in side.players if (person := listing.person(player.name, side))]
        for side in sides
        if side.line_up
    ]
    for people in teams:
        yield from (Bond(one, other, True, HELD) for one, other in pairwise(people) if one != other)
    if len(teams) == 2 and all(teams):
        first, second = teams[0][0], teams[1][0]
        if first != second:
            yield Bond(first, second, False, HELD)
        at_home = scene.sides.home or next(iter(scene.sides.pair), None)
        if at_home:
            yield Leaning(first, at_home, LISTED_FIRST)

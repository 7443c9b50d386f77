"""The tellings of a report: its matches, made ready to compare with those of other reports."""

import datetime
from collections.abc import Sequence

from kg.facts.goal import Goal
from kg.facts.match import MatchFact
from kg.fuse.identity import Identity, slug
from kg.fuse.telling import Day, Telling
from kg.mentions import Entity, Kind
from kg.reconcile import Reading

MOST_TEAMS = 4  # of those it names, that the match of a report may be between
MOST_PEOPLE = 10  # of those it names, by whom its match may be known
UNSEEN = MatchFact(evidence=(), teams=(None, None), home_known=False, main=True)
DAYS_BEFORE_REPORT = 3  # a match is reported on its day or one of the next three


def tellings(reading: Reading, identity: Identity) -> tuple[Telling, ...]:
    """The matches a report tells of."""
    return tuple(to_telling(reading, match, identity) for match in reading.matches)


def accounts(reading: Reading, identity: Identity) -> tuple[Telling, ...]:
    """The matches a report tells of; one that shows none of its own has a match without sides."""
    stray = () if reading.main else (to_telling(reading, UNSEEN, identity),)
    return (*tellings(reading, identity), *stray)


def to_telling(reading: Reading, match: MatchFact, identity: Identity) -> Telling:
    """One match of a reading."""

    def key(team: Entity | None) -> str:
        return identity.team_key(team) if team else ""

    goals = [e for e in reading.events if isinstance(e, Goal) and e.scorer] if match.main else []
    sides = key(match.teams[0]), key(match.teams[1])
    named = reading.named if match.main else ()
    teams = tuple(dict.fromkeys(key(one) for one in named if one.kind is Kind.TEAM))
    called = [one for one in named if one.kind is Kind.PERSON]
    people = tuple(dict.fromkeys(map(surname, called)))
    own, told = None if match.main else reading.main, match.in_words
    return Telling(
        report=reading.report.id,
        match=told,
        sides=sides,
        days=days_of(match, reading.report.date),
        reported=reading.report.date,
        ground=slug(match.venue.name) if match.venue else "",
        winner=key(told.winner),
        scorers=frozenset(surname(g.scorer) for g in goals if g.scorer),
        people={
            surname(member.player): (sides.index(team), member.confidence)
            for member in reading.memberships
            if match.main and (team := key(member.team)) in sides
        },
        goals=(goals_of(match.teams[0], goals), goals_of(match.teams[1], goals)),
        known=frozenset(key(t) for t in match.teams if t and identity.known.club(t.name)),
        named=frozenset(people),
        foremost=people[:MOST_PEOPLE],
        teams=tuple(dict.fromkeys([*filter(None, sides), *teams]))[:MOST_TEAMS],
        favoured=frozenset(teams[:2]),
        is_scrap=bool(called) and not teams and not any(" " in one.name for one in called),
        beside=to_telling(reading, own, identity).result if own else "",
    )


def goals_of(team: Entity | None, goals: Sequence[Goal]) -> int:
    """How many of some goals a team gains."""
    return sum(goal.team == team for goal in goals)


def surname(person: Entity) -> str:
    """The last word of a name."""
    return slug(person.name).rsplit("-", 1)[-1]


def days_of(match: MatchFact, reported: Day | None) -> tuple[Day, Day] | None:
    """The days on which a match can have been played, where they are few."""
    if match.date:
        return match.date, match.date
    if match.main and reported and not match.scheduled:
        return reported - datetime.timedelta(days=DAYS_BEFORE_REPORT), reported
    return None

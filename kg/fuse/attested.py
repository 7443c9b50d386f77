"""What reports that are read together tell each other: for which of two teams somebody plays.

A report of Hallvik v Brevik and one of Hallvik v Norheim may both name Bellini and leave open for
whom he plays; as both name him, it is Hallvik. Whoever is named in reports of matches that have one
team in common plays for that team, or manages it, unless he is two people, or has changed clubs:
then his matches have none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kg.fuse.identity import Identity, slug
from kg.mentions import Entity, Kind, Known
from kg.names.known import KnownNames
from kg.reconcile import Reading

SEASON = timedelta(days=300)  # matches further apart tell nothing of each other


@dataclass(frozen=True)
class Appearance:
    """Somebody named in the report of a match; `teams` has its two by their keys.

    `own` is the key of the one that the report by itself gives him, if it gives him any.
    """

    report: str
    person: Entity
    manages: bool
    own: str | None
    teams: Mapping[str, Entity]
    day: date | None


def attested(readings: Iterable[Reading], known: KnownNames) -> dict[str, tuple[Known, ...]]:
    """Who is of which side of a report's match by the other reports, by the id of the report.

    A report that says the same of all of them by itself is left out.

    Args:
        readings: what each report says by itself.
        known: the names that lists know, by which teams are the same.
    """
    identity = Identity(known)
    named: dict[tuple[str, bool], list[Appearance]] = defaultdict(list)
    for reading in readings:
        for one in appearances_in(reading, identity):
            named[slug(one.person.name), one.manages].append(one)
    told: dict[str, list[Known]] = defaultdict(list)
    mistaken = set()
    for ones in named.values():
        for one in ones:
            key = team_in_common(one, ones)
            if key is not None:
                told[one.report].append(Known(one.person, one.teams[key], one.manages))
                if key != one.own:
                    mistaken.add(one.report)
    return {
        report: tuple(sorted(told[report], key=lambda one: (one.person.name, one.manages)))
        for report in mistaken
    }


def appearances_in(reading: Reading, identity: Identity) -> Iterator[Appearance]:
    """The people of a report's match who are named in full; surnames alone are many people's."""
    main = reading.main
    if main is None or None in main.teams:
        return
    teams = {identity.team_key(team): team for team in main.teams if team}
    told = [(m.player, False, identity.team_key(m.team)) for m in reading.memberships]
    told += [(m.person, True, identity.team_key(m.team)) for m in reading.managements]
    of_some_team = {person for person, *_ in told}
    of_none = (one for one in reading.named if one.kind is Kind.PERSON and one not in of_some_team)
    for person, manages, own in (*told, *((one, False, None) for one in of_none)):
        if (own is None or own in teams) and " " in person.name:
            yield Appearance(reading.report.id, person, manages, own, teams, main.date)


def team_in_common(one: Appearance, all_of_him: Iterable[Appearance]) -> str | None:
    """The one team that all matches of somebody around a day have in common, if there is one.

    Whom his report gives no team may be named for another reason than that he plays: he is of the
    team if some report gives it to him.
    """
    near = [other for other in all_of_him if is_near(one, other)]
    common = set.intersection(*(set(other.teams) for other in near))
    if len(common) != 1:
        return None
    (team,) = common
    is_told = one.own is not None or any(other.own == team for other in near)
    return team if is_told else None


def is_near(one: Appearance, other: Appearance) -> bool:
    """Whether two matches are of about one season, as far as their days are told."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= SEASON

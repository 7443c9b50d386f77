"""Two people of one name: whom two teams have in two matches on one day.

A full name is one person wherever it stands, unless the reports show two; then each is named with
his team, everywhere. Reports of one match that put a player into different teams show no two
people but a disagreement.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.fuse.identity import Identity, slug
from kg.fuse.people import is_whole, people
from kg.mentions import Kind
from kg.reconcile import Reading


@dataclass(frozen=True, order=True)
class Bearer:
    """That a report has somebody of this name, as a slug, play for a side of its match on a day.

    `day` is the day of the match, or of the report, or the report itself if it tells none.
    """

    name: str
    day: str
    team: str
    sides: tuple[str, ...]
    report: str


def called(reading: Reading) -> frozenset[str]:
    """The full names that a report calls people by, as slugs."""
    placed = (person for _, person, _ in people(reading))
    everybody = (*placed, *(one for one in reading.named if one.kind is Kind.PERSON))
    return frozenset(slug(person.name) for person in everybody if is_whole(person.name))


def bearers(reading: Reading, identity: Identity) -> frozenset[Bearer]:
    """Everybody whom a report names in full and has on one of the sides of its match."""
    main = reading.main
    if main is None:
        return frozenset()
    sides = tuple(sorted(identity.team_key(team) for team in main.teams if team))
    day = str(main.date or reading.report.date or reading.report.id)
    return frozenset(
        Bearer(slug(member.player.name), day, team, sides, reading.report.id)
        for member in reading.memberships
        if is_whole(member.player.name) and (team := identity.team_key(member.team)) in sides
    )


def find_namesakes(those: Iterable[Bearer]) -> frozenset[str]:
    """The names that two people bear; whether one does depends on its own bearers alone."""
    by_name_and_day: dict[tuple[str, str], set[Bearer]] = defaultdict(set)
    for bearer in those:
        by_name_and_day[bearer.name, bearer.day].add(bearer)
    return frozenset(
        name
        for (name, _), bearing in by_name_and_day.items()
        if any(are_two(one, other) for one, other in combinations(sorted(bearing), 2))
    )


def are_two(one: Bearer, other: Bearer) -> bool:
    """Whether two who bear one name on one day are two people."""
    if one.team == other.team:
        return False
    return one.report == other.report or not (one.team in other.sides or other.team in one.sides)

"""Names for things: readable IRIs, the same whatever the run or the order of reports."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kg.mentions import Entity, Kind
from kg.mentions.cast.forms import stem
from kg.names.forms import plain
from kg.names.known import KnownNames
from kg.vocabulary import BASE

SEGMENTS = {
    Kind.PERSON: "player",
    Kind.TEAM: "team",
    Kind.VENUE: "venue",
    Kind.CITY: "city",
    Kind.COMPETITION: "competition",
    Kind.STAGE: "stage",
    Kind.OTHER: "thing",
}
PLAYER, MANAGER = "player", "manager"


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """A name as a part of an IRI: "Henk Haverman" -> henk-haverman."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-") or "unnamed"


@dataclass(frozen=True)
class Named:
    """A person as a report of one match names him: as what, by which slug, in which team."""

    report: str
    segment: str
    name: str
    team: str


@dataclass(frozen=True)
class Identity:
    """The IRIs of entities.

    `full_names` has the name by which the reports of a match know somebody best; `namesakes` are
    slugs of full names that two people bear.
    """

    known: KnownNames
    full_names: Mapping[Named, str] = field(default_factory=dict)
    namesakes: frozenset[str] = frozenset()

    def team_key(self, team: Entity) -> str:
        """What a team is known by: the name a list has for it, else its own without affixes."""
        club = self.known.club(team.name) or self.known.nickname(team.name)
        return slug(stem(club.name if club else team.name, Kind.TEAM))

    def team(self, team: Entity) -> str:
        """The IRI of a team."""
        return f"{BASE}team/{self.team_key(team)}"

    def person(
        self, person: Entity, team: Entity | None, report: str, segment: str = PLAYER
    ) -> str:
        """The IRI of a person; one known by a surname alone is scoped to the team."""
        full = self.full_name(person, team, report, segment)
        name = slug(full)
        if team is not None and (" " not in full or name in self.namesakes):
            name = f"{name}-{self.team_key(team)}"
        return f"{BASE}{segment}/{name}"

    def full_name(
        self, person: Entity, team: Entity | None, report: str, segment: str = PLAYER
    ) -> str:
        """The name of a person, in full where a report of the match has it so."""
        if team is None:
            return person.name
        named = Named(report, segment, slug(person.name), self.team_key(team))
        return self.full_names.get(named, person.name)

    def official(self, official: Entity) -> str:
        """The IRI of a referee."""
        return f"{BASE}official/{slug(official.name)}"

    def other(self, entity: Entity) -> str:
        """The IRI of a ground, city or competition."""
        return f"{BASE}{SEGMENTS[entity.kind]}/{slug(entity.name)}"

    def stage(self, stage: Entity, competition: Entity | None) -> str:
        """The IRI of a group or round, within its competition."""
        within = f"{slug(competition.name)}-" if competition else ""
        return f"{BASE}stage/{within}{slug(stage.name)}"

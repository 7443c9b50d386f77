"""Names for things: readable IRIs, the same whatever the run or the order of reports."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.match import MatchFact
from kg.known_names import KnownNames, plain
from kg.mentions import Entity, Kind
from kg.mentions.forms import stem
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


def slug(text: str) -> str:
    """A name as a part of an IRI: "Hans Hateboer" -> hans-hateboer."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-") or "unnamed"


@dataclass(frozen=True)
class Identity:
    """The IRIs of entities and matches; `full_names` maps (surname, team key) to a full name."""

    known: KnownNames
    full_names: dict[tuple[str, str], str] = field(default_factory=dict)

    def team_key(self, team: Entity) -> str:
        """What a team is known by: the name a list has for it, else its own without affixes."""
        club = self.known.club(team.name) or self.known.nickname(team.name)
        return slug(stem(club.name if club else team.name, Kind.TEAM))

    def team(self, team: Entity) -> str:
        """The IRI of a team."""
        return f"{BASE}team/{self.team_key(team)}"

    def person(self, person: Entity, team: Entity | None, segment: str = "player") -> str:
        """The IRI of a person; one known by a surname alone is scoped to the team."""
        name = slug(person.name)
        if team is not None and " " not in person.name:
            key = self.team_key(team)
            full = self.full_names.get((name, key))
            name = slug(full) if full else f"{name}-{key}"
        return f"{BASE}{segment}/{name}"

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

    def match(self, match: MatchFact) -> str:
        """The IRI of a match: its day if known, its sides, the ground if a side is unknown."""
        teams = [self.team_key(t) for t in match.teams if t]
        if not match.home_known:
            teams.sort()
        day = [match.date.isoformat()] if match.date else []
        place = [f"at-{slug(match.venue.name)}"] if len(teams) == 1 and match.venue else []
        tail = ["scheduled"] if match.scheduled else []
        return f"{BASE}match/{'-'.join([*day, *teams, *place, *tail])}"


def full_names(
    people: Sequence[tuple[Entity, Entity]], identity: Identity
) -> dict[tuple[str, str], str]:
    """The full name of each surname in each team, where just one person of the team bears it."""
    found: dict[tuple[str, str], set[str]] = {}
    for person, team in people:
        if " " in person.name:
            key = slug(person.name.split(" ", 1)[1]), identity.team_key(team)
            found.setdefault(key, set()).add(person.name)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}

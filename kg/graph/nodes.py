"""The nodes of a graph: each person, team, place and event with its classes and names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.facts.base import MatchEvent
from kg.fuse import Fusion, teams_of
from kg.fuse.identity import MANAGER, PLAYER
from kg.mentions import Entity, Kind
from kg.vocabulary import BASE

CLASSES: Mapping[Kind, str] = {
    Kind.TEAM: "Team",
    Kind.VENUE: "Venue",
    Kind.CITY: "City",
    Kind.COMPETITION: "Competition",
    Kind.STAGE: "Stage",
}


@dataclass(frozen=True)
class Iri:
    """A node of the graph, by its IRI."""

    value: str


@dataclass(frozen=True)
class Node:
    """What one report has of a node: its classes and the names it gives it.

    `links` are the nodes that it is what it is by, each with the property that leads there.
    """

    report: str
    classes: tuple[str, ...]
    label: str
    others: tuple[str, ...] = ()
    links: tuple[tuple[str, Iri], ...] = ()


class Nodes:
    """Notes the nodes that statements speak of; nothing outlives one graph."""

    def __init__(self, fusion: Fusion) -> None:
        """Take the fusion whose things are noted."""
        self.identity = fusion.identity
        self.noted: dict[str, list[Node]] = {}
        self.teams_of = teams_of(fusion.readings)

    def note(self, iri: str, node: Node) -> Iri:
        """Note what a report has of a node; the graph later unites what is noted of it."""
        self.noted.setdefault(iri, []).append(node)
        return Iri(iri)

    def entity(self, entity: Entity, report: str) -> Iri:
        """The node of a person, team, ground, city or competition of a report."""
        if entity.kind is Kind.PERSON:
            return self.person(entity, self.teams_of.get((report, entity)), report, PLAYER)
        classes: tuple[str, ...] = (CLASSES[entity.kind],)
        if entity.kind is Kind.TEAM:
            iri = self.identity.team(entity)
            if self.identity.known.is_country(entity.name):
                classes = ("Team", "NationalTeam")
        else:
            iri = self.identity.other(entity)
        forms = entity.forms if entity.kind is Kind.TEAM else ()
        return self.note(iri, Node(report, classes, entity.name, forms))

    def in_full(self, event: MatchEvent, report: str) -> MatchEvent:
        """An event of a report, with its people as the reports of the match name them in full."""
        named: dict[str, Any] = {
            actor: replace(person, name=self.full_name(person, report))
            for actor in event.actors
            if isinstance(person := getattr(event, actor), Entity)
        }
        return replace(event, **named)

    def full_name(self, person: Entity, report: str) -> str:
        """The full name of a player of a report."""
        return self.identity.full_name(person, self.teams_of.get((report, person)), report)

    def stage(self, stage: Entity, competition: Entity | None, report: str) -> Iri:
        """The node of a group or round within its competition."""
        iri = self.identity.stage(stage, competition)
        return self.note(iri, Node(report, ("Stage",), stage.name))

    def manager(self, person: Entity, team: Entity, report: str) -> Iri:
        """The node of a manager."""
        return self.person(person, team, report, MANAGER)

    def person(self, person: Entity, team: Entity | None, report: str, segment: str) -> Iri:
        """The node of a player or manager, by the full name that the reports of the match give."""
        iri = self.identity.person(person, team, report, segment)
        name = self.identity.full_name(person, team, report, segment)
        others = tuple(dict.fromkeys((person.name, *person.forms)))
        return self.note(iri, Node(report, (segment.capitalize(),), name, others))

    def membership(self, player: Iri, team: Iri, names: tuple[str, str], report: str) -> Iri:
        """The node of the time that a player is with a team."""
        ends = (node.value.rsplit("/", 1)[-1] for node in (player, team))
        iri = f"{BASE}membership/{'/'.join(ends)}"
        links = (("member", player), ("memberOf", team))
        node = Node(report, ("Membership",), " at ".join(names), links=links)
        return self.note(iri, node)

    def official(self, person: Entity, report: str) -> Iri:
        """The node of a referee."""
        return self.note(self.identity.official(person), Node(report, ("Official",), person.name))

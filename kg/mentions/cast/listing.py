"""The team sheet with the people and teams of the cast: who is listed with which team."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.language import Document
from kg.mentions.cast.gathering import Cast
from kg.mentions.entities import Entity, Kind
from kg.sheets import Sheet, Span, TeamSheet, Written


@dataclass(frozen=True)
class Listing:
    """A sheet and the cast that its names stand for."""

    sheet: Sheet
    cast: Cast

    def person(self, name: Written | None, side: TeamSheet | None = None) -> Entity | None:
        """The person a name of the sheet stands for, if it names just one, or one of the side."""
        found = self.cast.by_form.get(name.text, ()) if name else ()
        if len(found) > 1 and side in self.sheet.sides:
            of = f"side {self.sheet.sides.index(side) + 1}"
            return next((entity for entity in found if entity.of == of), None)
        return self.only(name, Kind.PERSON)

    def team(self, side: TeamSheet) -> Entity | None:
        """The team of a side, if the sheet names it."""
        return self.only(side.team, Kind.TEAM)

    def only(self, name: Written | None, kind: Kind) -> Entity | None:
        """The one entity of a kind that a name stands for."""
        found = self.cast.by_form.get(name.text, ()) if name else ()
        return found[0] if len(found) == 1 and found[0].kind is kind else None

    @property
    def pair(self) -> tuple[Entity, ...]:
        """The two teams of the sheet, the home side first; empty if it has not just two."""
        teams = tuple(team for side in self.sheet.sides if (team := self.team(side)))
        return teams if len(set(teams)) == len(self.sheet.sides) == 2 else ()

    def players(self) -> Iterator[tuple[Entity, Entity | None, Span]]:
        """Everybody listed, with the team if it is told, and the part of the sheet that says so."""
        for side in self.sheet.sides:
            team = self.team(side)
            for name, source in side.members:
                if person := self.person(name, side):
                    yield person, team, source

    def managers(self) -> Iterator[tuple[Entity, Entity, Span]]:
        """The manager of each side that names one, with the part of the sheet that says so."""
        for side in self.sheet.sides:
            team, note = self.team(side), side.manager
            person = self.person(note.value) if note else None
            if person and team and note:
                yield person, team, note.source

    def team_of(self) -> Mapping[Entity, Entity]:
        """The team of everybody listed with one team alone."""
        teams: dict[Entity, set[Entity]] = {}
        for person, team, _ in self.players():
            if team:
                teams.setdefault(person, set()).add(team)
        return {person: next(iter(of)) for person, of in teams.items() if len(of) == 1}


def find_listing(document: Document, cast: Cast) -> Listing | None:
    """The sheet of a report, if it has one."""
    return Listing(document.sheet, cast) if document.sheet else None

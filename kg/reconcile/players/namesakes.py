"""Which of two players of one surname is meant: the one in the side of those he plays with.

"Kaba headed in Reid's cross" tells of Brevik's Reid where Kaba is of Brevik, though Norland have a
Reid too. What may be of either of them is told of neither.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kg.facts import Tellings
from kg.facts.base import AMBIGUOUS, Evidence, MatchEvent, Rejected
from kg.facts.goal import Goal
from kg.facts.goal.told import GoalTold, to_event
from kg.facts.relations import Bond, people_in
from kg.mentions import Entity, Kind, Scene, Sides

MATES = ("assist", "won_by")  # who plays with the one of whom something is told
AGAINST = ("keeper", "given_by")
TeamOf = Mapping[Entity, Entity]
Happening = TypeVar("Happening", GoalTold, MatchEvent)


@dataclass(frozen=True)
class Company:
    """Those of whom a sentence tells together: the fields of each side, and the team told.

    `mates` are the fields of those who play with the one it is of, `against` of their opponents;
    `said` are the sentences that name them.
    """

    mates: tuple[str, ...]
    against: tuple[str, ...]
    team: Entity | None
    said: tuple[Evidence, ...]


@dataclass(frozen=True)
class Namesakes:
    """The surnames that players of both sides bear, with the only bearer of each side.

    `team_of` has the team of each player whose side is clear.
    """

    bearers: Mapping[str, Mapping[Entity, Entity]]
    team_of: TeamOf
    sides: Sides

    def settled(self, told: Happening, company: Company) -> Happening:
        """What is told, with the bearer of its side for each who is in doubt; nobody for either."""
        mates: Mapping[str, Entity] = fields_of(told, company.mates)
        against: Mapping[str, Entity] = fields_of(told, company.against)
        doubts = {p for p in (*mates.values(), *against.values()) if self.in_doubt(p, company)}
        team = next(self.teams(company, mates, against, doubts), None)
        meant: dict[str, Any] = {
            name: self.bearer(person, of)
            for people, of in ((mates, team), (against, self.sides.other(team)))
            for name, person in people.items()
            if person in doubts
        }
        return replace(told, **meant)

    def teams(
        self,
        company: Company,
        mates: Mapping[str, Entity],
        against: Mapping[str, Entity],
        doubts: set[Entity],
    ) -> Iterator[Entity]:
        """The team of the one of whom something is told, by each who takes part without doubt."""
        of_mates = (self.team_of.get(p) for p in mates.values() if p not in doubts)
        opposed = (self.team_of.get(p) for p in against.values() if p not in doubts)
        yield from filter(None, (company.team, *of_mates, *map(self.sides.other, opposed)))

    def in_doubt(self, person: Entity, company: Company) -> bool:
        """Whether somebody is named by a surname alone that one of the other side bears too."""
        is_in_full = any(person.name in said.quote for said in company.said)
        return person.is_open or (surname(person) in self.bearers and not is_in_full)

    def holds(self, bond: Bond) -> bool:
        """Whether a bond is of no namesake, or of the one it can be: nobody leaves his side."""
        two = people_in(bond)
        if any(person.is_open for person in two):
            return False
        one, other = map(self.team_of.get, two)
        is_at_odds = None not in (one, other) and (one == other) != bond.same
        return not (is_at_odds and any(surname(person) in self.bearers for person in two))

    def bearer(self, person: Entity, team: Entity | None) -> Entity | None:
        """Who of a team bears the surname of somebody in doubt."""
        found = self.bearers.get(surname(person), {}).get(team) if team else None
        return found or (None if person.is_open else person)


def tell_namesakes_apart(told: Tellings, scene: Scene, team_of: TeamOf) -> Tellings:
    """What a report tells, of the one of two namesakes that it can be, or else of neither."""
    team_of = {**team_of, **(scene.listing.team_of() if scene.listing else {})}
    namesakes = Namesakes(bearers_of(scene, team_of), team_of, scene.sides)
    if not namesakes.bearers and not any(m.entity and m.entity.is_open for m in scene.mentions):
        return told
    goals = [(t, namesakes.settled(t, company_of_goal(t, scene.sides))) for t in told.goals]
    events = [(e, namesakes.settled(e, company_of_event(e))) for e in told.events]
    open_goals = [t for t, meant in goals if t.scorer and not meant.scorer]
    open_events = [e for e, meant in events if e.actor and not meant.actor]
    return replace(
        told,
        goals=tuple(meant for t, meant in goals if t not in open_goals),
        events=tuple(meant for e, meant in events if e not in open_events),
        bonds=tuple(filter(namesakes.holds, told.bonds)),
        leanings=tuple(one for one in told.leanings if not one.person.is_open),
        rejected=(
            *told.rejected,
            *(Rejected("goal", AMBIGUOUS, t.evidence, to_event(t)) for t in open_goals),
            *(Rejected(e.word, AMBIGUOUS, e.evidence[0], e) for e in open_events),
        ),
    )


def bearers_of(scene: Scene, team_of: TeamOf) -> Mapping[str, Mapping[Entity, Entity]]:
    """The surnames that players of both sides bear, with the only one of each side who does."""
    found: dict[str, Mapping[Entity, Entity]] = {}
    for form, people in scene.cast.by_form.items():
        teams = Counter(team_of.get(one) for one in people)
        is_clear = None not in teams or any(one.of for one in people)
        if len(teams) > 1 and is_clear and people[0].kind is Kind.PERSON:
            of = ((team_of.get(one), one) for one in people)
            found[form] = {team: one for team, one in of if team and teams[team] == 1}
    return found


def company_of_goal(told: GoalTold, sides: Sides) -> Company:
    """Who takes part in a goal; who turns the ball into his own net is of the other side."""
    is_of_gainer = told.conceded == (told.kind == "own_goal")
    team = told.gains if is_of_gainer else sides.other(told.gains)
    return Company((*Goal.actors, *MATES), AGAINST, team, (told.evidence,))


def company_of_event(event: MatchEvent) -> Company:
    """Who takes part in an event."""
    fields = {field.name for field in dataclasses.fields(event)}
    mates = (*event.actors, *fields.intersection(MATES))
    return Company(mates, tuple(fields.intersection(AGAINST)), event.team, event.evidence)


def surname(person: Entity) -> str:
    """What somebody shares with his namesakes: his last name."""
    return person.name if person.is_open else person.name.split()[-1]


def fields_of(told: GoalTold | MatchEvent, names: Iterable[str]) -> Mapping[str, Entity]:
    """The people that fields of what is told hold."""
    held = ((name, getattr(told, name)) for name in names)
    return {name: person for name, person in held if person is not None}

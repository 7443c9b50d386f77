"""Who plays for whom and who manages whom, once the sides of the match are chosen."""

from collections.abc import Iterator

from kg.blocks import Kind as BlockKind
from kg.facts.base import NO_PLAYERS, Evidence, evidence_of
from kg.facts.manager import Management
from kg.facts.match import MatchFact
from kg.facts.membership import Membership
from kg.mentions import Entity, Kind, Scene
from kg.mentions.managers import managers
from kg.reconcile.listed import managers_listed, players_listed
from kg.reconcile.sides import TRUST, Choice

MOST_EVIDENCE = 3  # sentences


def teams_of(choice: Choice, main: MatchFact) -> dict[Entity, Entity]:
    """The side of each player whose side is clear."""
    first, second = main.teams
    return {
        person: team
        for person, is_first in choice.first_side.items()
        if choice.margin.get(person, 0) >= TRUST and (team := first if is_first else second)
    }


def find_managements(scene: Scene, choice: Choice, main: MatchFact) -> tuple[Management, ...]:
    """Who manages whom, once it is known who plays for whom and who won."""
    found = managers(scene.mentions, scene.sides, scene.ties, teams_of(choice, main), main.winner)
    listed = managers_listed(scene)
    in_sheet = {person: (said,) for person, _, said in listed}
    told = {person: team for person, team, _ in listed} | dict(found)
    return tuple(
        Management(
            person=person,
            team=team,
            evidence=tuple(dict.fromkeys((*in_sheet.get(person, ()), *spoken_of(person, scene))))[
                :MOST_EVIDENCE
            ],
            confidence=0.9,
        )
        for person, team in told.items()
    )


def spoken_of(person: Entity, scene: Scene) -> Iterator[Evidence]:
    """The sentences that speak of a person, or of a team by its manager."""
    report = scene.document.report.id
    for m in scene.mentions:
        if person in (m.entity, m.traits.manager):
            yield evidence_of(report, m.sentence)


def find_memberships(
    scene: Scene, choice: Choice, pair: tuple[Entity, ...]
) -> tuple[Membership, ...]:
    """The players whose side the report makes clear, and those of other clubs by what is said."""
    report = scene.document.report.id
    managers = set(scene.sides.manager_of) | {
        m.entity for m in scene.mentions if m.traits.role in NO_PLAYERS and m.entity
    }
    in_sheet = players_listed(scene)
    found = []
    for person, first in choice.first_side.items():
        if choice.margin.get(person, 0) < TRUST or person in managers:
            continue
        said = [evidence_of(report, m.sentence) for m in scene.mentions if m.entity == person]
        tied = [evidence_of(report, t.mention.sentence) for t in scene.ties if t.person == person]
        listed = [in_sheet[person]] if person in in_sheet else []
        evidence = tuple(dict.fromkeys([*listed, *tied, *said]))[:MOST_EVIDENCE]
        confidence = choice.margin[person] / (choice.margin[person] + 1)
        found.append(
            Membership(
                player=person,
                team=pair[0] if first else pair[1],
                evidence=evidence,
                confidence=round(confidence, 2),
            )
        )
    inside = {m.player for m in found}
    elsewhere = {
        t.person: t
        for t in scene.ties
        if t.team not in pair
        and not t.manages
        and t.person not in inside | managers
        and t.team.kind is Kind.TEAM
    }
    found += [
        Membership(
            player=t.person,
            team=t.team,
            evidence=(evidence_of(report, t.mention.sentence),),
            confidence=0.7,
        )
        for t in elsewhere.values()
        if t.mention.sentence.block.kind is not BlockKind.CAPTION
    ]
    return tuple(found)

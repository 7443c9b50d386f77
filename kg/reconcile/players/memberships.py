"""Who plays for whom and who manages whom, once the sides of the match are chosen."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from kg.blocks import Kind as BlockKind
from kg.facts.base import Evidence, evidence_of
from kg.facts.manager import Management
from kg.facts.match import MatchFact
from kg.facts.membership import Membership
from kg.mentions import Entity, Kind, Mention, Scene
from kg.mentions.managers.weighing import managers
from kg.reconcile.choice.sides import TRUST, Choice
from kg.reconcile.match.listed import managers_listed, players_listed

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
    first, second = main.teams if main.home_known else (None, None)
    sides = replace(scene.sides, home=first, away=second)
    found = managers(scene.mentions, sides, scene.ties, teams_of(choice, main), main.winner)
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


def with_managers(scene: Scene, managements: Iterable[Management]) -> Scene:
    """The scene with every team that is called by its manager: "Sorensen's men"."""
    team_of = {m.person: m.team for m in managements}

    def linked(mention: Mention) -> Mention:
        manager = mention.traits.manager
        if mention.entity or mention.kind is not Kind.TEAM or manager not in team_of:
            return mention
        return replace(mention, entity=team_of[manager])

    return replace(
        scene,
        mentions=tuple(linked(m) for m in scene.mentions),
        sides=replace(scene.sides, manager_of={**scene.sides.manager_of, **team_of}),
    )


def spoken_of(person: Entity, scene: Scene) -> Iterator[Evidence]:
    """The sentences that speak of a person, or of a team by its manager."""
    report = scene.document.report.id
    for m in scene.mentions:
        if person in (m.entity, m.traits.manager):
            yield evidence_of(report, m.sentence)


def find_memberships(
    scene: Scene,
    choice: Choice,
    pair: tuple[Entity, ...],
    managements: Iterable[Management],
    elsewhere: Mapping[Entity, Entity],
) -> tuple[Membership, ...]:
    """The players whose side the report makes clear, and those of other clubs by what is said.

    `elsewhere` has the team of those whom passages of play draw to one of another match.
    """
    staff = set(scene.sides.manager_of) | {m.person for m in managements}
    staff |= {m.entity for m in scene.mentions if m.traits.off_field and m.entity}
    of_sides = tuple(members_of_sides(scene, choice, pair, staff))
    found = staff | {m.player for m in of_sides}
    tied = tuple(members_elsewhere(scene, pair, found))
    found |= {m.player for m in tied}
    return (*of_sides, *tied, *members_drawn(scene, elsewhere, found))


def members_of_sides(
    scene: Scene, choice: Choice, pair: tuple[Entity, ...], staff: AbstractSet[Entity]
) -> Iterator[Membership]:
    """The players of the two sides, each with the sentences that say it most directly."""
    report, in_sheet = scene.document.report.id, players_listed(scene)
    said: dict[Entity | None, list[Evidence]] = {}
    for sentence, those in groupby(scene.mentions, key=lambda m: m.sentence):
        evidence = evidence_of(report, sentence)
        for mention in those:
            said.setdefault(mention.entity, []).append(evidence)
    for person, first in choice.first_side.items():
        if choice.margin.get(person, 0) < TRUST or person in staff:
            continue
        tied = [evidence_of(report, t.mention.sentence) for t in scene.ties if t.person == person]
        listed = [in_sheet[person]] if person in in_sheet else []
        confidence = choice.margin[person] / (choice.margin[person] + 1)
        yield Membership(
            player=person,
            team=pair[0] if first else pair[1],
            evidence=tuple(dict.fromkeys([*listed, *tied, *said.get(person, ())]))[:MOST_EVIDENCE],
            confidence=round(confidence, 2),
        )


def members_elsewhere(
    scene: Scene, pair: tuple[Entity, ...], others: AbstractSet[Entity]
) -> Iterator[Membership]:
    """The players that a phrase ties to a club that does not play: "Morava striker Kaba"."""
    ties = {
        t.person: t
        for t in scene.ties
        if t.team not in pair
        and not t.manages
        and t.person not in others
        and t.team.kind is Kind.TEAM
    }
    report = scene.document.report.id
    for tie in ties.values():
        if tie.mention.sentence.block.kind is not BlockKind.CAPTION:
            said = (evidence_of(report, tie.mention.sentence),)
            yield Membership(player=tie.person, team=tie.team, evidence=said, confidence=0.7)


def members_drawn(
    scene: Scene, elsewhere: Mapping[Entity, Entity], others: AbstractSet[Entity]
) -> Iterator[Membership]:
    """The players whom passages of play draw to a club that does not play, by its sentences."""
    report = scene.document.report.id
    for person, team in elsewhere.items():
        named = [m for m in scene.mentions if m.entity == person]
        beside = [m for m in named if any(t.entity == team for t in scene.of(m.sentence.number))]
        if beside and person not in others:
            said = tuple(dict.fromkeys(evidence_of(report, m.sentence) for m in beside))
            evidence = said[:MOST_EVIDENCE]
            yield Membership(player=person, team=team, evidence=evidence, confidence=0.6)

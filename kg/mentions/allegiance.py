"""Who belongs to which team as noun phrases say it: "Midtjylland goalkeeper Jesper Hansen"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.blocks import Kind as BlockKind
from kg.language import POSSESSIVE
from kg.lexicon import weights
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.known import Sides


@dataclass(frozen=True)
class Tie:
    """A phrase that ties a person to a team, trusted by its `weight`; `manages` marks the coach."""

    person: Entity
    team: Entity
    weight: float
    manages: bool
    mention: Mention


def find_ties(mentions: Sequence[Mention], sides: Sides) -> tuple[Tie, ...]:
    """Every tie that the mentions of a report tell by themselves."""
    return tuple(tie for mention in mentions for tie in ties_of(mention, mentions, sides))


def ties_of(mention: Mention, mentions: Sequence[Mention], sides: Sides) -> Iterator[Tie]:
    """The ties one mention tells: by what stands before it, after it, or by what it owns."""
    one, traits = mention.entity, mention.traits
    if one and mention.kind is Kind.TEAM and traits.manager:
        yield Tie(traits.manager, one, weights("ties")["managers_men"], True, mention)
    if one is None or mention.kind is not Kind.PERSON or traits.former:
        return
    in_caption = mention.sentence.block.kind is BlockKind.CAPTION
    for team, way in teams_told(mention, mentions, sides):
        weight = weights("ties")["caption" if in_caption else way]
        yield Tie(one, team, weight, traits.role == "manager", mention)


def teams_told(
    mention: Mention, mentions: Sequence[Mention], sides: Sides
) -> Iterator[tuple[Entity, str]]:
    """The teams that the phrase of a person and the words around it name, each with the way."""
    traits, tokens = mention.traits, mention.sentence.tokens
    if traits.team and traits.role != "official":
        yield traits.team, "team_before"
    ground = sides.home if traits.ground == "home" else sides.away if traits.ground else None
    if ground and not traits.team:
        yield ground, "ground_before"
    here = [m for m in mentions if m.sentence is mention.sentence]
    beside = {m.first: m for m in here if m.kind is Kind.TEAM and m.entity}
    theirs = beside.get(mention.first)
    if theirs and theirs.is_pronoun and theirs.entity and not traits.team:
        yield theirs.entity, "their_own"
    if mention.last + 2 < len(tokens) and tokens[mention.last + 1].text.lower() == "of":
        team = beside.get(mention.last + 2) or beside.get(mention.last + 3)
        if team and team.entity and mention.named:
            yield team.entity, "of_team"
    bracket = beside.get(mention.last + 2)
    after = [t.text for t in tokens[mention.last + 1 : mention.last + 4]]
    if bracket and bracket.entity and mention.named and [*after[:1], *after[2:]] == ["(", ")"]:
        yield bracket.entity, "in_brackets"
    if mention.named and mention.first >= 2 and tokens[mention.first - 1].text in POSSESSIVE:
        owner = next((m for m in beside.values() if m.last == mention.first - 2), None)
        if owner and owner.entity:
            yield owner.entity, "teams_own"


def nations(mentions: Sequence[Mention], home: Entity | None, country: str) -> Mapping[Entity, str]:
    """The nation of each team that a phrase or the dateline tells: "Danish side Midtjylland"."""
    told: dict[Entity, str] = {}
    for mention in mentions:
        if (
            mention.kind is Kind.TEAM
            and mention.named
            and mention.entity
            and mention.traits.nationality
        ):
            told.setdefault(mention.entity, mention.traits.nationality)
    if home and country:
        told.setdefault(home, country)
    return told

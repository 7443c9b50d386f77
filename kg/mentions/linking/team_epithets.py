"""Which team an epithet stands for: "the hosts", "the Danish side", "Dalby's men"."""

from collections.abc import Sequence

from kg.lexicon import words
from kg.mentions.entities import Entity, Kind, Mention, Traits
from kg.mentions.linking.known import Known, Sides

PLAIN = words("nouns", "plain_teams")


def side_called(traits: Traits, sides: Sides) -> Entity | None:
    """The side that its manager, its nickname or its ground tells: "Dalby's men", "the hosts"."""
    if traits.manager:
        return sides.manager_of.get(traits.manager) or sides.team_of.get(traits.manager)
    if traits.nickname:
        return sides.nicknamed.get(traits.nickname)
    return sides.on_ground(traits.ground)


def team_epithet(
    mention: Mention, before: Sequence[Mention], sides: Sides, known: Known
) -> Entity | None:
    """Which team "the hosts", "the Danish side", "Dalby's men", "the Dutch club" are."""
    traits = mention.traits
    if (traits.manager and not traits.team) or traits.nickname or traits.ground:
        return side_called(traits, sides)
    if traits.team and (traits.manager or mention.token.text.lower() in PLAIN - {"club"}):
        return traits.team
    owner = player_of_club(mention, before)
    if owner or (team := team_of_his(mention, before, sides)):
        return sides.team_of.get(owner) if owner else team
    recent = [m.entity for m in before if m.entity and m.entity.kind is Kind.TEAM]
    last = list(dict.fromkeys(reversed(recent)))
    if traits.nationality:
        return of_nation(traits.nationality, last, sides, known)
    if mention.token.text.lower() in PLAIN and last:
        teams = (m for m in before if m.entity and m.kind is Kind.TEAM)
        subjects = [m.entity for m in teams if m.token.is_subject]
        return subjects[-1] if subjects else last[0]
    return None


def player_of_club(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Whose club "the club" is, if it is a player's: "took Kaba to 250 goals for the club"."""
    if mention.token.lower != "club" or mention.traits.nationality:
        return None
    people = (m for m in reversed(before) if m.sentence is mention.sentence and m.entity)
    return next((m.entity for m in people if m.kind is Kind.PERSON), None)


def team_of_his(mention: Mention, before: Sequence[Mention], sides: Sides) -> Entity | None:
    """The team of the manager whom "his" stands for: "Sorensen must lift his side"."""
    if mention.sentence.tokens[mention.first].text.lower() != "his":
        return None
    bosses = (m.entity for m in reversed(before) if m.entity in sides.manager_of)
    boss = next(bosses, None)
    return sides.manager_of.get(boss) if boss else None


def of_nation(nation: str, teams: Sequence[Entity], sides: Sides, known: Known) -> Entity | None:
    """The first team of a nation, else the first that may be of it, rather one that plays."""
    told = [team for team in teams if nation in known.nations.get(team, ())]
    unknown = [team for team in teams if not known.nations.get(team)]
    playing = [team for team in unknown if team in sides.pair]
    return next(iter(told or playing or unknown), None)

"""Who plays with or against whom, and for which team, as events and set phrases tell it.

"Bellini headed wide from Sorensen's corner" puts both on one side; "Hallvik brought on Kaba" puts
Kaba on Hallvik's. Passages of play that say less are read in `kg.facts.relations.play`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.facts.base import MatchEvent
from kg.facts.card import Card, victim_of
from kg.lexicon import weights
from kg.mentions import Entity, Kind, Scene, Sides
from kg.phrasings import Match
from kg.phrasings.marked import Marked, SetPhrase, entity, tellings

TOGETHER = 3.0  # how far an event speaks for the sides of its people


@dataclass(frozen=True)
class Bond:
    """Two people who play together (`same`) or against each other, with how far to trust it."""

    one: Entity
    other: Entity
    same: bool
    weight: float


@dataclass(frozen=True)
class Leaning:
    """A person who seems to play for a team, with how far to trust it."""

    person: Entity
    team: Entity
    weight: float


Relation = Bond | Leaning


def people_in(relation: Relation) -> tuple[Entity, ...]:
    """The people of a relation."""
    if isinstance(relation, Bond):
        return relation.one, relation.other
    return (relation.person,)


def relations_of_event(telling: Match, event: MatchEvent, scene: Scene) -> Iterator[Relation]:
    """What an event says of the sides of its people: against each other, together, of a team."""
    actors = people_of(event, event.actors)
    yield from (Bond(one, other, True, TOGETHER) for one, other in pairwise(actors))
    against = people_of(event, event.opponents)
    yield from (Bond(actors[0], other, False, TOGETHER) for other in against if actors)
    victim = victim_of(telling) if isinstance(event, Card) else None
    if victim is not None and actors and victim != actors[0]:
        yield Bond(actors[0], victim, False, TOGETHER)
    if team := maker_of(telling, scene):
        yield from (Leaning(person, team, TOGETHER) for person in actors)


def people_of(event: MatchEvent, names: tuple[str, ...]) -> list[Entity]:
    """The people that the named fields of an event hold."""
    people = (getattr(event, name) for name in names)
    return [person for person in people if person is not None]


def maker_of(telling: Match, scene: Scene) -> Entity | None:
    """The team an event is told of, or that of the manager: "Hallvik brought on Kaba"."""
    maker = telling.parts.get("team")
    if maker is None or maker.entity is None:
        return None
    return maker.entity if maker.kind is Kind.TEAM else scene.sides.manager_of.get(maker.entity)


def relations_in_prose(scene: Scene, sentences: Iterable[Analysis]) -> Iterator[Relation]:
    """Every relation that a set phrase in a sentence of prose tells."""
    for here in sentences:
        if here.marked.entities and here.sentence.block.kind is BlockKind.PROSE:
            told = (
                relation_told(phrase, found, here.marked, scene.sides)
                for phrase, found in tellings("membership", here.marked)
            )
            yield from not_open((one for one in told if one is not None), here)


def not_open(relations: Iterable[Relation], here: Analysis) -> Iterator[Relation]:
    """The relations of a sentence less those of two of whom it leaves open how they play.

    "Kaba and Hansen were booked" tells of both, be they of one team or of two.
    """
    held = (found for phrase, found in tellings("membership", here.marked) if phrase.says == "open")
    pairs = [{entity(here.marked, found, group) for group in ("one", "other")} for found in held]
    for relation in relations:
        if not (isinstance(relation, Bond) and {relation.one, relation.other} in pairs):
            yield relation


def relation_told(
    phrase: SetPhrase, found: re.Match[str], marked: Marked, sides: Sides
) -> Relation | None:
    """The relation that one set phrase tells, if it names both of whom it speaks."""
    one, other = entity(marked, found, "one"), entity(marked, found, "other")
    team, weight = entity(marked, found, "team"), phrase.gives["weight"]
    if not all_named(marked, found):
        weight *= weights("play")["stand_in"]
    if phrase.says == "open":
        return None
    if one and other and one != other:
        return Bond(one, other, phrase.says == "same", weight)
    if one and team and phrase.says == "team":
        return Leaning(one, team, weight)
    if phrase.says in ("home", "away"):  # "silenced the crowd", "delighted the travelling fans"
        side = sides.on_ground(phrase.says)
    else:
        side = sides.other(team) if phrase.says == "not team" else None
    return Leaning(one, side, weight) if one and side else None


def all_named(marked: Marked, found: re.Match[str]) -> bool:
    """Whether a phrase names all of whom it speaks; "he" and "the club" may be somebody else."""
    told = (found.groupdict().get(group) for group in ("one", "other", "team"))
    spoken_of = [marked.mentions[int(number)] for number in told if number is not None]
    return all(mention.is_sure or mention.is_relative for mention in spoken_of)

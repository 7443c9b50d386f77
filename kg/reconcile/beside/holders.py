"""Whose a result of another match is that names no owner: by its ground, or by who is near."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.facts.result import ResultTold
from kg.mentions import Entity, Kind, Mention, Scene
from kg.names.known import KnownNames

Teams = Mapping[Entity, Entity]


def at_known_ground(told: ResultTold, scene: Scene, known: KnownNames) -> ResultTold:
    """A result on the ground of one of its teams, or of the other side of the report's match."""
    if told.venue is None or told.holder is None:
        return told
    hosts = {club for form in told.venue.forms for club in known.clubs_at(form)}
    named = [
        team
        for team in scene.cast.of_kind(Kind.TEAM)
        if hosts & {club for form in team.forms for club in known.clubs_called(form)}
    ]
    host = named[0] if len(named) == 1 else None
    if host == told.holder:
        return replace(told, ground="home")
    if host and host in (told.opponent, scene.sides.other(told.holder)):
        return replace(told, opponent=host, ground="away")
    return told


def with_holder(told: ResultTold, scene: Scene, team_of: Teams) -> ResultTold:
    """A result with the side it is of: that of who is named nearest before it, or behind it.

    "Kaba lit up last week's 3-0 win over Brevik" is a win of Kaba's side.
    """
    if told.holder is not None or told.opponent is None or told.trigger is None:
        return told
    if is_of_somebody_else(told, scene):
        return told
    sides = [side for m in nearest(told, scene) if (side := side_of(m, scene, team_of))]
    if told.opponent in scene.sides.pair:
        holder = scene.sides.other(told.opponent) if told.other_day else None
    else:
        holder = next(iter(sides), None)
    return replace(told, holder=holder)


def is_of_somebody_else(told: ResultTold, scene: Scene) -> bool:
    """Whether a result is that of a team left open: "the leaders going clear with a win"."""
    place = told.trigger or 0
    teams = [m for m in scene.of(told.sentence.number) if m.kind is Kind.TEAM and m.last < place]
    subjects = [m for m in teams if m.token.is_subject and not m.is_pronoun]
    return bool(subjects) and not (subjects[-1].entity or subjects[-1].traits.manager)


def nearest(told: ResultTold, scene: Scene) -> Iterator[Mention]:
    """The mentions of a result's sentence, those before it first, the nearest first."""
    here = scene.of(told.sentence.number)
    place = told.trigger or 0
    yield from sorted((m for m in here if m.last < place), key=lambda m: -m.last)
    yield from sorted((m for m in here if m.first > place), key=lambda m: m.first)


def side_of(mention: Mention, scene: Scene, team_of: Teams) -> Entity | None:
    """The side of the report's match that a mention is, plays for or manages."""
    one = mention.entity
    if one is None:
        return None
    if mention.kind is Kind.TEAM:
        return one if one in scene.sides.pair else None
    side = scene.sides.manager_of.get(one) or team_of.get(one)
    return side if side in scene.sides.pair else None

"""Who plays for a team that is not in the match, as passages of play tell it.

"In the other game Kaba put Norheim ahead" says nothing of whom he plays for in this one.
"""

from collections import defaultdict
from collections.abc import Mapping

from kg.facts import Tellings
from kg.facts.asides import is_other
from kg.mentions import Entity, Scene
from kg.names.known import KnownNames

CLEAR = 2.5  # how far somebody is drawn to a team of another match, at the least
DRAWN = 2.0  # and to one of this match, at the most


def players_elsewhere(
    scene: Scene, told: Tellings, pair: tuple[Entity, ...], known: KnownNames
) -> Mapping[Entity, Entity]:
    """The team of each player who is drawn to one of another match, and to none of this.

    The paragraphs that speak of him tell the result of that match, which is of two others: what
    plays against a side of this match may be the other by another name. A player of a club may be
    called up by his country.
    """
    told_in: dict[Entity | None, set[int]] = defaultdict(set)
    for result in told.results:
        if not {result.holder, result.opponent}.intersection((*pair, None)):
            for team in (result.holder, result.opponent):
                told_in[team].add(result.sentence.block.start)
    drawn: defaultdict[tuple[Entity, Entity], float] = defaultdict(float)
    for leaning in told.leanings:
        drawn[leaning.person, leaning.team] += leaning.weight
    own = {tie.person for tie in scene.ties if tie.team in pair}
    own |= {person for (person, team), weight in drawn.items() if team in pair and weight > DRAWN}
    of_nations = all(known.is_country(team.name) for team in pair)
    return {
        person: team
        for (person, team), weight in sorted(drawn.items(), key=lambda one: one[1])
        if weight >= CLEAR
        and person not in own
        and blocks_of(person, scene) <= told_in[team]
        and is_other(team, scene)
        and (of_nations or not known.is_country(team.name))
    }


def blocks_of(person: Entity, scene: Scene) -> set[int]:
    """Where the paragraphs begin that speak of a person."""
    return {m.sentence.block.start for m in scene.mentions if m.entity == person}

"""What draws people to a side of the match: ties, managers, what is told of them, and results."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import Tellings
from kg.facts.asides import is_other
from kg.facts.result import LOST, WON, ResultTold
from kg.lexicon import pattern
from kg.mentions import Entity, Scene
from kg.names.known import KnownNames

MANAGES = 5.0  # how far a manager is drawn to his team, and those he sends on with him
SCORED_FOR_RESULT, SCORED_FOR_DRAW = 3.0, 1.5
PLAYS = 4.0  # weight of a tie that tells for whom somebody plays
LENT = pattern("elsewhere", "lent")
TURN = pattern("results", "turn")


@dataclass(frozen=True)
class Pull:
    """A person drawn to the first side (positive weight) or to the second (negative)."""

    person: Entity
    weight: float


def find_pulls(scene: Scene, told: Tellings, pair: tuple[Entity, ...]) -> tuple[Pull, ...]:
    """Everything that draws people to the sides of the match."""
    drawn = (*drawn_by_scene(scene), *drawn_by_tellings(told, pair))
    return tuple(
        Pull(person, weight if team == pair[0] else -weight)
        for person, team, weight in drawn
        if team in pair
    )


def outsiders(
    scene: Scene, told: Tellings, pair: tuple[Entity, ...], known: KnownNames
) -> frozenset[Entity]:
    """Who plays for a team that is not in the match: "Hallvik want Norheim striker Kaba".

    Not whom it has lent, nor who takes part in the match; of a country, club players are too.
    """
    ties = [tie for tie in scene.ties if not tie.manages]
    own: set[Entity | None] = {tie.person for tie in ties if tie.team in pair}
    own |= {goal.scorer for goal in told.goals} | {event.actor for event in told.events}
    return frozenset(
        tie.person
        for tie in ties
        if tie.weight >= PLAYS
        and tie.person not in own
        and is_other(tie.team, scene)
        and not known.is_country(tie.team.name)
        and not LENT.search(tie.mention.sentence.text)
    )


Drawn = tuple[Entity, Entity, float]  # a person, a team, how far


def drawn_by_scene(scene: Scene) -> Iterator[Drawn]:
    """Who is tied to a team, or manages it."""
    yield from ((t.person, t.team, t.weight) for t in scene.ties if not t.manages)
    yield from ((manager, team, MANAGES) for manager, team in scene.sides.manager_of.items())


def drawn_by_tellings(told: Tellings, pair: tuple[Entity, ...]) -> Iterator[Drawn]:
    """Whom events and passages of play draw to a team, and who scores for a result."""
    yield from ((leaning.person, leaning.team, leaning.weight) for leaning in told.leanings)
    for result in told.results:
        if result.holder in pair and result.holder is not None and rewards_scorers(result):
            weight = SCORED_FOR_RESULT if result.outcome == WON else SCORED_FOR_DRAW
            for scorer in scorers_beside(result, told):
                yield scorer, result.holder, weight


def rewards_scorers(result: ResultTold) -> bool:
    """Whether who scores in the sentence of a result plays for the side whose result it is.

    "Mossen struck as Hallvik beat Brevik", "Sudo's strike salvaged a draw for Hallvik"; not so
    where the sentence turns: "Kaba scored, but Hallvik won".
    """
    if result.other_day or result.outcome == LOST:
        return False
    return not TURN.search(result.sentence.text.lower())


def scorers_beside(result: ResultTold, told: Tellings) -> tuple[Entity, ...]:
    """Who scores in the sentence of a result, own goals left aside."""
    here = (t for t in told.goals if t.place == result.sentence.number and t.kind != "own_goal")
    return tuple(dict.fromkeys(t.scorer for t in here if t.scorer))

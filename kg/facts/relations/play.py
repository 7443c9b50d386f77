"""Passages of play: who attacks and who defends tells who plays with whom.

"Nduri's low drive was tipped over by Hansen" sets Hansen against Nduri; "Bellini met Nduri's
corner" puts both on one side. Each passage says little; `kg.reconcile` weighs all of them together.
"""

from collections.abc import Iterator, Sequence

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.facts.relations.pressed import is_pressed
from kg.facts.relations.told import Bond, Leaning, Relation, not_open
from kg.facts.relations.topic import at_other_end, leanings_to_topic
from kg.language import Sentence
from kg.lexicon import pattern, weights, words
from kg.mentions import Kind, Mention, Scene
from kg.teammates import Likeness, Passage, likeness, pairs, passage
from kg.teammates.parts import ATTACK, DEFENCE, turns

LEAST = 0.25  # log-odds that tell something
OWN_GOAL, OWN_GOAL_BY = pattern("play", "own_goal"), pattern("play", "own_goal_by")
CLAUSE = 10  # words behind a person that still tell where he is


def relations_in_play(scene: Scene, here: Analysis) -> Iterator[Relation]:
    """Who plays together, against each other, or for a team, as a sentence of prose tells it."""
    if here.sentence.block.kind is not BlockKind.PROSE:
        return
    play = passage(here.sentence, here.mentions, here.frames)
    pressed = frozenset(m.head for m in play.mentions if m.kind is Kind.TEAM and is_pressed(m))
    involved = [m.head not in pressed and is_of_match(m, scene) for m in play.mentions]
    for one, other in pairs(play):
        if involved[one] and involved[other]:
            found = likeness(one, other, play)
            if abs(found.log_odds) >= LEAST:
                yield from not_open(relation(found, scene), here)
    yield from leanings_to_teams(scene, play, pressed)
    yield from leanings_to_topic(scene, play, tuple(sides_in(play)))


def is_of_match(mention: Mention, scene: Scene) -> bool:
    """Whether a mention stands for a person, or for one of the two sides."""
    is_person = mention.kind is Kind.PERSON and mention.entity is not None
    return is_person or mention.entity in scene.sides.pair


def relation(found: Likeness, scene: Scene) -> Iterator[Relation]:
    """What the likeness of two tells: of two people a bond, of one and a team where he leans."""
    one, other, weight = found.one, found.other, abs(found.log_odds)
    if not (one.named and other.named):  # a pronoun or an epithet may stand for somebody else
        weight *= weights("play")["stand_in"]
    together = found.log_odds > 0
    if one.entity is None or other.entity is None:
        return
    if one.kind is other.kind is Kind.PERSON:
        yield Bond(one.entity, other.entity, together, weight)
        return
    team, person = (one, other) if one.kind is Kind.TEAM else (other, one)
    side = team.entity if together else scene.sides.other(team.entity)
    if team.entity in scene.sides.pair and person.entity and side:
        yield Leaning(person.entity, side, weight)


def leanings_to_teams(scene: Scene, here: Passage, pressed: frozenset[int]) -> Iterator[Leaning]:
    """Towards which team those who act in a passage are drawn; `pressed` are heads of teams."""
    teams = [m for m in here.mentions if m.kind is Kind.TEAM and m.entity in scene.sides.pair]
    people = [(m, side) for m, side in sides_in(here) if m.entity and side]
    for person, side in people:
        last = last_subject(teams, person)
        for team in teams:
            weight = drawn(team, person, attacks=side == ATTACK)
            if team.head in pressed:
                weight = weights("pressed")["pressed"] * (-1 if side == ATTACK else 1)
            elif last and last.entity != team.entity and team.token.is_subject:
                weight = 0.0  # "With Brevik forward, Hallvik broke and Kaba made the game safe"
            yield from leanings(scene, here.sentence, team, person, weight)


def last_subject(teams: Sequence[Mention], person: Mention) -> Mention | None:
    """The team that was subject last before a person is named."""
    subjects = (m for m in reversed(teams) if m.token.is_subject and m.head < person.head)
    return next(subjects, None)


def sides_in(here: Passage) -> Iterator[tuple[Mention, str | None]]:
    """The part that each person of a passage plays, by what is told most directly."""
    for mention, parts in zip(here.mentions, here.parts, strict=True):
        if mention.kind is Kind.PERSON:
            side = next((part.side for part in parts if part.side), None)
            yield mention, DEFENCE if is_own_goal(mention) else side


def is_own_goal(mention: Mention) -> bool:
    """Whether somebody puts the ball into his own net, as no attacker does."""
    told = [token.lower for token in mention.sentence.tokens]
    if not any(word.startswith("own") for word in told):
        return False
    before = " ".join(told[max(0, mention.first - CLAUSE) : mention.first])
    behind = " ".join(told[mention.last + 1 : mention.last + 1 + CLAUSE])
    return bool(OWN_GOAL_BY.search(before) or OWN_GOAL.match(behind))


def leanings(
    scene: Scene, sentence: Sentence, team: Mention, person: Mention, weight: float
) -> Iterator[Leaning]:
    """Towards which team a passage draws a person: to that one, or away from it to its opponent."""
    first, last = sorted((team, person), key=lambda m: m.head)
    if not weight or person.entity is None or turns(sentence.tokens[first.last + 1 : last.first]):
        return
    if last is person and at_other_end(sentence.tokens[last.last + 1 : last.last + 1 + CLAUSE]):
        weight = -weight
    side = team.entity if weight > 0 else scene.sides.other(team.entity)
    if side is not None:
        yield Leaning(person.entity, side, abs(weight))


def drawn(team: Mention, person: Mention, *, attacks: bool) -> float:
    """How far a team in a sentence draws one who acts in it (positive), or repels him."""
    sign = 1 if attacks else -1
    before = team.word_before
    if team.token.lower in ("their", "its"):
        return sign * weights("play")["their"]
    if before in ("against", "over"):
        parted = team.head < person.head and parts_clauses(team, person)
        return 0.0 if parted else -sign * weights("play")["opposed"]
    if before == "for":
        return sign * weights("play")["for"]
    if team.token.is_subject and team.head < person.head:
        return sign * weights("play")["team"]
    return 0.0


def parts_clauses(team: Mention, person: Mention) -> bool:
    """Whether another clause begins between a team and a person: "a win over Brevik when Kaba"."""
    between = {t.lower for t in team.sentence.tokens[team.last + 1 : person.first]}
    return not between.isdisjoint(words("clauses", "parts_teams"))

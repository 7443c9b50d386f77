"""Whose a passage without a team is: that of which the sentences before it tell.

"Brevik had their moments. Kaba hit the bar and Lund had a goal ruled out": both attack for Brevik.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.facts.relations.pressed import is_pressed
from kg.facts.relations.told import Leaning
from kg.language import Token
from kg.lexicon import weights
from kg.lexicon.tables import content
from kg.mentions import Kind, Mention, Scene
from kg.teammates import Passage
from kg.teammates.parts import ATTACK, DEFENCE, turns

REACH = 4  # words from one of two teams that "and" joins to the other


def leanings_to_topic(
    scene: Scene, here: Passage, people: Sequence[tuple[Mention, str | None]]
) -> Iterator[Leaning]:
    """Towards which team those are drawn who act in a passage that names no team.

    Who attacks plays for the team that was spoken of, who defends for the other; who begins a
    sentence right behind may be anybody of it.
    """
    if any(m.kind is Kind.TEAM and m.entity for m in here.mentions):
        return
    topic = topic_of(here, scene)
    if topic is None or topic.entity is None:
        return
    is_next = here.sentence.number - topic.sentence.number == 1
    own, other = topic.entity, scene.sides.other(topic.entity)
    if is_pressed(topic):
        own, other = other or own, own
    for place, (person, side) in enumerate(people):
        name = part_told(person, side, is_first=place == 0, is_next=is_next)
        if person.entity is None or name is None:
            continue
        before, behind = here.sentence.tokens[: person.first], here.sentence.tokens[person.last :]
        turned = at_other_end(before)
        if turns(before) and not turned:
            continue  # "Kaba tapped in, only for Lund to level": whose Lund is stays open
        turned = turned != (place == 0 and at_other_end(behind))
        team = other if turned != (side == DEFENCE) else own
        if team is not None:
            yield Leaning(person.entity, team, weights("play")[name])


def part_told(person: Mention, side: str | None, *, is_first: bool, is_next: bool) -> str | None:
    """What a passage tells of somebody, as the weights call it, or nothing.

    Who is first in it and defends may stop what comes of the topic, or be of its own team.
    """
    if not is_next:
        return "topic_before" if is_first and side == ATTACK else None
    if side is None:
        return "topic_begins" if is_first and person.token.is_subject else None
    if side == DEFENCE:
        return None if is_first else "topic_defends"
    return "topic"


def topic_of(here: Passage, scene: Scene) -> Mention | None:
    """The team a paragraph is about when a sentence begins: the last subject that is a team.

    What a team has may be the subject too: "Brevik's response was furious".
    """
    sentence = here.sentence
    subjects = [
        m
        for m in scene.mentions
        if m.sentence.block is sentence.block
        and m.sentence.number < sentence.number
        and m.entity in scene.sides.pair
        and m.kind is Kind.TEAM
        and (m.token.is_subject or owns_subject(m))
    ]
    return subjects[-1] if subjects and not is_joined(subjects[-1], scene) else None


def is_joined(team: Mention, scene: Scene) -> bool:
    """Whether a sentence is about both sides: "Hallvik and Brevik made changes"."""
    beside = (m for m in scene.of(team.sentence.number) if m.kind is Kind.TEAM)
    joined = (m for m in beside if "and" in (m.word_before, team.word_before))
    return any(abs(m.first - team.first) <= REACH and m is not team for m in joined)


def owns_subject(mention: Mention) -> bool:
    """Whether a team owns what its sentence is about: "Brevik's best spell came late"."""
    head = mention.sentence.tokens[mention.token.head]
    return mention.token.relation == "nmod:poss" and head.is_subject


def at_other_end(tokens: Sequence[Token]) -> bool:
    """Whether some words say that play has gone to the other end."""
    return bool(other_end().search(" ".join(token.lower for token in tokens)))


@cache
def other_end() -> re.Pattern[str]:
    """The words that say so."""
    return re.compile(content("play")["turns"]["other_end"])

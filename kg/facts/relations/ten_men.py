"""Whose a player is who was sent off, where one side alone is called a man short.

"10-man Hallvik held on" tells the side of Kaba, sent off with nobody's name beside his.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.facts.analysis import Analysis
from kg.facts.base import MatchEvent
from kg.facts.card import YELLOW, Card
from kg.facts.relations.told import TOGETHER, Leaning
from kg.lexicon import pattern
from kg.mentions import Entity, Kind, Scene

CUE = re.compile(r"\b(?:ten|10|nine|9|man)\b")
SHORT = pattern("cards", "short")
SIDE = re.compile(r"<T(\d+)>")


def relations_of_ten_men(
    scene: Scene, sentences: Sequence[Analysis], events: Iterable[MatchEvent]
) -> Iterator[Leaning]:
    """The leaning of who was sent off to the one side that is said to be a man short."""
    off = {e.player for e in events if isinstance(e, Card) and e.colour != YELLOW}
    teams = set(teams_short(scene, sentences)) if len(off) == 1 else set()
    if len(teams) == 1:
        yield Leaning(off.pop(), teams.pop(), TOGETHER)


def teams_short(scene: Scene, sentences: Sequence[Analysis]) -> Iterator[Entity]:
    """The sides of the match that a report calls a man short."""
    for here in sentences:
        text = here.marked.text
        for found in SHORT.finditer(text) if CUE.search(text) else ():
            number = SIDE.search(found.group())
            mention = here.marked.mentions[int(number[1])] if number else None
            is_side = mention is not None and mention.kind is Kind.TEAM
            if is_side and mention and mention.entity in scene.sides.pair and mention.is_sure:
                yield mention.entity

"""Who comes into a side and who makes way, where a sentence before tells whose side is changed.

"Hallvik made three changes. Bellini, Kaba and Lokat replaced Moe, Dahl and Vik." names no team
where it names the players.
"""

from collections.abc import Iterator, Sequence

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.facts.relations.told import Leaning
from kg.lexicon import pattern, weights
from kg.mentions import Entity, Kind, Mention, Scene

BACK = 2  # sentences before that may tell whose side is changed
CHANGED = pattern("line_ups", "changed")
COMES_IN = pattern("line_ups", "comes_in")


def relations_in_line_ups(scene: Scene, sentences: Sequence[Analysis]) -> Iterator[Leaning]:
    """The players who come into a side or leave it, by the side of which changes were told."""
    weight = weights("line_ups")["changed"]
    for place, here in enumerate(sentences):
        if here.sentence.block.kind is not BlockKind.PROSE or sides_named(here, scene):
            continue
        if COMES_IN.search(here.marked.text) and (
            team := side_changed(sentences[max(0, place - BACK) : place], here, scene)
        ):
            managers = scene.sides.manager_of
            people = (m.entity for m in here.mentions if m.kind is Kind.PERSON and m.named)
            yield from (Leaning(one, team, weight) for one in people if one and one not in managers)


def side_changed(before: Sequence[Analysis], here: Analysis, scene: Scene) -> Entity | None:
    """The one side that the sentences before name, if one of them tells that it was changed."""
    near = [one for one in before if one.sentence.block is here.sentence.block]
    if not any(CHANGED.search(one.marked.text) for one in near):
        return None
    named = {team for one in near for team in sides_named(one, scene)}
    return named.pop() if len(named) == 1 else None


def sides_named(here: Analysis, scene: Scene) -> frozenset[Entity]:
    """The sides that a sentence names, by themselves or by who manages them."""
    told = (side_of(mention, scene) for mention in here.mentions)
    return frozenset(team for team in told if team in scene.sides.pair and team is not None)


def side_of(mention: Mention, scene: Scene) -> Entity | None:
    """The team that a mention stands for or manages."""
    if mention.kind is Kind.TEAM:
        return mention.entity
    return scene.sides.manager_of.get(mention.entity) if mention.entity else None

"""Which sides were behind at some time of the match: "Hallvik came from behind to beat Brevik".

Where no sentence tells for whom the first goal was, this does.
"""

from collections.abc import Iterable, Iterator

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.mentions import Entity, Kind
from kg.phrasings.marked import entity, is_quoted, tellings


def were_behind(sentences: Iterable[Analysis], pair: tuple[Entity, ...]) -> frozenset[Entity]:
    """The sides that were behind at some time, by what is told of no other match."""
    return frozenset(
        team
        for here in sentences
        if here.sentence.block.kind is BlockKind.PROSE and tells_of(pair, here)
        for team in behind_in(here, pair)
    )


def behind_in(here: Analysis, pair: tuple[Entity, ...]) -> Iterator[Entity]:
    """The sides that a sentence tells were behind: the one it names, or the other of one ahead."""
    for phrase, found in tellings("course", here.marked):
        team = entity(here.marked, found, "team")
        if team in pair and not is_quoted(here.marked, found):
            is_first = (team == pair[0]) == (phrase.says == "behind")
            yield pair[0] if is_first else pair[1]


def tells_of(pair: tuple[Entity, ...], here: Analysis) -> bool:
    """Whether all teams that a sentence names are the two of the match."""
    teams = {m.entity for m in here.mentions if m.kind is Kind.TEAM and m.entity}
    return teams <= set(pair)

"""The kicks of a shoot-out told apart from where it is named.

"Bellini missed the decisive spot-kick. Up stepped Kaba, who sent his shot wide" is of the shoot-out
that the report named long before. What names one, and what tells of its kicks, stands in
`asides.toml`.
"""

import re
from collections.abc import Iterator

from kg.facts.asides.turns import BACK, Aside
from kg.language import Sentence
from kg.lexicon import guarded, pattern
from kg.mentions import Scene
from kg.phrasings.moments import moments_in

SHOOT_OUT = "shoot-out"
NAMED = guarded("asides", "shoot_out")
KICK = pattern("asides", "kick_of_shoot_out")
EARLIER = pattern("asides", "earlier_shoot_out")
NEXT = pattern("asides", "next_kick")


def told_of_shoot_out(scene: Scene) -> Iterator[Aside]:
    """Every sentence that tells of the kicks of a shoot-out that the report names."""
    sentences = scene.document.sentences
    if not any(NAMED.search(s.text) and not EARLIER.search(s.text) for s in sentences):
        return
    goes_on = False
    for sentence in sentences:
        goes_on = is_kick(sentence, NEXT if goes_on else KICK)
        if goes_on:
            yield Aside(sentence.start, sentence.end, SHOOT_OUT)


def is_kick(sentence: Sentence, ways: re.Pattern[str]) -> bool:
    """Whether a sentence tells of a kick in one of these ways, and of no play."""
    return bool(ways.search(sentence.text)) and not (
        BACK.search(sentence.text) or moments_in(sentence.text)
    )

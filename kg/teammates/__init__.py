"""Who plays with whom, as sentences are built: learnt, and never from a name.

"Kaba's shot was saved by Hansen" sets two apart, "Kaba met Nduri's corner" puts two together. The
parts that people play (`parts`) and the words between them (`features`) are weighed by what was
learnt from labelled reports.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.mentions import Kind, Mention
from kg.teammates.features import Passage, features, passage
from kg.weights import load_weights

WEIGHTS = "teammates.json"
REACH = 4  # people and teams further apart in a sentence have little to do with each other


@dataclass(frozen=True)
class Likeness:
    """Two mentions of a sentence, with the log-odds that they are of one team."""

    one: Mention
    other: Mention
    log_odds: float


def likeness(one: int, other: int, here: Passage) -> Likeness:
    """How likely two of a passage, given by their places in it, are of one team."""
    log_odds = load_weights(WEIGHTS).log_odds(features(one, other, here))
    return Likeness(here.mentions[one], here.mentions[other], log_odds)


def pairs(here: Passage) -> Iterator[tuple[int, int]]:
    """The pairs of a passage, by place: near each other, one at least a person.

    A team right before a person is part of his phrase ("former Brevik goalkeeper Jon Sorensen")
    and told by `kg.mentions.allegiance`; a quotation asserts nothing.
    """
    for one, other in combinations(range(len(here.mentions)), 2):
        left, right = here.mentions[one], here.mentions[other]
        is_person = Kind.PERSON in (left.kind, right.kind)
        is_same = left.entity is not None and left.entity == right.entity
        is_phrase = left.kind is Kind.TEAM and left.last + 1 >= right.first
        is_said = left.token.quoted or right.token.quoted
        is_near = other - one <= REACH
        if is_near and is_person and not (is_same or is_phrase or is_said):
            yield one, other


__all__ = ["WEIGHTS", "Likeness", "Passage", "likeness", "pairs", "passage"]

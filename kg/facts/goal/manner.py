"""How each of a list scored: "Lund from the spot and Vik with a header put them two up".

So too "goals by Lund and Vik, the latter a header".
"""

from dataclasses import dataclass

from kg.facts.goal.method import called
from kg.language import lower
from kg.lexicon import pattern
from kg.phrasings import Match

REACH = 9  # words behind somebody in which his manner is told
OF_TWO = ("former", "latter")


@dataclass(frozen=True)
class Manner:
    """How one of a list scored: the kind of his goal, and its method."""

    kind: str | None = None
    method: str | None = None


def manner_of(found: Match) -> Manner:
    """How the one scored of whom a telling of several tells; nothing for one alone."""
    scorer = found.parts.get("scorer")
    if found.of < 2 or scorer is None:
        return Manner()
    behind = lower(scorer.sentence.tokens[scorer.last + 1 :])
    told = pattern("methods", "in_list").match(" ".join(behind.split()[:REACH]))
    if told is None and found.of == len(OF_TWO):
        of_two = pattern("methods", "of_two").finditer(behind)
        told = next((one for one in of_two if one["which"] == OF_TWO[found.place]), None)
    if told is None:
        return Manner()
    if pattern("methods", "spot").search(told["how"]):
        return Manner(kind="penalty")
    return Manner(method=called(told["how"]))

"""How far to trust a fact: from what the reading gives it to how often such facts are right.

A reading weighs what speaks for a fact, and its figure grows with that weight; what share of the
facts of one figure is right, is a matter of measuring. The curves are data, measured on reports
with gold facts (`kg calibrate --fit`): of the facts told with 0.9, nine in ten are right.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.lexicon import content

OWN = 0.02  # what the reading's own figure counts for, so that no two figures become one
ANY = "any"  # the curve of facts that have none of their own


@dataclass(frozen=True)
class Curve:
    """The share of facts that are `right` where the reading `said` so much: both rise, 0 to 1."""

    said: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, said: float) -> float:
        """The share that is right: between two points on the line, outside them as at the end."""
        return (1 - OWN) * self.share(said) + OWN * said

    def share(self, said: float) -> float:
        """The share as measured."""
        points = list(zip(self.said, self.right, strict=True))
        if said <= points[0][0]:
            return points[0][1]
        for (low, least), (high, most) in pairwise(points):
            if said <= high:
                return least + (most - least) * (said - low) / (high - low)
        return points[-1][1]


@cache
def curves() -> Mapping[str, Curve]:
    """The curves as measured, by kind of fact and property ("Goal.atMinute"), or by kind alone."""
    measured = content("confidence")["curve"]
    return {
        name: Curve(tuple(points["said"]), tuple(points["right"]))
        for name, points in measured.items()
    }


def trust(kind: str, term: str, said: float) -> float:
    """How far to trust one statement of a fact, from 0 to 1.

    Args:
        kind: the fact's class, "Goal".
        term: the property that the statement gives, "atMinute".
        said: the figure that the reading gives the fact, 0 to 1.
    """
    measured = curves()
    name = next((n for n in (f"{kind}.{term}", kind, ANY) if n in measured), None)
    return measured[name].at(said) if name else said

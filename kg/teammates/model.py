"""The learnt weights: how far each feature speaks for one team, or for two.

A logistic regression, fitted by `kg train --passages` on match reports of our own invention
(`kg/model/passages`); its log-odds are the weights with which the sides of people are chosen.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum
from pathlib import Path

from kg.paths import model_folder
from kg.teammates.features import Features

WEIGHTS = "teammates.json"
DIGITS = 2  # of a weight; less than 0.005 says nothing


@dataclass(frozen=True)
class Weights:
    """What each feature adds to the log-odds that two are of one team, by its group.

    Those that are not known add nothing.
    """

    bias: float
    of: Mapping[str, Mapping[str, float]]

    def log_odds(self, features: Iterable[Features]) -> float:
        """How far features together speak for one team (positive) or for two (negative)."""
        found = [self.bias]
        for group, held in features:
            weights = self.of.get(group)
            if weights is not None:
                found += [weights[one] for one in weights.keys() & held]
        return fsum(found)  # the same in whatever order they come


@cache
def load_weights() -> Weights:
    """The weights that ship with the package."""
    return read_weights(model_folder().parent / WEIGHTS)


def read_weights(path: Path) -> Weights:
    """Weights from a file."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Weights(stored["bias"], stored["weights"])


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights to a file, by group and feature, without those that say nothing."""
    of = {group: telling(weights.of[group]) for group in sorted(weights.of)}
    kept = {group: told for group, told in of.items() if told}
    stored = {"bias": round(weights.bias, DIGITS), "weights": kept}
    path.write_text(json.dumps(stored, indent=0) + "\n", encoding="utf-8")


def telling(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of a group that say something, by feature."""
    rounded = {feature: round(weight, DIGITS) for feature, weight in sorted(weights.items())}
    return {feature: weight for feature, weight in rounded.items() if weight}

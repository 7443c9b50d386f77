"""Learnt weights: how far each feature speaks for something, or against it.

A logistic regression, fitted by `kg train --passages` on match reports of our own invention
(`kg/model/passages`); its log-odds are votes in what the reader decides.
"""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from math import fsum
from pathlib import Path

from kg.paths import model_folder

DIGITS = 2  # of a weight; less than 0.005 says nothing

Features = tuple[str, Set[str]]  # a group of features, and those of it that something has


@dataclass(frozen=True)
class Weights:
    """What each feature adds to the log-odds, by its group; those not known add nothing."""

    bias: float
    of: Mapping[str, Mapping[str, float]]

    def log_odds(self, features: Iterable[Features]) -> float:
        """How far features together speak for it (positive) or against it (negative)."""
        found = [self.bias]
        for group, held in features:
            weights = self.of.get(group)
            if weights is not None:
                found += filter(None, map(weights.get, held))
        return fsum(found)  # the same in whatever order they come


@cache
def load_weights(file: str) -> Weights:
    """Weights that ship with the package."""
    return read_weights(model_folder().parent / file)


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

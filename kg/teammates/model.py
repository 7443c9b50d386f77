"""The learnt weights: how far each feature speaks for one team, or for two.

A logistic regression, fitted by `kg train --passages` on match reports of our own invention
(`kg/model/passages`); its log-odds are the weights with which the sides of people are chosen.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.paths import model_folder

WEIGHTS = "teammates.json"
DIGITS = 2  # of a weight; less than 0.005 says nothing


@dataclass(frozen=True)
class Weights:
    """What each feature adds to the log-odds that two are of one team; unknown ones add nothing."""

    bias: float
    of: Mapping[str, float]

    def log_odds(self, features: Iterable[str]) -> float:
        """How far features together speak for one team (positive) or for two (negative)."""
        known = sorted(self.of.keys() & set(features))
        return self.bias + sum(self.of[f] for f in known)  # in one order: sums depend on it


@cache
def load_weights() -> Weights:
    """The weights that ship with the package."""
    return read_weights(model_folder().parent / WEIGHTS)


def read_weights(path: Path) -> Weights:
    """Weights from a file."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Weights(stored["bias"], stored["weights"])


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights to a file, by feature, without those that say nothing."""
    told = {f: round(w, DIGITS) for f, w in sorted(weights.of.items()) if round(w, DIGITS)}
    stored = {"bias": round(weights.bias, DIGITS), "weights": told}
    path.write_text(json.dumps(stored, indent=0) + "\n", encoding="utf-8")

"""A logistic regression over features that are there or not, and how it does on new reports."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.errors import InputError
from kg.training.passages import Passages, read_passages
from kg.weights import Features, Weights

SEEN = 3  # examples that must have a feature
FOLDS = 5


Feature = tuple[str, str]  # its group, and itself


@dataclass(frozen=True)
class Example:
    """Something that a labelled report tells: its report, its features, whether it is so."""

    report: str
    features: frozenset[Feature]
    holds: bool

    @property
    def groups(self) -> Iterator[Features]:
        """The features, each as a group of its own."""
        return ((group, {feature}) for group, feature in self.features)


def ungrouped(features: Iterable[Features]) -> frozenset[Feature]:
    """The features of some groups."""
    return frozenset((group, feature) for group, held in features for feature in held)


def labelled_reports(folder: Path) -> Iterator[Passages]:
    """The labelled reports of a folder.

    Raises:
        InputError: the folder holds none.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(
            str(folder), "the folder has no labelled report", "give one with .txt files"
        )
    return (passages for file in files for passages in read_passages(file))


def fit(examples: Sequence[Example], strength: float, weight: float = 1.0) -> Weights:
    """The weights that tell most of the examples right, large ones held back.

    Args:
        examples: what to learn from.
        strength: the inverse of the penalty on large weights.
        weight: how many examples one counts for of which it holds.
    """
    seen = Counter(feature for one in examples for feature in one.features)
    kept = [{f: 1 for f in sorted(one.features) if seen[f] >= SEEN} for one in examples]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=2000, class_weight={True: weight, False: 1.0})
    model.fit(vectorizer.fit_transform(kept), [one.holds for one in examples])
    weights: dict[str, dict[str, float]] = {}
    for (group, feature), value in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        weights.setdefault(group, {})[feature] = float(value)
    return Weights(float(model.intercept_[0]), weights)


def held_out(
    examples: Sequence[Example], fitted: Callable[[Sequence[Example]], Weights]
) -> Iterator[tuple[float, bool]]:
    """For each example its log-odds by weights fitted without its report, and whether it holds."""
    reports = sorted({one.report for one in examples})
    for fold in range(FOLDS):
        apart = set(reports[fold::FOLDS])
        weights = fitted([one for one in examples if one.report not in apart])
        for one in examples:
            if one.report in apart:
                yield weights.log_odds(one.groups), one.holds

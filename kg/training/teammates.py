"""Learn from labelled reports who plays with whom: a logistic regression over pairs of mentions."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from kg.blocks import Kind as BlockKind
from kg.blocks import cut
from kg.errors import InputError
from kg.frames import find_frames
from kg.language import Reader
from kg.mentions import find_mentions
from kg.names.known import KnownNames
from kg.passages import Passages, place, read_passages, sides_of_mentions
from kg.teammates import pairs
from kg.teammates.features import Features, features, passage
from kg.teammates.model import WEIGHTS, Weights, write_weights

SEEN = 3  # pairs that must have a feature
STRENGTH = 0.02  # inverse of the penalty on large weights
FOLDS = 5
SCORES = "teammates-scores.json"


Feature = tuple[str, str]  # its group, and itself


@dataclass(frozen=True)
class Pair:
    """Two who are named in one sentence: the report, the features, whether they are of one team."""

    report: str
    features: frozenset[Feature]
    together: bool

    @property
    def groups(self) -> Iterator[Features]:
        """The features, each as a group of its own."""
        return ((group, {feature}) for group, feature in self.features)


def train(folder: Path, out: Path, reader: Reader, known: KnownNames) -> Path:
    """Fit the weights on the labelled reports of a folder and write them to the folder `out`.

    Beside them stand the scores of a cross-validation by reports: how many pairs there were, and
    which share of them was right for those the model is sure of (log-odds beyond 1, beyond 2).

    Raises:
        InputError: the folder holds no labelled report.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(
            str(folder), "the folder has no labelled report", "give one with .txt files"
        )
    read = (passages for file in files for passages in read_passages(file))
    learnt = [pair for passages in read for pair in labelled_pairs(passages, reader, known)]
    out.mkdir(parents=True, exist_ok=True)
    write_weights(fit(learnt), out / WEIGHTS)
    scores = json.dumps(cross_validate(learnt), indent=1)
    (out / SCORES).write_text(scores + "\n", encoding="utf-8")
    return out


def labelled_pairs(passages: Passages, reader: Reader, known: KnownNames) -> Iterator[Pair]:
    """The pairs of a labelled report."""
    document = reader.read(passages.report, cut(passages.report))
    scene = find_mentions(document, known)
    sides = sides_of_mentions(scene, passages)
    for sentence in document.sentences:
        if sentence.block.kind is not BlockKind.PROSE:
            continue
        mentions = scene.of(sentence.number)
        here = passage(sentence, mentions, find_frames(sentence, mentions, frozenset()))
        for one, other in pairs(here):
            labels = [sides.get(place(here.mentions[i])) for i in (one, other)]
            if None not in labels:
                told = frozenset(
                    (group, feature)
                    for group, held in features(one, other, here)
                    for feature in held
                )
                yield Pair(passages.report.id, told, labels[0] == labels[1])


def fit(learnt: Sequence[Pair]) -> Weights:
    """The weights that tell most of the pairs right, large ones held back."""
    seen = Counter(feature for pair in learnt for feature in pair.features)
    kept = [{f: 1 for f in sorted(pair.features) if seen[f] >= SEEN} for pair in learnt]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(vectorizer.fit_transform(kept), [pair.together for pair in learnt])
    weights: dict[str, dict[str, float]] = {}
    for (group, feature), weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        weights.setdefault(group, {})[feature] = float(weight)
    return Weights(float(model.intercept_[0]), weights)


def cross_validate(learnt: Sequence[Pair]) -> dict[str, float]:
    """The share of pairs told right by weights that were fitted without their report."""
    reports = sorted({pair.report for pair in learnt})
    told: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        held_out = set(reports[fold::FOLDS])
        weights = fit([pair for pair in learnt if pair.report not in held_out])
        told += [
            (weights.log_odds(pair.groups), pair.together)
            for pair in learnt
            if pair.report in held_out
        ]
    scores: dict[str, float] = {"reports": len(reports), "pairs": len(learnt)}
    for least in (0, 1, 2):
        sure = [(odds > 0) == together for odds, together in told if abs(odds) >= least]
        scores[f"beyond {least}: share of pairs"] = round(len(sure) / len(told), 3)
        scores[f"beyond {least}: right"] = round(sum(sure) / max(1, len(sure)), 3)
    return scores

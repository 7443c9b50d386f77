"""Learn from labelled reports who plays with whom, from pairs of mentions in one sentence."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from kg.blocks import Kind as BlockKind
from kg.blocks import cut
from kg.frames import find_frames
from kg.language import Reader
from kg.mentions import find_mentions
from kg.names.known import KnownNames
from kg.teammates import WEIGHTS, pairs
from kg.teammates.features import features, passage
from kg.training.passages import Passages, place, sides_of_mentions
from kg.training.regression import Example, fit, held_out, labelled_reports, ungrouped
from kg.weights import write_weights

STRENGTH = 0.02
SCORES = "teammates-scores.json"


def train(folder: Path, out: Path, reader: Reader, known: KnownNames) -> Path:
    """Fit the weights on the labelled reports of a folder and write them to the folder `out`.

    Beside them stand the scores of a cross-validation by reports: how many pairs there were, and
    which share of them was right for those the model is sure of (log-odds beyond 1, beyond 2).

    Raises:
        InputError: the folder holds no labelled report.
    """
    read = labelled_reports(folder)
    learnt = [pair for passages in read for pair in labelled_pairs(passages, reader, known)]
    out.mkdir(parents=True, exist_ok=True)
    write_weights(fit(learnt, STRENGTH), out / WEIGHTS)
    scores = json.dumps(cross_validate(learnt), indent=1)
    (out / SCORES).write_text(scores + "\n", encoding="utf-8")
    return out


def labelled_pairs(passages: Passages, reader: Reader, known: KnownNames) -> Iterator[Example]:
    """The pairs of a labelled report, and whether they are of one team."""
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
                told = ungrouped(features(one, other, here))
                yield Example(passages.report.id, told, labels[0] == labels[1])


def cross_validate(learnt: Sequence[Example]) -> dict[str, float]:
    """The share of pairs told right by weights that were fitted without their report."""
    told = list(held_out(learnt, partial(fit, strength=STRENGTH)))
    scores: dict[str, float] = {
        "reports": len({pair.report for pair in learnt}),
        "pairs": len(learnt),
    }
    for least in (0, 1, 2):
        sure = [(odds > 0) == together for odds, together in told if abs(odds) >= least]
        scores[f"beyond {least}: share of pairs"] = round(len(sure) / len(told), 3)
        scores[f"beyond {least}: right"] = round(sum(sure) / max(1, len(sure)), 3)
    return scores

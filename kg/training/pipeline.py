"""Train the English pipeline that ships with the package, from CoNLL-U treebanks."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    load_config,
)

from kg.errors import InputError
from kg.language.treebank import read_conllu, treebank_reader
from kg.paths import PACKAGE

RECIPE = PACKAGE / "model" / "recipe.cfg"
SEEN = 2  # times English must write a word in lower case for it to be common
FINISH_STEPS, FINISH_RATE, FINISH_BATCH = 1200, 0.0004, 1500
RATE_FALLS_OVER = 1600  # steps from the full rate to none
META = {
    "name": "football_kg",
    "description": "Tagger and parser for English that read a placeholder for each name.",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8,<4",
    "sources": [{"name": "UD English EWT"}, {"name": "UD English GUM"}],
}
RUNS = (r"[!?]{2,}", *(rf"{re.escape(sign)}{{2,}}" for sign in "-=*_#<>~"))
SCORES = ("tag_acc", "dep_uas", "dep_las", "sents_f", "speed")


def train(treebanks: Path, out: Path, *, max_steps: int | None = None) -> Path:
    """Train tagger and parser on the treebanks of a folder, `*-train.conllu` and `*-dev.conllu`.

    Writes to `out`: the spaCy pipeline into `pipeline/`, `common_words.txt`, the training logs
    `training.jsonl` and `finish.jsonl`, and `scores.json` with the accuracy on the joined dev files
    (shares of 1) and the speed (words/s).

    Raises:
        InputError: the folder holds no treebanks.
    """
    files = find_files(treebanks, "train")
    dev = ",".join(map(str, find_files(treebanks, "dev")))
    out.mkdir(parents=True, exist_ok=True)
    overrides: dict[str, str | int] = {
        "paths.train": ",".join(map(str, files)),
        "paths.dev": dev,
        "training.logger.output_file": str(out / "training.jsonl"),
    }
    if max_steps is not None:
        overrides["training.max_steps"] = max_steps
    nlp = init_nlp(load_config(RECIPE, overrides=overrides, interpolate=False))
    with TemporaryDirectory(dir=out) as work:
        first, second = Path(work) / "first", Path(work) / "second"
        first.mkdir()
        train_loop(nlp, first)
        finish(first / "model-best", second, out / "finish.jsonl", max_steps)
        pack(second / "model-last", out / "pipeline")
    (out / "common_words.txt").write_text("\n".join(common_words(files)) + "\n", encoding="utf-8")
    scores = evaluate(out / "pipeline", dev)
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    return out


def finish(pipeline: Path, out: Path, log: Path, max_steps: int | None) -> None:
    """Train on for a while at a falling rate, on the sentences as they are written, none masked."""
    out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.load(pipeline)
    config = nlp.config.copy()
    config["corpora"]["train"]["masked_share"] = 0.0
    config["training"]["max_steps"] = max_steps or FINISH_STEPS
    config["training"]["eval_frequency"] = FINISH_STEPS // 3
    config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1",
        "warmup_steps": 20,
        "total_steps": RATE_FALLS_OVER,
        "initial_rate": FINISH_RATE,
    }
    config["training"]["batcher"]["size"] = FINISH_BATCH
    config["training"]["logger"]["output_file"] = str(log)
    nlp.config = config
    train_loop(nlp, out)


def pack(pipeline: Path, out: Path) -> None:
    """Write a trained pipeline as it ships: our tokenizer, and none of the words it has met."""
    nlp = spacy.load(pipeline)
    cut_runs_whole(nlp)
    nlp.meta.update(META)
    config = nlp.config.copy()
    config["paths"].update(train=None, dev=None)  # those of the machine it was trained on
    config["training"]["logger"]["output_file"] = None
    nlp.config = config
    nlp.to_disk(out)
    pipes: tuple[Any, ...] = (nlp.get_pipe("tagger"), nlp.get_pipe("parser"))
    labels = {label for pipe in pipes for label in pipe.labels}
    strings = json.dumps(sorted(labels | {"ROOT"}))  # the features of words are hashes
    (out / "vocab" / "strings.json").write_text(strings, encoding="utf-8")


def cut_runs_whole(nlp: Language) -> None:
    """Let the tokenizer keep a run of one sign whole, as the treebanks do: "!!!", "----"."""
    tokenizer: Any = nlp.tokenizer
    rules = nlp.Defaults
    prefixes, suffixes = [*RUNS, *(rules.prefixes or ())], [*RUNS, *(rules.suffixes or ())]
    infixes = [*RUNS[1:], *(rules.infixes or ()), r"(?<=[A-Za-z])/(?=[A-Za-z])"]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def find_files(treebanks: Path, split: str) -> tuple[Path, ...]:
    """The CoNLL-U files of one split, sorted by name."""
    files = tuple(sorted(treebanks.glob(f"*-{split}.conllu")))
    if not files:
        raise InputError(
            str(treebanks), f"no *-{split}.conllu here", "give the folder of the treebanks"
        )
    return files


def common_words(files: Iterable[Path]) -> tuple[str, ...]:
    """The words the treebanks write in lower case, at least twice and not as a name; sorted."""
    counts = Counter(
        word.form
        for path in files
        for sentence in read_conllu(path)
        for word in sentence
        if word.form.isalpha() and word.form.islower() and word.pos != "PROPN"
    )
    return tuple(sorted(form for form, count in counts.items() if count >= SEEN))


def evaluate(pipeline: Path, dev: str) -> dict[str, float]:
    """The scores of a pipeline on treebanks (comma-separated paths), words cut by itself."""
    nlp = spacy.load(pipeline)
    scores = nlp.evaluate(list(treebank_reader(dev, masked_share=0.0, seed=0)(nlp)))
    return {name: round(float(scores[name]), 4) for name in SCORES}

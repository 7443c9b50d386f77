"""The recipe makes a pipeline, and the pipeline that ships keeps its promises."""

import json
import time
from pathlib import Path

import pytest
import spacy

from kg.errors import InputError
from kg.language import load_reader
from kg.language.treebank import mask_names, read_conllu
from kg.paths import model_folder
from kg.training.pipeline import cut_runs_whole, train

SENTENCE = """\
# text = Petter Ruud beat Hallvik, didn't he!!
1	Petter	Petter	PROPN	NNP	_	3	nsubj	_	_
2	Ruud	Ruud	PROPN	NNP	_	1	flat	_	_
3	beat	beat	VERB	VBD	_	0	root	_	_
4	Hallvik	Hallvik	PROPN	NNP	_	3	obj	_	SpaceAfter=No
5	,	,	PUNCT	,	_	3	punct	_	_
6-7	didn't	_	_	_	_	_	_	_	_
6	did	do	AUX	VBD	_	3	parataxis	_	_
7	n't	not	PART	RB	_	6	advmod	_	_
8	he	he	PRON	PRP	_	6	nsubj	_	SpaceAfter=No
9	!!	!!	PUNCT	.	_	3	punct	_	_

"""
SCORES = json.loads((model_folder().parent / "scores.json").read_text(encoding="utf-8"))


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    folder = tmp_path / "treebanks"
    folder.mkdir()
    for split in ("train", "dev"):
        (folder / f"own-{split}.conllu").write_text(SENTENCE * 40, encoding="utf-8")
    return folder


def test_conllu_is_read_with_joined_words(treebanks: Path) -> None:
    sentence = next(read_conllu(treebanks / "own-dev.conllu"))
    assert [(w.form, w.head, w.space_after) for w in sentence[5:8]] == [
        ("did", 2, False),
        ("n't", 5, True),
        ("he", 5, False),
    ]


def test_a_masked_name_is_one_word_with_the_place_of_the_whole(treebanks: Path) -> None:
    masked = mask_names(next(read_conllu(treebanks / "own-dev.conllu")))
    assert [w.form for w in masked] == ["Smith", "beat", "Smith", ",", "did", "n't", "he", "!!"]
    assert [(w.head, w.relation) for w in masked[:3]] == [(1, "nsubj"), (1, "ROOT"), (1, "obj")]


def test_the_recipe_makes_a_pipeline(treebanks: Path, tmp_path: Path) -> None:
    out = train(treebanks, tmp_path / "out", max_steps=2)
    doc = spacy.load(out / "pipeline")("Petter Ruud beat Hallvik!!")
    assert [token.text for token in doc] == ["Petter", "Ruud", "beat", "Hallvik", "!!"]
    assert all(token.tag_ and token.dep_ for token in doc)
    assert (out / "common_words.txt").read_text(encoding="utf-8").split() == ["beat", "did", "he"]
    assert json.loads((out / "scores.json").read_text(encoding="utf-8"))["tag_acc"] >= 0
    assert (out / "training.jsonl").exists()
    assert (out / "finish.jsonl").exists()


def test_a_folder_without_treebanks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \*-train\.conllu here; give the folder"):
        train(tmp_path, tmp_path / "out")


def test_runs_of_one_sign_are_one_word() -> None:
    nlp = spacy.blank("en")
    cut_runs_whole(nlp)
    assert [t.text for t in nlp("Goal!!! -- win/draw or not?")] == [
        *("Goal", "!!!", "--", "win", "/", "draw", "or", "not", "?")
    ]


def test_what_ships_is_as_good_as_promised() -> None:
    assert SCORES["tag_acc"] >= 0.946
    assert SCORES["dep_las"] >= 0.828


def test_what_ships_is_small_and_loads_at_once() -> None:
    files = [path for path in model_folder().rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 20_000_000
    start = time.process_time()
    spacy.load(model_folder())
    assert time.process_time() - start < 1


def test_the_logs_tell_how_it_was_trained() -> None:
    for log in ("training.jsonl", "finish.jsonl"):
        lines = (model_folder().parent / log).read_text(encoding="utf-8").splitlines()
        steps = [json.loads(line)["step"] for line in lines]
        assert steps == sorted(steps)
        assert len(steps) > 2


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no such spaCy pipeline"):
        load_reader("en_no_such_pipeline")

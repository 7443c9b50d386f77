"""Which names are those of teams: what was learnt, and from which labelled reports."""

import json
from pathlib import Path

import pytest
from readings import document_of

from kg.blocks import cut
from kg.errors import InputError
from kg.language import Reader
from kg.mentions.senses.team_names import WEIGHTS, log_odds_of_teams
from kg.paths import model_folder
from kg.pipeline import known_names, reader_for
from kg.training.passages import read_passages, team_names
from kg.training.team_names import SCORES, train
from kg.weights import load_weights, read_weights

PASSAGES = model_folder().parent / "passages"
FILES = sorted(PASSAGES.glob("*.txt"))
REPORT = "\n\n".join(
    (
        "A Jonas Kaba double fired Hallvik to a comfortable win over Brevik.",
        "Kaba headed in Nduri's corner. Brevik pressed, but Hallvik held out for the points.",
    )
)


@pytest.mark.parametrize(
    ("name", "is_team"), [("Hallvik", True), ("Brevik", True), ("Kaba", False)]
)
def test_uses_tell_a_team(name: str, is_team: bool) -> None:
    log_odds = log_odds_of_teams(document_of(REPORT))
    assert (log_odds[name] > 0) == is_team


def test_no_name_is_a_feature() -> None:
    known = {"Bellini", "Sorensen", "Hallvik", "Brevik", "Nduri", "Hansen", "Castlebar"}
    of = load_weights(WEIGHTS).of
    features = (f"{group} {feature}" for group in of for feature in of[group])
    assert not [feature for feature in features if known.intersection(feature.split())]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_labelled_reports_name_their_teams(file: Path) -> None:
    for passages in read_passages(file):
        marks = {(passages.report.text[first:last], side) for first, last, side in passages.marks}
        assert passages.teams <= {text for text, _ in marks}, passages.report.id
        assert {side for text, side in marks if text in passages.teams} >= {"B"}, passages.report.id


def test_names_are_labelled() -> None:
    (first, *_) = read_passages(FILES[0])
    labels = team_names(reader().read(first.report, cut(first.report)), first)
    assert labels["Hallvik"]
    assert not labels["Osei Duku"]


def test_training_makes_weights(tmp_path: Path) -> None:
    folder = tmp_path / "passages"
    folder.mkdir()
    reports = FILES[0].read_text(encoding="utf-8").split("\n---\n")[:6]
    (folder / "few.txt").write_text("\n---\n".join(reports), encoding="utf-8")
    train(folder, tmp_path / "out", reader())
    assert read_weights(tmp_path / "out" / WEIGHTS).of
    assert json.loads((tmp_path / "out" / SCORES).read_text(encoding="utf-8"))["reports"] == 6


def test_training_without_reports_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no labelled report"):
        train(tmp_path, tmp_path, reader())


def test_what_ships_was_learnt_from_what_ships() -> None:
    scores = json.loads((PASSAGES.parent / SCORES).read_text(encoding="utf-8"))
    assert scores["reports"] == sum(1 for file in FILES for _ in read_passages(file))
    assert scores["teams found"] > 0.8 * scores["teams"]
    assert scores["others taken for teams"] < 0.2 * scores["teams"]


def reader() -> Reader:
    return reader_for(known_names())

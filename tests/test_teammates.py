"""Who plays with whom: the parts people play, what was learnt, and from which labelled reports."""

import json
from pathlib import Path

import pytest
from readings import scene_of

from kg.blocks import Layout
from kg.errors import InputError
from kg.frames import find_frames
from kg.language import Reader
from kg.mentions import find_mentions
from kg.paths import model_folder
from kg.pipeline import known_names, reader_for
from kg.teammates import WEIGHTS, Likeness, likeness, pairs, passage
from kg.teammates.parts import parts_of
from kg.training.passages import place, read_passages, sides_of_mentions, unmark
from kg.training.teammates import SCORES, train
from kg.weights import Weights, load_weights, read_weights, write_weights

CAST = (
    "Hosts Hallvik won 2-0 against Brevik on Saturday.\n\n"
    "Hallvik striker Marco Bellini, winger Kwame Nduri and Brevik defender Jon Sorensen were fit, "
    "as was goalkeeper Piet Hansen.\n\n"
)
PASSAGES = model_folder().parent / "passages"
FILES = sorted(PASSAGES.glob("*.txt"))


def likenesses_of(text: str) -> list[Likeness]:
    scene = scene_of(CAST + text)
    sentence = next(s for s in scene.document.sentences if s.start >= len(CAST))
    mentions = scene.of(sentence.number)
    frames = find_frames(sentence, mentions, frozenset())
    here = passage(sentence, mentions, frames)
    return [likeness(one, other, here) for one, other in pairs(here)]


def side_told(text: str, name: str) -> str | None:
    scene = scene_of(CAST + text)
    sentence = next(s for s in scene.document.sentences if s.start >= len(CAST))
    mentions = scene.of(sentence.number)
    (mention,) = [m for m in mentions if m.text == name]
    parts = parts_of(mention, find_frames(sentence, mentions, frozenset()))
    return next((part.side for part in parts if part.side), None)


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Bellini headed over from close range.", "Bellini", "attack"),
        ("Bellini headed clear.", "Bellini", "defence"),
        ("Bellini's header went wide.", "Bellini", "attack"),
        ("Sorensen's challenge was late.", "Sorensen", "defence"),
        ("Sorensen's loose pass was picked up.", "Sorensen", "defence"),
        ("Bellini slotted the ball past Hansen.", "Hansen", "defence"),
        ("The shot was saved by Hansen.", "Hansen", "defence"),
        ("Nduri's cross was met by Bellini.", "Nduri", "attack"),
        ("Sorensen brought down Bellini.", "Sorensen", "defence"),
        ("Sorensen brought down Bellini.", "Bellini", "attack"),
        ("The ball dropped to Bellini.", "Bellini", "attack"),
        ("Bellini was in the crowd.", "Bellini", None),
        # Words that seem to tell a part, and do not.
        ("Nduri fired just over and Bellini celebrated.", "Bellini", None),
        ("There were scenes of joy for Bellini and the away supporters.", "Bellini", None),
    ],
)
def test_part_in_play(text: str, name: str, side: str | None) -> None:
    assert side_told(text, name) == side


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Bellini headed over from Nduri's cross.", True),
        ("Nduri set up Bellini for a low drive.", True),
        ("Bellini came on for Nduri with ten minutes left.", True),
        ("Bellini's low drive was saved by Hansen.", False),
        ("Sorensen brought down Bellini on the edge of the area.", False),
        ("Bellini beat Sorensen and shot wide.", False),
    ],
)
def test_likeness(text: str, together: bool) -> None:
    (found,) = likenesses_of(text)
    assert (found.log_odds > 0) == together


def test_no_name_is_a_feature() -> None:
    known = {"Bellini", "Sorensen", "Hallvik", "Brevik", "Nduri", "Hansen"}
    of = load_weights(WEIGHTS).of
    features = (f"{group} {feature}" for group in of for feature in of[group])
    assert not [feature for feature in features if known.intersection(feature.split())]


def test_names_do_not_matter() -> None:
    one = likenesses_of("Bellini headed over from Nduri's cross.")
    other = likenesses_of("Nduri headed over from Bellini's cross.")
    assert [pair.log_odds for pair in one] == [pair.log_odds for pair in other]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_labelled_reports_are_whole(file: Path) -> None:
    for passages in read_passages(file):
        sides = {side for _, _, side in passages.marks}
        assert {"A", "B"} <= sides <= {"A", "B", "N"}, passages.report.id
        marked = [passages.report.text[first:last] for first, last, _ in passages.marks]
        assert all(text == text.strip() for text in marked), passages.report.id


def test_marks_become_sides() -> None:
    text = "{A|Hallvik} beat {B|Brevik} 2-0. {A|Marco Bellini} scored and {A|Bellini} shot wide."
    passages = unmark("own", text, "own.txt")
    assert passages.report.text.startswith("Hallvik beat Brevik 2-0. Marco Bellini")
    known = known_names()
    scene = find_mentions(reader().read(passages.report, Layout((), None, None)), known)
    assert sides_of_mentions(scene, passages) == {}
    scene = scene_of(passages.report.text)
    sides = sides_of_mentions(scene, passages)
    named = {m.text: sides.get(place(m)) for m in scene.mentions}
    assert (named["Hallvik"], named["Brevik"], named["Bellini"]) == ("A", "B", "A")


def test_stray_brace_is_wrong_input() -> None:
    with pytest.raises(InputError, match="stray brace"):
        unmark("own", "{C|Kaba} shot.", "own.txt")


def test_weights_are_kept(tmp_path: Path) -> None:
    of = {"word": {"save": -0.754, "the": 0.001}, "top": {"the": 0.001}}
    write_weights(Weights(0.25, of), tmp_path / WEIGHTS)
    assert read_weights(tmp_path / WEIGHTS) == Weights(0.25, {"word": {"save": -0.75}})


def test_unknown_features_say_nothing() -> None:
    weights = Weights(0.25, {"word": {"save": -1.0, "meet": 0.5}})
    assert weights.log_odds([("word", {"save", "the"}), ("top", {"save"})]) == -0.75


def test_training_makes_weights(tmp_path: Path) -> None:
    folder = tmp_path / "passages"
    folder.mkdir()
    reports = FILES[0].read_text(encoding="utf-8").split("\n---\n")[:6]
    (folder / "few.txt").write_text("\n---\n".join(reports), encoding="utf-8")
    train(folder, tmp_path / "out", reader(), known_names())
    assert read_weights(tmp_path / "out" / WEIGHTS).of
    scores = json.loads((tmp_path / "out" / SCORES).read_text(encoding="utf-8"))
    assert scores["reports"] == 6


def test_training_without_reports_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no labelled report"):
        train(tmp_path, tmp_path, reader(), known_names())


def test_what_ships_was_learnt_from_what_ships() -> None:
    scores = json.loads((PASSAGES.parent / SCORES).read_text(encoding="utf-8"))
    assert scores["reports"] == sum(1 for file in FILES for _ in read_passages(file))
    assert scores["beyond 1: right"] > 0.8


def reader() -> Reader:
    return reader_for(known_names())

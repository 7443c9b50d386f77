"""Looking into the reading: what is seen in a sentence, and where a phrasing may be missing."""

import csv
from pathlib import Path

import pytest

from kg.cli import run
from kg.facts import FACTS
from kg.facts.events import KINDS
from kg.look import CONDITIONS, Look, look, silent
from kg.phrasings import find, phrasings, unmet
from kg.pipeline import known_names, reader_for
from kg.report import to_report

READ = "Kaba headed home Nduri's cross after 12 minutes."
MISSED = "Bellini volleyed a cross from Nduri into the stand."
DENIED = "Lokat was not booked."


def seen(text: str) -> Look:
    known = known_names()
    return look(to_report(text, "report"), reader_for(known), known)


def test_a_sentence_that_is_read() -> None:
    (sentence,) = seen(READ).sentences
    assert [m.text for m in sentence.mentions] == ["Kaba", "Nduri"]
    (frame,) = [one for one in sentence.frames if one.frame.trigger.text == "headed"]
    assert [(way.kind, ("scorer", "Kaba") in way.parts) for way in frame.read] == [("goal", True)]
    assert frame.nearest is None
    assert sentence.told == ("goal: Kaba 12', from Nduri, header",)
    assert sentence.left_out == ()


def test_a_sentence_that_is_not_read_shows_the_nearest_phrasing() -> None:
    (sentence,) = seen(MISSED).sentences
    (frame,) = [one for one in sentence.frames if one.frame.trigger.text == "volleyed"]
    assert (sentence.told, frame.read) == ((), ())
    assert frame.nearest is not None
    assert frame.nearest.unmet
    assert set(frame.nearest.unmet) <= CONDITIONS.keys() or frame.nearest.unmet[0][:6] == "parts."


def test_what_is_left_out_has_its_reason() -> None:
    (sentence,) = seen(DENIED).sentences
    assert [(one.kind, str(one.reason)) for one in sentence.left_out] == [("card", "negated")]


def test_facts_of_a_whole_match() -> None:
    lead = "Hallvik beat Brevik 1-0 in the Premier League on Saturday."
    found = seen(f"{lead}\n\nHallvik striker {READ}")
    assert "match: Hallvik 1-0 Brevik" in found.facts
    assert "goal: Kaba 12' for Hallvik" in found.facts
    assert "membership: Nduri of Hallvik" in found.facts


def test_no_condition_fails_where_a_phrasing_fits() -> None:
    (sentence,) = seen(READ).sentences
    found = [match for one in sentence.frames for match in find("goal", [one.frame])]
    assert found
    assert all(list(unmet(match.phrasing, match.frame)) == [] for match in found)
    failing = [way for way in phrasings("card") if list(unmet(way, found[0].frame))]
    assert failing == list(phrasings("card"))


def test_silent_sentences() -> None:
    report = to_report(" ".join((READ, MISSED, DENIED)), "report")
    found = list(silent(report, seen(report.text)))
    assert {one.sentence for one in found} == {MISSED}
    assert "volley" in {one.trigger for one in found}


def test_every_kind_that_is_told_in_phrases_is_looked_at() -> None:
    words = {getattr(fact, "word", "") for fact in FACTS} - {""}
    assert len(KINDS) == len(words)


# ------------------------------------------------------------------------------- the commands


def test_explain_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--text", f"{READ} {DENIED}"]) == 0
    said = capsys.readouterr().out
    assert "    headed   VBD  ROOT" in said
    assert "    headed (asserted), doer Kaba, owner Nduri, then “home {P} 's cross" in said
    assert "      reads as goal, “" in said
    assert "  told\n    goal: Kaba 12', from Nduri, header\n" in said
    assert "  left out\n    card: negated\n" in said


@pytest.mark.parametrize("line", [[], ["graph.trig"], ["graph.trig", "goal-1", "--text", READ]])
def test_explain_needs_to_know_what(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", *line]) == 2
    assert "it is not clear what to explain" in capsys.readouterr().err


def test_coverage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.txt").write_text(f"{MISSED} {READ}", encoding="utf-8")
    table = tmp_path / "silent.csv"
    assert run(["coverage", str(tmp_path), "--csv", str(table)]) == 0
    out, err = capsys.readouterr()
    assert f"\t{MISSED}\n" in out
    assert READ not in out
    assert "1 sentences in 1 reports look like football events and gave no fact" in err
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["report"] == "one"
    assert {row["trigger"] for row in rows} >= {"volley"}

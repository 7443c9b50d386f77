"""Sentences each kind of fact must be read from, and near misses it must not: tests/cases/*.toml.

A case is a text and the rows that the question of its kind answers, all of them; a row names the
columns it is about, and "" stands for what the graph must not say.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from readings import Row, graph_of, rows, unpaired

CASES = Path(__file__).parent / "cases"
# The question that shows a kind of fact, where it is not the plural of its name.
QUESTIONS = {"match": "matches", "penalty": "penalties", "disallowed_goal": "disallowed"}
QUESTIONS |= {"woodwork": "woodwork"}


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            marks = [pytest.mark.xfail(reason=case["fails"])] if "fails" in case else []
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}", marks=marks))
    return found


def question_of(kind: str) -> str:
    return QUESTIONS.get(kind, f"{kind}s")


@pytest.mark.parametrize(("kind", "case"), cases())
def test_case(kind: str, case: dict[str, Any]) -> None:
    told = rows(graph_of(case["text"]), question_of(kind))
    assert unpaired(case["facts"], told) == ([], []), f"told: {told}"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_file_has_readings_and_near_misses(path: Path) -> None:
    found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    assert any(case["facts"] for case in found)
    assert any(not case["facts"] for case in found)


def test_pairing_finds_what_is_missing_and_what_is_too_much() -> None:
    told: list[Row] = [{"player": "Kaba", "minute": "13"}, {"player": "Bell", "minute": None}]
    assert unpaired([{"player": "Kaba"}, {"player": "Bell", "minute": ""}], told) == ([], [])
    assert unpaired([{"player": "Kaba", "minute": "14"}], told[:1]) == (
        [{"player": "Kaba", "minute": "14"}],
        told[:1],
    )
    assert unpaired([{"player": "Kaba"}, {"player": "Kaba"}], told[:1])[0] == [{"player": "Kaba"}]

"""Confidence: how it is measured, and that the curves that ship keep what they promise."""

import json
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import facts
from kg.cli import run
from kg.graph.confidence import ANY, Curve, curves, trust
from kg.score.calibration import KINDS, Group, Said, draw, error, observe, reliability
from kg.score.curves import fit_curves, to_toml
from kg.vocabulary import terms

SHARES = st.floats(0, 1)
REPORT = """Hallvik beat Brevik 1-0 on Saturday.

Hallvik striker Samuel Kaba scored in the 12th minute.
"""
GOLD = {
    "names": {"Samuel Kaba": ["Kaba"]},
    "matches": [{"home": "Hallvik", "away": "Brevik", "home_goals": 1, "away_goals": 0}],
    "goals": [{"scorer": "Samuel Kaba", "team": "Hallvik", "minute": "13", "kind": "regular"}],
}


def said(count: int, right: int, confidence: float) -> list[Said]:
    """So many goals told with a confidence, so many of them right."""
    return [Said("Goal", "scoredBy", confidence, number < right) for number in range(count)]


# ------------------------------------------------------------------------------- the curves


@pytest.mark.parametrize("name", curves())
def test_curve_rises(name: str) -> None:
    curve = curves()[name]
    assert len(curve.said) == len(curve.right) > 0
    assert all(low < high for low, high in pairwise(curve.said))
    assert all(low <= high for low, high in pairwise(curve.right))
    assert all(0 < share < 1 for share in curve.right)


def test_curves_are_of_what_there_is() -> None:
    classes = {fact.__name__ for fact in facts.FACTS}
    assert set(KINDS.values()) <= classes
    for name in curves().keys() - {ANY}:
        kind, _, term = name.partition(".")
        assert kind in classes
        assert not term or term in terms()


@given(SHARES, SHARES)
def test_what_is_told_with_more_is_trusted_more(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= trust("Goal", "scoredBy", low) <= trust("Goal", "scoredBy", high) <= 1


def test_curve_between_its_points_and_outside() -> None:
    curve = Curve((0.5, 0.9), (0.6, 0.8))
    shares = [curve.share(said) for said in (0.1, 0.5, 0.7, 0.9, 1.0)]
    assert shares == pytest.approx([0.6, 0.6, 0.7, 0.8, 0.8])
    assert curve.at(0.1) < curve.at(0.2), "no two figures become one"


def test_kind_without_a_curve_has_that_of_all() -> None:
    assert trust("Card", "shownTo", 0.9) == curves()[ANY].at(0.9)


# ------------------------------------------------------------------------------- measuring


def test_reliability_table() -> None:
    groups = reliability([*said(10, 9, 0.92), *said(4, 1, 0.55)])
    rounded = [replace(group, said=round(group.said, 6)) for group in groups]
    assert rounded == [Group(0.5, 0.6, 4, 0.55, 0.25), Group(0.9, 0.95, 10, 0.92, 0.9)]
    assert error(groups) == pytest.approx((4 * 0.3 + 10 * 0.02) / 14)


def test_fit_pools_what_does_not_rise() -> None:
    found = fit_curves([*said(40, 20, 0.5), *said(40, 36, 0.7), *said(40, 30, 0.9)])
    points = found["Goal"]
    assert [(confidence, count) for confidence, _, count in points] == [(0.5, 40), (0.8, 80)]
    low, high = (share for _, share, _ in points)
    assert low == pytest.approx(0.5, abs=0.02)
    assert high == pytest.approx(66 / 80, abs=0.02)
    assert "Goal.scoredBy" not in found, "it is all there is of its kind"


def test_fit_needs_enough() -> None:
    few = [Said("Card", "shownTo", 0.9, True)] * 5
    assert set(fit_curves([*said(40, 20, 0.5), *few])) == {"Goal", ANY}


def test_curves_are_written_as_they_are_read() -> None:
    found = fit_curves([*said(40, 20, 0.5), *said(40, 36, 0.7)])
    read = tomllib.loads(to_toml(found, 3))["curve"]
    assert read["Goal"]["said"] == [0.5, 0.7]
    assert read["Goal"]["facts"] == [40, 40]


def test_observations_of_a_report() -> None:
    from readings import graph_of

    from kg.score import score
    from kg.score.gold import Gold, rows_of
    from kg.score.names import to_names
    from kg.score.tables import TABLES

    gold_rows: dict[str, Any] = dict(GOLD)
    tables = {t.name: tuple(rows_of(t, gold_rows[t.name])) for t in TABLES if t.name in GOLD}
    gold = Gold("one", to_names({"Samuel Kaba": ["Kaba"]}), tables, {})
    graphs = {"one": graph_of(REPORT)}
    observed = observe(score([gold], graphs).compared, graphs)
    found = {(one.kind, one.term): one.right for one in observed}
    assert found["Goal", "scoredBy"]
    assert found["Goal", "forTeam"]
    assert not found["Goal", "atMinute"]
    assert found["MatchFact", "firstScore"]


# ------------------------------------------------------------------------------- the command


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_picture(suffix: str, tmp_path: Path) -> None:
    draw(reliability(said(10, 9, 0.92)), tmp_path / f"curve.{suffix}")
    assert (tmp_path / f"curve.{suffix}").stat().st_size > 0


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "one.txt").write_text(REPORT, encoding="utf-8")
    curve, data = tmp_path / "curve.svg", tmp_path / "confidence.toml"
    line = ["calibrate", "--gold", str(tmp_path), str(tmp_path / "one.txt")]
    assert run([*line, "-o", str(curve), "--fit", str(data)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("from\tto\tfacts\tmean_confidence\tshare_right\n")
    assert f"wrote {curve}\nwrote {data}\n" in err
    assert ANY in tomllib.loads(data.read_text(encoding="utf-8"))["curve"]


def test_graph_without_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "one.ttl").write_text("", encoding="utf-8")
    assert run(["calibrate", "--gold", str(tmp_path), str(tmp_path / "one.ttl")]) == 2
    assert "hold no evidence" in capsys.readouterr().err

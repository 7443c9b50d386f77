"""The plainest ways to tell of managers, matches to come and tables, each with every other."""

import re
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

from kg.reconcile import Reading

WAYS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "season_ways.toml").read_text("utf-8")
)
CAST = {"T": "Teruno", "B": "Bruckheim", "C": "Karstad", "M": "Ivo Mertens"}
NAMED = re.compile(r"(?<![\w-])[TBCM](?![\w-])")
LEAD = "8 March 2026\n\nTeruno beat Bruckheim 2-1 in the First League on Sunday."
REST = "Jannis Holm headed Teruno in front and Dario Selva equalised before Holm struck again."


def reading_with(way: str) -> Reading:
    """What a report says that ends with a way to tell something."""
    told = NAMED.sub(lambda name: CAST[name[0]], way)
    return reading_of("\n\n".join((LEAD, REST, f"Teruno were the happier. {told}")))


def fixtures(reading: Reading) -> list[tuple[list[str | None], bool]]:
    """The matches to come, each with its teams and whether it is told who is at home."""
    coming = (match for match in reading.matches if match.scheduled)
    return [([team.name if team else None for team in m.teams], m.home_known) for m in coming]


@pytest.mark.parametrize("way", WAYS["manages"])
def test_manager(way: str) -> None:
    told = [(m.person.name, m.team.name) for m in reading_with(way).managements]
    assert told == [("Ivo Mertens", "Teruno")]


@pytest.mark.parametrize("way", WAYS["manages_nobody"])
def test_no_manager(way: str) -> None:
    assert not reading_with(way).managements


@pytest.mark.parametrize("way", WAYS["home_next"])
def test_at_home_next(way: str) -> None:
    for when in WAYS["when"]:
        told = fixtures(reading_with(way.format(when=when)))
        assert told == [(["Teruno", "Karstad"], True)], when


@pytest.mark.parametrize("way", WAYS["away_next"])
def test_away_next(way: str) -> None:
    for when in WAYS["when"]:
        told = fixtures(reading_with(way.format(when=when)))
        assert told == [(["Karstad", "Teruno"], True)], when


@pytest.mark.parametrize("way", WAYS["next_somewhere"])
def test_next(way: str) -> None:
    for when in WAYS["when"]:
        told = fixtures(reading_with(way.format(when=when)))
        assert [(set(teams), known) for teams, known in told] == [({"Teruno", "Karstad"}, False)], (
            when
        )


@pytest.mark.parametrize("way", WAYS["nothing_next"])
def test_nothing_next(way: str) -> None:
    assert not fixtures(reading_with(way))


@pytest.mark.parametrize(("way", "rank"), list(product(WAYS["placed"], WAYS["rank"])))
def test_place(way: str, rank: str) -> None:
    standings = reading_with(way.format(rank=rank)).standings
    told = {s.team.name: s.rank for s in standings if s.team.name != "Karstad"}
    assert told == {"Teruno": WAYS["rank"][rank]}


@pytest.mark.parametrize(("way", "rank"), list(product(WAYS["not_placed"], WAYS["rank"])))
def test_no_place(way: str, rank: str) -> None:
    assert not reading_with(way.format(rank=rank)).standings

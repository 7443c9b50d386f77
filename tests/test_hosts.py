"""The ways to tell which side is at home, and what leaves it open: tests/hosts.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from readings import reading_of

WAYS = tomllib.loads((Path(__file__).parent / "hosts.toml").read_text("utf-8"))["ways"]
CAST = {"H": "Teruno", "A": "Bruckheim", "G": "the Vesta Stadium"}
BODY = "Sam Lund opened the scoring in the 12th minute, and Jon Vold hit the post late on."


PLAYERS = "H beat A 2-1. H striker Sam Lund scored first, and Jon Vold of A hit the post late on."


def host(way: str) -> str | None:
    """The home side of a report that opens with a way."""
    lead = re.sub(r"\b[HAG]\b(?!-)", lambda name: CAST[name[0]], way)
    main = reading_of(f"{lead}\n\n{BODY}").matches[0]
    first = main.teams[0]
    return first.name if main.home_known and first else None


@pytest.mark.parametrize("way", WAYS["home"])
def test_who_is_at_home_is_told(way: str) -> None:
    assert host(way) == "Teruno"


@pytest.mark.parametrize("way", WAYS["open"])
def test_who_is_at_home_is_left_open(way: str) -> None:
    assert host(way) is None


@pytest.mark.parametrize("way", WAYS["by_players"])
def test_who_is_at_home_is_told_by_players(way: str) -> None:
    assert host(f"{PLAYERS}\n\n{way}") == "Teruno"


@pytest.mark.parametrize("way", WAYS["not_by_players"])
def test_who_is_at_home_is_left_open_by_players(way: str) -> None:
    assert host(f"{PLAYERS}\n\n{way}") is None

"""Plain sentences that tell who plays with whom, or for which team, and what they must draw."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from readings import scene_of

from kg.facts import find_tellings
from kg.facts.relations import Bond, Leaning, Relation
from kg.facts.relations.pressed import Way, ways

WAYS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "allegiance.toml").read_text("utf-8"))
CAST = {"T": "Teruno", "P": "Jannis Holm", "Q": "Karim Dover"}
NAMED = re.compile(r"(?<![\w-])[TPQ](?![\w-])")
CLEAR = 0.25  # weight from which a sentence tells something
OPENING = (
    "Teruno and Bruckheim drew 1-1 at the Nordpark on Tuesday night.\n\n"
    "Ortega shot wide for Teruno after four minutes. Lund replied for Bruckheim with a header over "
    "the bar.\n\n"
    "Midfielder Jannis Holm, 24, was fit again. Midfielder Karim Dover, 27, had trained all week."
)


def relations(way: str) -> tuple[Relation, ...]:
    """All that a report with a sentence tells of who plays with whom."""
    sentence = NAMED.sub(lambda name: CAST[name[0]], way)
    tellings = find_tellings(scene_of(f"{OPENING}\n\n{sentence}.\n"))
    return (*tellings.bonds, *tellings.leanings)


def together(way: str) -> float:
    """How far P and Q are held together (positive) or apart."""
    bonds = (r for r in relations(way) if isinstance(r, Bond))
    both = [b for b in bonds if {b.one.name, b.other.name} == {CAST["P"], CAST["Q"]}]
    return sum(b.weight if b.same else -b.weight for b in both)


def drawn_to_team(way: str) -> float:
    """How far P is drawn to T (positive) or to its opponent."""
    drawn = [r for r in relations(way) if isinstance(r, Leaning) and r.person.name == CAST["P"]]
    return sum(r.weight if r.team.name == CAST["T"] else -r.weight for r in drawn)


def signed(held: str, apart: str) -> list[tuple[str, int]]:
    """The ways of two lists, those that hold together with 1 and those that part with -1."""
    return [*((way, 1) for way in WAYS[held]), *((way, -1) for way in WAYS[apart])]


@pytest.mark.parametrize(("way", "sign"), signed("together", "apart"))
def test_two_play_together_or_apart(way: str, sign: int) -> None:
    assert sign * together(way) > CLEAR


@pytest.mark.parametrize(("way", "sign"), signed("of_team", "against_team"))
def test_player_is_of_a_team_or_against_it(way: str, sign: int) -> None:
    assert sign * drawn_to_team(way) > CLEAR


@pytest.mark.parametrize("way", WAYS["neither"])
def test_neither(way: str) -> None:
    assert abs(together(way)) <= 1


PRESSED = [
    (way, text, wanted)
    for way in ways().all
    for texts, wanted in ((way.reads, True), (way.spares, False))
    for text in texts
]


@pytest.mark.parametrize(("way", "text", "wanted"), PRESSED, ids=[text for _, text, _ in PRESSED])
def test_team_is_pressed(way: Way, text: str, wanted: bool) -> None:
    shown = re.sub(r"\bT\b", "<T>", re.sub(r"('s\b|[.,])", r" \1", text))
    assert (way.pattern.search(shown) is not None) == wanted

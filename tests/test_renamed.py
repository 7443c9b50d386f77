"""Other names, same graph: with everybody renamed the seed reports say the same as before."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from rdflib import Dataset
from readings import reading_of, rows

from kg.fuse import fuse
from kg.graph import build_graph
from kg.pipeline import known_names
from kg.query import questions
from kg.report import read_report

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds" / "reports").glob("*.txt"))
SETS = tomllib.loads((Path(__file__).parent / "renamed.toml").read_text(encoding="utf-8"))
PLAYERS = (
    *("Cristian Romero", "Alexander Scholz", "Sory Kaba", "Duvan Zapata", "Jesper Hansen"),
    *("Hans Hateboer", "Anders Dreyer", "Berat Djimsiti", "Paulinho", "Robin Gosens"),
    "Joel Andersson",
)
CLUBS = ("Atalanta", "Midtjylland", "Ajax", "Liverpool", "Hellas Verona")
SLIP = "Atlanta"
GROUNDS = ("Gewiss Stadium", "Anfield")
CITIES = ("Bergamo", "Amsterdam")
CUT_OFF = re.compile(
    r"\b(FC )(Midtj\w{0,5})(?=\.\.\.)"
)  # a caption that ends in the middle of a name
# The first writes two teams in the order of the alphabet; the figures of the second hang a little
# on how far a name looks like one of a person.
APART = frozenset({"head_to_head", "confidence"})


def renaming(name: str) -> Mapping[str, str]:
    """Each old name, and each form of it in the reports, with its new one."""
    new = SETS[name]
    full = dict(zip(PLAYERS, new["players"], strict=True))
    surnames = {old.split(" ", 1)[-1]: fresh.split(" ", 1)[-1] for old, fresh in full.items()}
    clubs = dict(zip(CLUBS, new["clubs"], strict=True))
    cities = dict(zip(CITIES, new["cities"], strict=True))
    towns = {old.upper(): fresh.upper() for old, fresh in cities.items()}
    club = clubs["Midtjylland"]
    # "FC AC Nubro" is no name.
    affixed = {"FC Midtjylland": club if " " in club else f"FC {club}"}
    grounds = dict(zip(GROUNDS, new["grounds"], strict=True))
    return surnames | full | clubs | affixed | {SLIP: new["slip"]} | grounds | cities | towns


def rename(text: str, new: Mapping[str, str]) -> str:
    """The text with every name replaced; a cut-off name is cut off where the old one was."""

    def cut(found: re.Match[str]) -> str:
        whole = new["FC Midtjylland"]
        return whole[: len(found.group()) + whole.count(" ") - 1] if " " in whole else whole

    text = CUT_OFF.sub(cut, text)
    names = sorted(new, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return pattern.sub(lambda found: new[found.group()], text)


@cache
def graph(name: str, reports: str) -> Dataset:
    """The graph of "first", "second" or "both" reports under a set of names ("" for their own)."""
    chosen = {"first": SEEDS[:1], "second": SEEDS[1:], "both": SEEDS}[reports]
    new = renaming(name) if name else {}
    texts = [(path.stem, read_report(path).text) for path in chosen]
    readings = [reading_of(rename(text, new) if new else text, stem) for stem, text in texts]
    return build_graph(fuse(readings, known_names()))


@pytest.mark.parametrize("reports", ["first", "second", "both"])
@pytest.mark.parametrize("name", SETS)
def test_same_graph_under_other_names(name: str, reports: str) -> None:
    new = renaming(name)
    old = {tuple(rename(cell, new) for cell in row) for row in answers("", reports)}
    now = set(answers(name, reports))
    assert (sorted(old - now), sorted(now - old)) == ([], [])


@cache
def answers(name: str, reports: str) -> tuple[tuple[str, ...], ...]:
    """Every row of every question, the name of the question first."""
    return tuple(
        (question.name, *(value or "" for value in row.values()))
        for question in questions()
        if question.name not in APART
        for row in rows(graph(name, reports), question.name)
    )


@pytest.mark.parametrize("name", SETS)
def test_no_old_name_is_left(name: str) -> None:
    text = " ".join(rename(read_report(path).text, renaming(name)) for path in SEEDS)
    left = [word for old in (*PLAYERS, *CLUBS, SLIP, *GROUNDS, *CITIES) for word in old.split()]
    left = [word for word in left if word not in ("Stadium",)]
    new = " ".join(renaming(name).values())
    assert [word for word in left if re.search(rf"\b{word}", text) and word not in new] == []
    assert "Midtj" not in text

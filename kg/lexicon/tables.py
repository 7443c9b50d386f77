"""Read the word lists of this folder: TOML files, each read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def content(file: str) -> dict[str, Any]:
    """Everything in `FILE.toml`."""
    return tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


@cache
def table(file: str, section: str) -> dict[str, frozenset[str]]:
    """The word lists of one section of `FILE.toml`, each a set."""
    return {name: frozenset(words) for name, words in content(file)[section].items()}


@cache
def weights(file: str) -> dict[str, float]:
    """How much each cue of `FILE.toml` weighs: its section `weights`."""
    return {cue: float(weight) for cue, weight in content(file)["weights"].items()}


@cache
def in_order(file: str, name: str) -> tuple[str, ...]:
    """One word list at the top level of `FILE.toml`, in the order it is written."""
    return tuple(content(file)[name])


@cache
def words(file: str, name: str) -> frozenset[str]:
    """One word list at the top level of `FILE.toml`."""
    return frozenset(in_order(file, name))

"""Read word lists and patterns: TOML files, each read once.

A long pattern runs over several lines: a line break in it, and what indents the next line, stand
for nothing.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FOLD = re.compile(r"\n[ \t]*")


@cache
def content(file: str) -> dict[str, Any]:
    """Everything in `FILE.toml`."""
    return read(FOLDER / f"{file}.toml")


def read(path: Path) -> dict[str, Any]:
    """Everything in a TOML file of word lists and patterns."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: unfolded(value) for name, value in content.items()}


def unfolded(value: Any) -> Any:
    """A value of a file with the patterns in it each in one line."""
    if isinstance(value, str):
        return FOLD.sub("", value)
    if isinstance(value, list):
        return [unfolded(one) for one in value]
    return {k: unfolded(v) for k, v in value.items()} if isinstance(value, dict) else value


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

"""The files that say how a kind of fact is told: `kg/facts/KIND.toml`, and those it names.

Where there is much to say, the file of a kind names others in a folder of its own, in the order in
which they are tried: `kg/facts/goal.toml` names `kg/facts/goal/own_goal.toml`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.lexicon import read

FOLDER = Path(__file__).parents[1] / "facts"
SHARED = Path(__file__).with_name("macros.toml")


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of facts that have files of their own, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def written(kind: str, section: str) -> tuple[Mapping[str, Any], ...]:
    """The entries of a section ("phrasing", "telling") in all files of a kind, in order."""
    contents = (read(FOLDER / f"{kind}.toml"), *(read(path) for path in parts_of(kind)))
    return tuple(entry for content in contents for entry in content.get(section, ()))


@cache
def macros(kind: str) -> Mapping[str, str]:
    """The macros that the files of a kind may use: those of all kinds, and its own."""
    own = read(FOLDER / f"{kind}.toml").get("macros", {})
    return {**read(SHARED)["macros"], **own}


def parts_of(kind: str) -> tuple[Path, ...]:
    """The files that the file of a kind names."""
    names = read(FOLDER / f"{kind}.toml").get("files", ())
    return tuple(FOLDER / kind / f"{name}.toml" for name in names)

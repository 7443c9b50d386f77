"""Patterns over words: the section `patterns` of a file of the lexicon, and one by itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from kg.lexicon.macros import spelled_out
from kg.lexicon.tables import content


@dataclass(frozen=True)
class Written:
    """A pattern as it is written, compiled when it is first tried: most are not in most reports."""

    text: str
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern for use."""
        return re.compile(self.text, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text that do not overlap."""
        return self.compiled.finditer(text)


@cache
def pattern(file: str, name: str, **macros: str) -> re.Pattern[str]:
    """A pattern of `FILE.toml`, the macros of the file and those given written out.

    A list of ways is any of them.
    """
    ways = content(file)["patterns"][name]
    text = ways if isinstance(ways, str) else "|".join(f"(?:{way})" for way in ways)
    return re.compile(spelled_out(text, macros_of(file) | macros))


def entries(file: str, section: str, **macros: str) -> Iterator[Mapping[str, Any]]:
    """The entries of a section of `FILE.toml`, each with the macros in its pattern written out.

    Where there are many, the file names others in a folder of its own: `FILE/PART.toml`.
    """
    known = macros_of(file) | macros
    for part in (file, *(f"{file}/{name}" for name in content(file).get("files", ()))):
        for entry in content(part).get(section, ()):
            yield {**entry, "pattern": spelled_out(entry["pattern"], known)}


def macros_of(file: str) -> dict[str, str]:
    """The macros of `FILE.toml`."""
    return dict(content(file).get("macros", {}))

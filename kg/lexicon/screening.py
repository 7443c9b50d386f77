"""Patterns with a quick look ahead: they are tried where the words of a text may match them.

Hundreds of patterns look for what is told of tables, fixtures and managers, and most sentences hold
the words of none of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from kg.lexicon.patterns import Written, pattern
from kg.lexicon.questions import Questions, questions


class Patterned(Protocol):
    """What has a pattern."""

    @property
    def pattern(self) -> Written:
        """The pattern."""


T = TypeVar("T", bound=Patterned)


@dataclass(frozen=True)
class Screen(Generic[T]):
    """Things with a pattern, in order, and what their patterns ask of the words of a text."""

    all: tuple[T, ...]
    questions: Questions

    def passed(self, text: str) -> list[T]:
        """Those that a text may match, in their order."""
        return [self.all[place] for place in self.questions.answered(text)]


def screen(things: Iterable[T]) -> Screen[T]:
    """Things with a pattern, screened."""
    everything = tuple(things)
    return Screen(everything, questions(thing.pattern.text for thing in everything))


@dataclass(frozen=True)
class Guarded:
    """A slow pattern, tried where the words of a text may match it."""

    pattern: re.Pattern[str]
    questions: Questions

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text) if self.questions.met(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text that do not overlap."""
        return self.pattern.finditer(text) if self.questions.met(text) else iter(())


def guard(slow: re.Pattern[str]) -> Guarded:
    """A pattern, guarded."""
    return Guarded(slow, questions([slow.pattern]))


def guarded(file: str, name: str, **macros: str) -> Guarded:
    """A pattern of `FILE.toml`, guarded."""
    return guard(pattern(file, name, **macros))

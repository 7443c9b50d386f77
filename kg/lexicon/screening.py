"""Many patterns with a quick look ahead: which of them a text may match at all.

Hundreds of patterns look for what is told of tables, fixtures and managers, and most sentences hold
the words of none of them. What a word answers to all of them is worked out once and remembered: the
same words come back in every report, and one more pattern costs next to nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import combinations
from operator import or_
from typing import Generic, Protocol, TypeVar

from kg.lexicon.literals import Strings, needs_of
from kg.lexicon.patterns import Written

REMEMBERED = 50_000  # words: those of many reports


class Patterned(Protocol):
    """What has a pattern."""

    @property
    def pattern(self) -> Written:
        """The pattern."""


T = TypeVar("T", bound=Patterned)


@dataclass(frozen=True)
class Screen(Generic[T]):
    """Things with a pattern, in order, and what each asks of the words of a text.

    A question is which of several pieces of words there is; each has a bit. `asks` holds for each
    thing the bits of its questions, and `answers` gives those that a word answers.
    """

    all: tuple[T, ...]
    asks: tuple[int, ...]
    answers: Callable[[str], int]

    def passed(self, text: str) -> list[T]:
        """Those that a text may match, in their order."""
        unanswered = ~reduce(or_, map(self.answers, text.split(" ")))
        asked = zip(self.all, self.asks, strict=True)
        return [thing for thing, asks in asked if not asks & unanswered]


def screen(things: Iterable[T]) -> Screen[T]:
    """Things with a pattern, screened."""
    everything = tuple(things)
    bits: dict[Strings, int] = {}
    asks = []
    for thing in everything:
        questions = (pieces(strings) for strings in needs_of(thing.pattern.text))
        mine = [bits.setdefault(q, 1 << len(bits)) for q in questions if all(map(str.strip, q))]
        asks.append(reduce(or_, mine, 0))
    by_piece: dict[str, int] = {}
    for question, bit in bits.items():
        for piece in question:
            by_piece[piece] = by_piece.get(piece, 0) | bit
    return Screen(everything, tuple(asks), answering(by_piece))


def pieces(strings: Strings) -> Strings:
    """Of each string the longest piece of a word, with the spaces that bound it.

    >>> sorted(pieces(frozenset({"beat them on ", " lead"})))
    [' lead', ' them ']
    """
    return frozenset(max(words_of(one), key=lambda piece: len(piece.strip())) for one in strings)


def words_of(string: str) -> list[str]:
    """A string cut at its spaces, each piece with those beside it."""
    *ahead, last = string.split(" ")
    ended = [*(f"{word} " for word in ahead), last]
    return [ended[0], *(f" {word}" for word in ended[1:])]


def answering(by_piece: Mapping[str, int]) -> Callable[[str], int]:
    """A function that gives the questions that a word answers, by the pieces in it."""
    longest = max(map(len, by_piece), default=0)

    @lru_cache(REMEMBERED)
    def answers(word: str) -> int:
        text = f" {word.casefold()} "
        cuts = combinations(range(len(text) + 1), 2)
        held = (by_piece.get(text[i:j], 0) for i, j in cuts if j - i <= longest)
        return reduce(or_, held, 0)

    return answers

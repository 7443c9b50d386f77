"""What patterns ask of the words of a text, and what each word answers.

"(?:rose|climbed) to (?:second|third)" asks for one word with "rose" or "climbed" and for one with
"second" or "third". What a word answers to many patterns at once is worked out when it is first
met, and remembered: the same words come back in every report, and one more pattern costs little.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from itertools import combinations
from operator import and_, or_

from kg.lexicon.literals import NOTHING, Strings, needs_by_way, worth

MOST = 4  # questions of a way through a pattern: those that spare most
REMEMBERED = 20_000  # words: more than a report has


@dataclass(frozen=True)
class Questions:
    """What each way through some patterns asks, and what a word answers.

    An answer is MOST rows of bits, with a bit in each row for each way: whether its first question
    is answered, its second, and so on. `free` are the bits of the questions that a way has not, and
    `patterns` gives the place of the pattern that each way is through.
    """

    patterns: tuple[int, ...]
    free: int
    answers: Callable[[str], int]

    def met(self, text: str) -> int:
        """A bit for each way that a text may take through a pattern."""
        told = reduce(or_, map(self.answers, text.split(" ")), self.free)
        ways = len(self.patterns)
        return reduce(and_, [told >> row * ways for row in range(MOST)], (1 << ways) - 1)

    def answered(self, text: str) -> Iterable[int]:
        """The places of the patterns that a text may match, in order."""
        met = self.met(text)
        return dict.fromkeys([self.patterns[way] for way in ones(met)]) if met else ()

    @cached_property
    def ways_of(self) -> Mapping[int, int]:
        """The bits of the ways through each pattern, by its place."""
        found: dict[int, int] = {}
        for way, pattern in enumerate(self.patterns):
            found[pattern] = found.get(pattern, 0) | 1 << way
        return found


def questions(patterns: Iterable[str]) -> Questions:
    """What patterns ask of the words of a text."""
    ways = [(i, way) for i, pattern in enumerate(patterns) for way in needs_by_way(pattern)]
    by_piece: dict[str, int] = {}
    free = 0
    for place, (_, needs) in enumerate(ways):
        asked = [one for one in map(pieces, needs) if all(map(str.strip, one))]
        asked = sorted(sorted(asked, key=sorted), key=worth, reverse=True)[:MOST]
        for row, strings in enumerate((asked + [NOTHING] * MOST)[:MOST]):
            bit = 1 << row * len(ways) + place
            for piece in strings - NOTHING:
                by_piece[piece] = by_piece.get(piece, 0) | bit
            free |= bit if strings == NOTHING else 0
    return Questions(tuple(i for i, _ in ways), free, answering(by_piece))


def ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def pieces(strings: Strings) -> Strings:
    """Of each string the longest piece of a word, with the spaces that bound it.

    >>> sorted(pieces(frozenset({"be above ", " lead"})))
    [' above ', ' lead']
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

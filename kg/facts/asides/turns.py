"""What a report tells beside its match: records, earlier matches, the shoot-out.

"Bellini became the first player to score in three finals since Kaba netted in 1998" tells of no
goal of this match. The ways are data (`kg/lexicon/asides.toml`); each gives the reason with which
what it tells is turned down.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.language import Sentence
from kg.lexicon import Screen, Written, entries, pattern, screen
from kg.mentions import Scene

OTHER_MATCH = "another match"
BACK = pattern("asides", "back")
TURN = pattern("asides", "turn")
CLAUSE_ENDS = re.compile(r"[,;()–—]")


@dataclass(frozen=True)
class Way:
    """A way to turn to something else: its pattern, the reason, how far it reaches."""

    pattern: Written
    reason: str
    reach: str
    reads: tuple[str, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True)
class Aside:
    """A stretch of a report (offsets) that speaks of something else, and of what."""

    start: int
    end: int
    reason: str


@cache
def ways() -> Screen[Way]:
    """The ways of `asides.toml`."""
    return screen(
        Way(
            Written(entry["pattern"]),
            entry["reason"],
            entry["reach"],
            tuple(entry["reads"]),
            tuple(entry["spares"]),
        )
        for entry in entries("asides", "aside")
    )


def find_asides(scene: Scene) -> tuple[Aside, ...]:
    """Every stretch of a report that a way of `asides.toml` turns to something else."""
    sentences = scene.document.sentences
    return tuple(aside for sentence in sentences for aside in asides_in(sentence, sentences))


def asides_in(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Aside]:
    """The asides that begin in a sentence, one among those of its report."""
    for way in ways().passed(sentence.text):
        for found in way.pattern.finditer(sentence.text):
            start, end = span(way.reach, found, sentence.text)
            if way.reach == "paragraph":
                yield Aside(sentence.start + start, turns_back(sentence, sentences), way.reason)
            else:
                yield Aside(sentence.start + start, sentence.start + end, way.reason)


def turns_back(sentence: Sentence, sentences: Sequence[Sentence]) -> int:
    """Where a paragraph, or the rest of it, turns back to play from what a sentence began.

    "They went through on penalties. Kaba opened the scoring in the 14th minute."
    """
    later = (s for s in sentences[sentence.number + 1 :] if s.block == sentence.block)
    back = next((s for s in later if BACK.search(s.text)), None)
    return back.start if back else sentence.block.end


def span(reach: str, found: re.Match[str], text: str) -> tuple[int, int]:
    """Where an aside begins and ends in its sentence."""
    if reach == "whole":
        return 0, len(text)
    if reach == "clause before":
        breaks = [b.end() for b in CLAUSE_ENDS.finditer(text, 0, found.start())]
        return (breaks[-1] if breaks else 0), found.end()
    turn = TURN.search(text, found.end())
    return found.start(), turn.start() if turn else len(text)


def beside(asides: Sequence[Aside], place: int) -> str | None:
    """Why what stands at an offset of the report is none of the match, if it is in an aside."""
    return next((a.reason for a in asides if a.start <= place < a.end), None)

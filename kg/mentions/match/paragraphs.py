"""The paragraphs of a report with the names in them, and the results they open with.

A line of a result over a paragraph heads it: "Norheim 1, Dalby 1" in a round-up of matches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.blocks import Kind as BlockKind
from kg.language import Document, Sentence
from kg.lexicon import pattern, table
from kg.mentions.entities import Kind
from kg.mentions.senses.scorelines import SCORE
from kg.names.forms import plain
from kg.names.known import KnownNames

PLACES = (Kind.COMPETITION, Kind.STAGE, Kind.CITY, Kind.VENUE)  # the names that two matches share
OPENING = 2  # sentences of a passage in which its match is told

OF_OLD = pattern("results", "of_old")
OF_LAST = pattern("results", "of_last")
ELSEWHERE = pattern("results", "elsewhere")
OPENS = pattern("elsewhere", "opens")
OF_NEXT = pattern("results", "of_next")
HEADING = pattern("results", "heading")

Names = frozenset[frozenset[str]]  # each as its words


@dataclass(frozen=True)
class Naming:
    """What the names of a report name, and which of them the lists know: "Spurs" for Tottenham."""

    kinds: Mapping[str, Kind]
    known: KnownNames

    def words(self, name: str) -> frozenset[str]:
        """The words of a name; those of a known club's full one, however it is called."""
        club = self.known.club(name) if self.kinds.get(name) is Kind.TEAM else None
        return frozenset(plain(club.name if club else name).lower().split())

    def is_place(self, name: str) -> bool:
        """Whether a name is one that two matches may share: of a ground, a city, a competition."""
        return self.kinds.get(name) in PLACES


@dataclass(frozen=True)
class Paragraph:
    """The sentences of a block, and the names in them; `opening` are those it begins with.

    `result` are the names beside the first score in it; `elsewhere` that it opens with a word for
    another match, `turns` that it says so outright; `headed` that the result of a match stands over
    it, as its first sentence.
    """

    sentences: tuple[Sentence, ...]
    names: Names
    opening: Names
    result: Names
    elsewhere: bool
    turns: bool
    headed: bool = False


def paragraphs(document: Document, naming: Naming) -> Iterator[Paragraph]:
    """The paragraphs of a report, captions and headlines left aside but for those of a result."""
    prose = (s for s in document.sentences if s.block.kind is BlockKind.PROSE or heads_match(s))
    for sentences in parted(prose):
        headed = heads_match(sentences[0])
        opening = sentences[: OPENING + headed]
        scored = next(((s,) for s in opening if tells_score(s) and not in_passing(s)), ())
        yield Paragraph(
            sentences,
            names_in(sentences, naming),
            names_in(opening, naming),
            names_in(scored, naming),
            ELSEWHERE.match(sentences[0].text.lower()) is not None,
            OPENS.match(sentences[0].text) is not None,
            headed,
        )


def parted(prose: Iterable[Sentence]) -> Iterator[tuple[Sentence, ...]]:
    """Sentences by paragraph; one that turns to another match begins a part: "Elsewhere, ...".

    A line of a result is part of the paragraph that it stands over.
    """
    part: list[Sentence] = []
    for sentence in prose:
        is_under = len(part) == 1 and heads_match(part[0]) and not heads_match(sentence)
        ends = bool(part) and part[-1].block.start != sentence.block.start and not is_under
        if part and (ends or OPENS.match(sentence.text)):
            yield tuple(part)
            part = []
        part.append(sentence)
    if part:
        yield tuple(part)


def heads_match(sentence: Sentence) -> bool:
    """Whether a line is the result of a match, with both names: "Norheim Town 1, Dalby 1"."""
    if sentence.block.kind is not BlockKind.HEADLINE:
        return False
    words = ("<N>" if t.name else t.lower for t in sentence.tokens)
    return HEADING.fullmatch(" ".join(words)) is not None


def names_in(sentences: Sequence[Sentence], naming: Naming) -> Names:
    """The names in some sentences that are no places and no competitions."""
    named = (t.text for s in sentences for t in s.tokens if t.name)
    return frozenset(naming.words(name) for name in named if not naming.is_place(name))


def teams_among(naming: Naming) -> Names:
    """The names of teams, each as its words."""
    return frozenset(naming.words(n) for n, kind in naming.kinds.items() if kind is Kind.TEAM)


def tells_score(sentence: Sentence) -> bool:
    """Whether a sentence has a score: "2-0", "goalless"."""
    goalless = table("results", "words")["goalless"]
    return any(SCORE.fullmatch(t.text) or t.lower in goalless for t in sentence.tokens)


def in_passing(sentence: Sentence) -> bool:
    """Whether a result is told in passing, of what once was or of who comes next.

    "For the first time since they lost 2-1", "one change from the side beaten 3-0 by Dalby",
    "Norheim, beaten 3-0 by Dalby, visit on Tuesday".
    """
    return any(way.search(sentence.text) for way in (OF_OLD, OF_LAST, OF_NEXT))


def is_form(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name may be short for another: "Hallvik" and "Hallvik Town"."""
    return one <= other or other <= one

"""A parsed report: its sentences, and their words as the parser sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.blocks import Block
from kg.blocks.datelines import Dateline
from kg.names.spotting import Name
from kg.report import Report
from kg.sheets import Sheet

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence; `head` is an index into the sentence, a root heads itself.

    `lower` is the word in lower case; a name keeps its capitals. The pronouns of women stand as
    those of men, and those of the first person as of the third (`kg.language.pronouns`).
    """

    index: int
    text: str
    lower: str
    start: int
    end: int
    tag: str
    relation: str
    head: int
    lemma: str
    name: Name | None
    quoted: bool

    @property
    def is_verb(self) -> bool:
        """Whether it is tagged as a verb, in any form."""
        return self.tag.startswith("VB")

    @property
    def is_subject(self) -> bool:
        """Whether it is the subject of its head, also in the passive."""
        return self.relation.startswith("nsubj")


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence; `number` counts through the report.

    `quote == report.text[start:end]`; `text` is the same in one line and without markup, character
    for character, so that no rule depends on where a line breaks.
    """

    number: int
    block: Block
    start: int
    end: int
    text: str
    quote: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)

    def __hash__(self) -> int:
        """The hash of its place: those who are mentioned in it are looked up all the time."""
        return hash(self.start)

    def written(self, token: Token) -> str:
        """A word as the report has it: "we", where the rules are shown "they"."""
        return self.text[token.start - self.start : token.end - self.start]

    def subtree(self, index: int) -> Iterator[int]:
        """The indices of a word and of all that hangs on it."""
        yield index
        for child in self.children[index]:
            yield from self.subtree(child)


@dataclass(frozen=True)
class Document:
    """A report, cut, spotted and parsed; or the passage of a round-up that is on one match."""

    report: Report
    blocks: tuple[Block, ...]
    dateline: Dateline | None
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    sheet: Sheet | None = None
    is_passage: bool = False


def lower(tokens: Sequence[Token]) -> str:
    """Words as text in lower case, names too."""
    return " ".join(t.text.lower() for t in tokens)

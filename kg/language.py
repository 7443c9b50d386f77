"""From blocks to parsed sentences, by spaCy, with every name put aside before parsing.

The parser sees one placeholder for each name: "Smith beat Smith 2-1 at Smith". So a report reads
the same whatever its people and clubs are called, and a name of four words cannot be parsed apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.blocks import Block, Kind, Layout
from kg.datelines import Dateline
from kg.errors import InputError
from kg.lexicon import lemma_of, lemmas, words
from kg.masking import Masked, join, mask
from kg.names.openings import roles
from kg.names.spotting import Name, spot
from kg.paths import model_folder
from kg.quotations import quotations
from kg.report import Report
from kg.sheets import Sheet

IN_ONE_LINE = str.maketrans("\n\t", "  ")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
DASHES = frozenset({"-", "–", "—"})
SCORING = frozenset({"score", "finish", "equalise"})  # verbs that the tagger takes for nouns
LISTED = 10  # words behind an infinitive within which another is joined to it
THANKS = frozenset({"thanks", "due", "owing", "according", "response", "reaction"})
OBJECTS = ("DT", "PRP", "RP", "IN", "RB", "NNP")  # tags of what stands behind a verb


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence; `head` is an index into the sentence, a root heads itself.

    `lower` is the word in lower case; a name keeps its capitals.
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

    def subtree(self, index: int) -> Iterator[int]:
        """The indices of a word and of all that hangs on it."""
        yield index
        for child in self.children[index]:
            yield from self.subtree(child)


@dataclass(frozen=True)
class Document:
    """A report, cut, spotted and parsed."""

    report: Report
    blocks: tuple[Block, ...]
    dateline: Dateline | None
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    sheet: Sheet | None = None


@dataclass(frozen=True)
class Reader:
    """A loaded pipeline with what it knows about the writing of English."""

    nlp: Language
    common: frozenset[str]
    capitalised: frozenset[str]

    def read(self, report: Report, layout: Layout) -> Document:
        """Spot the names of a report and parse its sentences."""
        blocks, sheet = layout.blocks, layout.sheet
        listed = tuple(Name(n.text, n.start, n.end) for n in sheet.written) if sheet else ()
        names = spot(blocks, self.common, self.capitalised, listed)
        told = (b for b in blocks if b.kind in (Kind.PROSE, Kind.HEADLINE, Kind.CAPTION))
        masked = [sentence for block in told for sentence in mask(self.nlp, block, names)]
        parsed = self.nlp.pipe(one.doc for one in masked)
        read = tuple(
            to_sentence(number, report, one, doc, self.common)
            for number, (one, doc) in enumerate(zip(masked, parsed, strict=True))
        )
        return Document(report, blocks, layout.dateline, read, names, sheet)


@cache
def load_reader(model: str | None = None, capitalised: frozenset[str] = frozenset()) -> Reader:
    """Load the shipped pipeline, or an installed one by name.

    Raises:
        InputError: the pipeline is not there.
    """
    folder = model_folder()
    try:
        nlp = spacy.load(model or folder, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except OSError as error:
        remedy = (
            "run `kg train` first"
            if model is None
            else f"install it: python -m spacy download {model}"
        )
        raise InputError(model or str(folder), "no such spaCy pipeline", remedy) from error
    common = frozenset((folder.parent / "common_words.txt").read_text(encoding="utf-8").split())
    common |= {form for role in roles() for form in (role, *role.split())}
    days = words("calendar", "weekdays") | words("calendar", "feasts")
    months = words("calendar", "months") | words("calendar", "short_months")
    return Reader(nlp, common, capitalised | days | months)


def to_sentence(
    number: int, report: Report, masked: Masked, doc: Doc, common: frozenset[str]
) -> Sentence:
    """Our own tokens from a parsed document; words joined by hyphens become one ("free-kick")."""
    pieces, text = masked.pieces, report.readable
    groups = list(join(text, pieces))
    group_of = [g for g, group in enumerate(groups) for _ in group]
    heads = [word.head.i for word in doc]
    offset = masked.block.start
    quotes = [(offset + start, offset + end) for start, end in quotations(masked.block.text)]
    tokens: list[Token] = []
    for g, group in enumerate(groups):
        tops = (i for i in group if heads[i] == i or group_of[heads[i]] != g)
        top = doc[next(tops, group[-1])]
        first, last = pieces[group[0]][0], pieces[group[-1]][1]
        name = pieces[group[0]][2] if len(group) == 1 else None
        written = name.text if name else text[first:last]
        plain = written.lower()
        tag = mended(written, top.tag_, tokens, tag_behind(doc, groups, g))
        tokens.append(
            Token(
                index=g,
                text=written,
                lower=written if name else plain,
                start=first,
                end=last,
                tag=tag,
                relation=top.dep_,
                head=group_of[heads[top.i]],
                lemma=lemma_of(plain, tag, common),
                name=name,
                quoted=any(s <= first and last <= e for s, e in quotes),
            )
        )
    end = report.end_of(masked.end)
    return Sentence(
        number,
        masked.block,
        masked.start,
        end,
        text[masked.start : end].translate(IN_ONE_LINE),
        report.text[masked.start : end],
        tuple(tokens),
        children_of(tokens),
    )


def tag_behind(doc: Doc, groups: Sequence[Sequence[int]], g: int) -> str:
    """The tag of the word behind another; "home" is where a ball goes, and no noun."""
    if g + 1 == len(groups):
        return "."
    behind = doc[groups[g + 1][0]]
    return "RB" if behind.lower_ == "home" else behind.tag_


def mended(word: str, tag: str, before: Sequence[Token], behind: str) -> str:
    """The tag of a word, where what stands around it shows that the tagger missed a verb.

    "Kaba shot wide", "allowed Kaba to turn and score", "to stab home": `behind` is the tag of the
    word that follows.
    """
    if is_shooting(word, before):
        return "VBD"
    if not tag.startswith(("NN", "JJ", "RB", "VB")) or not before:
        return tag
    last = before[-1].lower
    if tag.startswith("NN") and last == "," and word.endswith("ing") and word in lemmas():
        return "VBG"  # ", toe-poking the second"
    if is_infinitive(word, before, behind):
        return "VB"
    if word not in SCORING:
        return tag
    is_listed = last == "and" and any(is_infinitive_of(t, before) for t in before[-LISTED:])
    return "VB" if last == "to" or is_listed else tag


def is_infinitive(word: str, before: Sequence[Token], behind: str) -> bool:
    """Whether a word is what somebody is to do: "to stab home"; not "thanks to strike partner"."""
    if before[-1].lower != "to" or lemmas().get(word) != word or not behind.startswith(OBJECTS):
        return False
    return len(before) < 2 or before[-2].lower not in THANKS


def is_infinitive_of(token: Token, before: Sequence[Token]) -> bool:
    """Whether one of the words before another is an infinitive behind "to"."""
    return token.tag == "VB" and token.index > 0 and before[token.index - 1].lower == "to"


def is_shooting(word: str, before: Sequence[Token]) -> bool:
    """Whether "shot" is what somebody did: "and Kaba shot wide"; not "a Kaba shot"."""
    if word != "shot" or not before or not (before[-1].name or before[-1].text == "who"):
        return False
    opener = before[-2].text.lower() if len(before) > 1 else ","
    openers = words("clauses", "ends") | words("clauses", "openers")
    return opener in openers or before[-1].text == "who" or opener in roles()


def lower(tokens: Sequence[Token]) -> str:
    """Words as text in lower case, names too."""
    return " ".join(t.text.lower() for t in tokens)


def children_of(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For each word the indices of those that hang on it."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return tuple(map(tuple, children))

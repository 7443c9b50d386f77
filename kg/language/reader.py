"""Read a report: spot its names, put them aside, and parse its sentences.

The parser sees one placeholder for each name: "Smith beat Smith 2-1 at Smith". So a report reads
the same whatever its people and clubs are called, and a name of four words cannot be parsed apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.blocks import Kind, Layout
from kg.errors import InputError
from kg.language.document import Document, Sentence, Token
from kg.language.lower_case import common_words
from kg.language.masking import Masked, join, mask
from kg.language.pronouns import MASCULINE, told_of_others
from kg.language.quotations import quotations
from kg.language.spelling import usual
from kg.language.tagging import FINITE, is_headline_verb, mended, tag_behind
from kg.lexicon import lemma_of, words
from kg.names.openings import roles
from kg.names.spotting import Name, spot
from kg.paths import model_folder
from kg.report import Report

FACE = re.compile(r"\d(?![\d.]*[ap]\.?m)")  # of spaCy: "(8)" is a minute here, and "8)" no face
IN_ONE_LINE = str.maketrans("\n\t", "  ")


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
    tokenizer = cast(Any, nlp.tokenizer)
    tokenizer.rules = {
        text: rule for text, rule in tokenizer.rules.items() if not FACE.search(text)
    }
    common = common_words() | {form for role in roles() for form in (role, *role.split())}
    days = words("calendar", "weekdays") | words("calendar", "feasts")
    months = words("calendar", "months") | words("calendar", "short_months")
    regional = words("names", "regional")
    return Reader(nlp, common, capitalised | regional | days | months)


def to_sentence(
    number: int, report: Report, masked: Masked, doc: Doc, common: frozenset[str]
) -> Sentence:
    """A sentence of ours from a parsed document."""
    tokens = to_tokens(report.readable, masked, doc, common)
    end = report.end_of(masked.end)
    return Sentence(
        number,
        masked.block,
        masked.start,
        end,
        report.readable[masked.start : end].translate(IN_ONE_LINE),
        report.text[masked.start : end],
        tuple(tokens),
        children_of(tokens),
    )


def to_tokens(text: str, masked: Masked, doc: Doc, common: frozenset[str]) -> list[Token]:
    """Our own tokens of a sentence; words joined by hyphens become one ("free-kick")."""
    pieces, quotes = masked.pieces, quoted_in(masked)
    groups = list(join(text, pieces))
    group_of = [g for g, group in enumerate(groups) for _ in group]
    parsed = tuple(doc)
    heads = [word.head.i for word in parsed]
    is_verbless = not any(word.tag_ in FINITE for word in parsed)
    tokens: list[Token] = []
    for g, group in enumerate(groups):
        tops = (i for i in group if heads[i] == i or group_of[heads[i]] != g)
        top = parsed[next(tops, group[-1])]
        first, last = pieces[group[0]][0], pieces[group[-1]][1]
        name = pieces[group[0]][2] if len(group) == 1 else None
        is_pronoun = len(group) == 1 and parsed[group[0]].lower_ in MASCULINE
        written = parsed[group[0]].text if is_pronoun else text[first:last]
        is_quoted = bool(quotes) and any(s <= first and last <= e for s, e in quotes)
        written = name.text if name else usual(written)
        if not (name or is_quoted):
            written = told_of_others(written)
        plain = written.lower()
        tag = mended(written, top.tag_, tokens, tag_behind(parsed, groups, g))
        if is_verbless and is_headline_verb(written, tag, tokens):
            tag = "VBZ"
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
                quoted=is_quoted,
            )
        )
    return tokens


def quoted_in(masked: Masked) -> list[tuple[int, int]]:
    """Where in a report a sentence quotes somebody."""
    offset = masked.block.start
    return [
        (offset + start, offset + end)
        for start, end in quotations(masked.block.text)
        if offset + start < masked.end and masked.start < offset + end
    ]


def children_of(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For each word the indices of those that hang on it."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return tuple(map(tuple, children))

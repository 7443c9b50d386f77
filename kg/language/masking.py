"""Put every name aside before parsing: the parser sees one placeholder for each.

The words of a sentence keep their offsets in the report, and those that hyphens hold together are
put together again afterwards.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from kg.blocks import Block
from kg.language.pronouns import shown_alike
from kg.language.treebank import PLACEHOLDER
from kg.names.openings import roles
from kg.names.runs import is_title_case, sentences
from kg.names.spotting import Name

# "5 - Kaba has scored in five games": pasted from elsewhere, no report.
STATISTIC = re.compile(r"\d+(?:\.\d+)?%? - [A-Z]")
JOINED = frozenset({"-", "–"})
ROLE = "player"  # what the parser sees of any role


Piece = tuple[int, int, Name | None]  # the offsets of a word or name


@dataclass(frozen=True)
class Masked:
    """A sentence as the parser sees it: `pieces` are the words of `doc` with their offsets."""

    block: Block
    start: int
    end: int
    doc: Doc
    pieces: tuple[Piece, ...]


def mask(nlp: Language, block: Block, names: Sequence[Name]) -> Iterator[Masked]:
    """The sentences of a block as the parser sees them, statistics left out."""
    in_capitals = is_title_case(block.text)  # the parser knows the words in lower case
    for first, last in sentences(block.text):
        if not STATISTIC.match(block.text, first):
            start, end = block.start + first, block.start + last
            inside = [name for name in names if start <= name.start and name.end <= end]
            yield mask_sentence(nlp, block, (start, end), inside, in_capitals=in_capitals)


def mask_sentence(
    nlp: Language, block: Block, span: tuple[int, int], inside: Sequence[Name], *, in_capitals: bool
) -> Masked:
    """Cut one sentence into words, with a placeholder for each name; offsets are the report's.

    A role before a name is shown as a noun that is no verb besides: "substitute Ivo Mertens".
    """
    start, end = span
    text = block.text[start - block.start : end - block.start]
    for name in inside:  # blank, so that they cut no word and are cut into none
        blank = " " * (name.end - name.start)
        text = text[: name.start - start] + blank + text[name.end - start :]
    words = [word for word in nlp.tokenizer(text) if not word.is_space]
    pieces: list[Piece] = [(start + w.idx, start + w.idx + len(w), None) for w in words]
    pieces += [(name.start, name.end, name) for name in inside]
    pieces.sort(key=itemgetter(0))
    shown = [PLACEHOLDER if name else text[a - start : b - start] for a, b, name in pieces]
    if in_capitals:
        shown = [word if word == PLACEHOLDER else word.lower() for word in shown]
    for i, (_, following) in enumerate(pairwise(pieces)):
        if following[2] and shown[i].lower() in roles():
            shown[i] = ROLE
    shown = shown_alike(shown)
    spaces = [a[1] < b[0] for a, b in pairwise(pieces)] + [False] * bool(pieces)
    starts: list[bool | int | None] = [i == 0 for i in range(len(shown))]
    doc = Doc(nlp.vocab, words=shown, spaces=spaces, sent_starts=starts)
    return Masked(block, start, end, doc, tuple(pieces))


def join(text: str, pieces: tuple[Piece, ...]) -> Iterator[list[int]]:
    """Group the pieces that hyphens hold together; names stay by themselves."""
    group: list[int] = []
    for i, (start, _, name) in enumerate(pieces):
        hyphen_before = (
            i > 0 and pieces[i - 1][1] == start and text[slice(*pieces[i - 1][:2])] in JOINED
        )
        is_hyphen = (
            0 < i < len(pieces) - 1
            and text[start : pieces[i][1]] in JOINED
            and pieces[i - 1][1] == start
            and pieces[i][1] == pieces[i + 1][0]
            and not pieces[i - 1][2]
            and not pieces[i + 1][2]
        )
        if group and (is_hyphen or (hyphen_before and len(group) > 1)) and not name:
            group.append(i)
            continue
        if group:
            yield group
        group = [i]
    if group:
        yield group

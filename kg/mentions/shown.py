"""A sentence with marks where its named people and teams stand, for finding who manages whom.

"Sorensen's men beat Brevik" is shown as "<M0> beat <T1>": a cue speaks of managers and teams alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions.entities import Kind, Mention
from kg.mentions.linking.known import Sides

MARK = re.compile(r"<([A-Z]|\[[A-Z]+\])>")
CAUGHT = re.compile(r"<([A-Z]):(\w+)>")
RIVALS = pattern("managers", "rivals")

# What stands aside in a sentence: "Sorensen - who is under pressure - made five changes".
ASIDES = (
    re.compile(r" [-–—] (?:[^-–—;]|(?<=\w)-(?=\w)){1,140}? [-–—](?= )"),
    re.compile(r" , (?!and |but |while )[^,;]{1,120}? ,(?= )"),
    re.compile(r" \( [^)]{1,60} \)"),
)


@dataclass(frozen=True)
class Shown:
    """A sentence in lower case, its named people and teams replaced by marks <P0>, <T1>, <M2>.

    `mentions[n]` is what mark n stands for; `everybody` are they and those that have no mark.
    """

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    everybody: tuple[Mention, ...]


def numbered(pattern: str) -> str:
    r"""A pattern with its marks as in such a sentence: <P> is any person, <P:m> is caught as m.

    >>> print(numbered("<P:m>'s <T>"))
    <P(?P<m>\d+)>'s <T\d+>
    """
    pattern = MARK.sub(r"<\1\\d+>", pattern)
    return CAUGHT.sub(r"<\1(?P<\2>\\d+)>", pattern)


def sentences_of(mentions: Sequence[Mention]) -> Iterator[Shown]:
    """The sentences that mention anybody, marked."""
    for _, group in groupby(mentions, key=lambda m: m.sentence.number):
        here = list(group)
        yield show(here[0].sentence, here)


def show(sentence: Sentence, mentions: Iterable[Mention]) -> Shown:
    """The marked text of a sentence."""
    pieces: list[str] = []
    shown: list[Mention] = []
    position = 0
    everybody = tuple(sorted(mentions, key=lambda m: (m.first, -m.last)))
    for mention in everybody:
        mark = mark_of(mention)
        if mark is None or mention.first < position:
            continue
        first = mention.head if mention.named and mark != "M" else mention.first
        pieces += [t.text.lower() for t in sentence.tokens[position:first]]
        pieces.append(f"<{mark}{len(shown)}>")
        shown.append(mention)
        position = mention.last + 1
    pieces += [t.text.lower() for t in sentence.tokens[position:]]
    text = re.sub(r" (?=[’']s?\b(?!\w))|(?<=>) (?=[’'] )", "", " ".join(pieces)).replace("’", "'")
    return Shown(sentence, re.sub(r"(?<=>)'(?!s)", "'s", text), tuple(shown), everybody)


def mark_of(mention: Mention) -> str | None:
    """The letter of a mark: a manager's team, a person, a team, a competition, or no mark."""
    if mention.kind is Kind.TEAM and mention.traits.manager:
        return "M"
    if mention.entity is None:
        return None
    if mention.kind is Kind.TEAM:
        return "T" if mention.named or mention.traits.ground else None
    return {Kind.PERSON: "P", Kind.COMPETITION: "C"}.get(mention.kind) if mention.named else None


def place(mention: Mention, shown: Shown) -> int:
    """Where the mark of a team stands in a marked sentence."""
    return shown.text.index(f"<T{shown.mentions.index(mention)}>")


def is_side(mention: Mention, sides: Sides) -> bool:
    """Whether a mention is one of the two sides by its name or ground."""
    return mark_of(mention) == "T" and mention.entity in sides.pair


def is_rival(mention: Mention, shown: Shown) -> bool:
    """Whether a team is one that others play against: "a win over Brevik"."""
    return bool(RIVALS.search(shown.text[: place(mention, shown)]))


def without_asides(text: str) -> frozenset[str]:
    """A marked sentence less what is said aside, each way that this can be told."""
    return frozenset(aside.sub("", text) for aside in ASIDES) - {text}

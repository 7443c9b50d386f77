"""A sentence with its mentions replaced by marks, for what is told in set phrases.

Tables, fixtures and places are told in few fixed ways: "moved into second spot", "one point behind
them". Those are patterns over the sentence with `<T0>`, `<P1>` ... where teams and people stand, so
a pattern speaks of football alone and holds whatever the names are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from kg.language import Sentence, Token
from kg.lexicon import Screen, Written, number_words, screen, spelled_out, to_number
from kg.mentions import Entity, Kind, Mention
from kg.mentions.shown import numbered, without_asides
from kg.phrasings.files import kinds, macros, written

MARKS: Mapping[Kind, str] = {
    Kind.TEAM: "T",
    Kind.PERSON: "P",
    Kind.VENUE: "V",
    Kind.CITY: "L",
    Kind.COMPETITION: "C",
    Kind.STAGE: "S",
    Kind.OTHER: "L",
}
MOST_IN_WORDS = 30  # of points or places: what is more is written in figures
IN_WORDS = (word for word, n in number_words().items() if n <= MOST_IN_WORDS and " " not in word)
NUMBER = "(?:" + "|".join([r"\d{1,3}", *sorted(IN_WORDS, key=len, reverse=True)]) + ")"
PLACED = re.compile(r"-place(?:d)?$")
# What somebody is to his verb who does not do what it tells: "Kaba rounded Hansen".
DONE_TO = frozenset(("obj", "iobj", "obl", "obl:agent", "nmod", "conj"))
ENTITY = re.compile(r"<\w(\d+)>")


@dataclass(frozen=True)
class Marked:
    """A sentence in lower case with marks; `entities[n]` is what mark n stands for."""

    sentence: Sentence
    text: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def may_hold(self) -> list["SetPhrase"]:
        """The set phrases of all kinds that its words do not rule out."""
        return screened().passed(self.text)


@dataclass(frozen=True)
class SetPhrase:
    """A fixed way of telling a kind of fact: what it says, its pattern, what it reads and spares.

    `doer` is the group of the one who does what it tells: "Kaba" in "Kaba rounded Hansen and found
    Soldal", where Hansen found nobody. `joined` tells of <P:one> and <P:other> whether one clause
    must join them ("Kaba and Soldal went close") or two part them ("felled by Osk and Kaba shot").
    """

    kind: str
    says: str
    pattern: Written
    gives: Mapping[str, Any]
    reads: tuple[str, ...]
    spares: tuple[str, ...]
    doer: str = ""
    joined: bool | None = None


def mark(sentence: Sentence, mentions: Sequence[Mention]) -> Marked:
    """The marked text of a sentence; possessives join their mark."""
    known = [m for m in mentions if m.sentence is sentence and m.entity and not m.apposed]
    pieces: list[str] = []
    shown: list[Mention] = []
    position = 0
    for mention in sorted(known, key=lambda m: (m.first, -m.last)):
        if mention.first < position or mention.entity is None:
            continue
        pieces.extend(t.text.lower() for t in sentence.tokens[position : mention.first])
        if mention.kind is Kind.TEAM:
            pieces.extend(t.text.lower() for t in told_before(mention))
        if not mention.named and mention.token.text.lower() in ("their", "its", "his"):
            pieces.append(f"<{MARKS[mention.kind]}{len(shown)}>'s")
        else:
            pieces.append(f"<{MARKS[mention.kind]}{len(shown)}>")
        shown.append(mention)
        position = mention.last + 1
    pieces.extend(t.text.lower() for t in sentence.tokens[position:])
    text = re.sub(r" (?=[’']s?\b(?!\w))", "", " ".join(pieces)).replace("’", "'")
    return Marked(sentence, text, tuple(m.entity for m in shown if m.entity), tuple(shown))


def told_before(mention: Mention) -> Sequence[Token]:
    """What a phrase tells of its team before it: "leaders Brevik", "Bell's sixth-placed side"."""
    before = mention.sentence.tokens[mention.first : mention.head]
    return before if mention.named else [t for t in before if PLACED.search(t.lower)]


def past_asides(marked: Marked) -> tuple[Marked, ...]:
    """A marked sentence, and the same less what it says aside."""
    texts = sorted(without_asides(marked.text))
    return (marked, *(replace(marked, text=text) for text in texts))


@cache
def set_phrases(kind: str) -> tuple[SetPhrase, ...]:
    """The set phrases of a kind of fact."""
    shorthand = {**macros(kind), "NUMBER": NUMBER}
    return tuple(
        SetPhrase(
            kind,
            entry["says"],
            Written(numbered(spelled_out(entry["pattern"], shorthand))),
            entry.get("gives", {}),
            tuple(entry["reads"]),
            tuple(entry["spares"]),
            entry.get("doer", ""),
            entry.get("joined"),
        )
        for entry in written(kind, "telling")
    )


@cache
def screened() -> Screen[SetPhrase]:
    """The set phrases of all kinds, screened together: the words of a text are asked once."""
    return screen(phrase for kind in kinds() for phrase in set_phrases(kind))


def tellings(kind: str, marked: Marked) -> Iterator[tuple[SetPhrase, re.Match[str]]]:
    """Every set phrase of a kind that a marked sentence holds."""
    for phrase in marked.may_hold:
        if phrase.kind == kind:
            for match in held(phrase, marked):
                yield phrase, match


def held(phrase: SetPhrase, marked: Marked) -> Iterator[re.Match[str]]:
    """Where a marked sentence holds a set phrase, said of one who may have done it."""
    for match in phrase.pattern.finditer(marked.text):
        doer = marked.mentions[int(match[phrase.doer])] if phrase.doer else None
        if doer is not None and doer.token.relation in DONE_TO:
            continue
        if phrase.joined is None or phrase.joined == is_joined(marked, match):
            yield match


def is_joined(marked: Marked, match: re.Match[str]) -> bool:
    """Whether one clause tells of two with "and" between: none begins at the second.

    The parser may join those of two clauses: "felled by Osk and Kaba shot", but not "goals from
    Osk and Kaba gave".
    """
    one, other = (marked.mentions[int(match[group])] for group in ("one", "other"))
    tokens = marked.sentence.tokens
    if one.token.is_subject or tokens[one.token.head].is_subject:
        return True
    behind = next((t for t in tokens[other.last + 1 :] if not t.tag.startswith("RB")), None)
    acts = behind is not None and behind.tag in ("VBD", "VBZ")
    return not (other.token.is_subject or acts)


def entity(marked: Marked, match: re.Match[str], group: str) -> Entity | None:
    """What a named group's mark stands for."""
    number = match.groupdict().get(group)
    return marked.entities[int(number)] if number is not None else None


def is_quoted(marked: Marked, match: re.Match[str]) -> bool:
    """Whether a telling stands in a quotation: those it names do, or most of its sentence."""
    named = [int(n) for n in ENTITY.findall(match.group())]
    if named:
        return any(marked.mentions[n].token.quoted for n in named)
    tokens = marked.sentence.tokens
    return 2 * sum(token.quoted for token in tokens) > len(tokens)


def number(match: re.Match[str], group: str) -> int | None:
    """A named group's number, in figures or words."""
    text = match.groupdict().get(group)
    return to_number(text) if text else None

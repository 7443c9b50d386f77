"""A phrasing, and how it is read from the files of its kind of fact."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import count
from typing import Any

from kg.lexicon import Screen, Written, pattern, screen, spelled_out, table
from kg.phrasings.files import kinds, macros, written

CATCH = re.compile(r"\\\{([PT]):(\w+)\\\}")  # \{P:off\}: a person who plays the part "off"
PRONOUNS = "he|him|his|himself|who|whose"  # caught like a name
PATTERNS = frozenset({"tail", "unless", "before", "not_before", "following", "sentence"})
LISTS = frozenset({"each", "reads", "spares"})
TRIGGERS = frozenset({"verbs", "nouns"})
REMEMBERED = 8  # sentences: one is asked for every kind of fact in turn


@dataclass(frozen=True, kw_only=True)
class Phrasing:
    """One way to say a kind of fact.

    `triggers` are lemmas; `tail` must match the words behind the trigger and `unless` must not;
    `before` must match the words before it and `not_before` must not, `following` those after it
    whatever clause they are of, `sentence` the whole sentence. `parts` maps a part (scorer) to a
    place in the frame: doer, undergoer, owner, or a preposition; `{P:scorer}` in `tail`, `before`
    or `following` catches one where he stands, and in `sentence` one who has no such place. The
    parts in `each` are told of everyone in a list, two lists pair by pair. `also` lets further
    phrasings read the same frame; `untimed` is what a minute of the sentence is never of, and what
    is `gapped` is told at its scorer, the verb left out. `gives` holds what the phrasing says by
    itself.
    """

    name: str
    triggers: frozenset[str]
    noun: bool
    voice: str = "active"
    tail: Written | None = None
    unless: Written | None = None
    before: Written | None = None
    not_before: Written | None = None
    following: Written | None = None
    sentence: Written | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    gives: Mapping[str, Any] = field(default_factory=dict)
    weight: float = 3.0
    each: tuple[str, ...] = ()
    also: bool = False
    untimed: bool = False
    gapped: bool = False
    reads: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def phrasings(kind: str) -> tuple[Phrasing, ...]:
    """The phrasings of a kind of fact, in the order in which they are tried."""
    return tuple(to_phrasing(entry, macros(kind)) for entry in written(kind, "phrasing"))


def to_phrasing(entry: Mapping[str, Any], shorthand: Mapping[str, str]) -> Phrasing:
    """A phrasing from its entry; a key that it does not know is a TypeError."""
    values = dict(entry)
    for key in entry.keys() & PATTERNS:
        values[key] = Written(with_catches(spelled_out(entry[key], shorthand)))
    for key in entry.keys() & LISTS:
        values[key] = tuple(entry[key])
    names = [name for key in TRIGGERS for name in values.pop(key, ())]
    triggers = {lemma for name in names for lemma in lemmas_called(name)}
    left_out = {name[1:] for name in names if name.startswith("-")}  # "-turn": all but it
    return Phrasing(triggers=frozenset(triggers - left_out), noun="nouns" in entry, **values)


def lemmas_called(name: str) -> Iterable[str]:
    """A lemma, or those of the class of verbs that a name with "@" stands for: "@strike".

    None are those of a name with "-", which leaves one of a class out.
    """
    if name.startswith("-"):
        return ()
    return table("verbs", "classes")[name[1:]] if name.startswith("@") else (name,)


def with_catches(text: str) -> str:
    """A pattern with a group for each place that catches a part: off_0, off_1 both catch "off"."""
    number = count()

    def group(place: re.Match[str]) -> str:
        pronouns = rf"|(?<!\S)(?:{PRONOUNS})(?!\S)" if place[1] == "P" else ""
        return rf"(?P<{place[2]}_{next(number)}>\{{{place[1]}\}}{pronouns})"

    return CATCH.sub(group, text)


@cache
def catching(file: str, name: str) -> Written:
    """A pattern of the lexicon's `FILE.toml` with a group for each place that catches a part."""
    return Written(with_catches(pattern(file, name).pattern))


def nouns_of(kinds: Iterable[str]) -> frozenset[str]:
    """The nouns that any phrasing of these kinds looks for."""
    return frozenset(n for kind in kinds for p in phrasings(kind) if p.noun for n in p.triggers)


@dataclass(frozen=True)
class Wanted:
    """A phrasing of a kind, and one pattern for all that it wants to be in a sentence."""

    kind: str
    name: str
    pattern: Written


@cache
def screened() -> Screen[Wanted]:
    """The phrasings of all kinds, screened together: the words of a sentence are asked once."""
    return screen(wanted(kind, way) for kind in kinds() for way in phrasings(kind))


def wanted(kind: str, way: Phrasing) -> Wanted:
    """What a phrasing wants to be in a sentence."""
    patterns = (way.tail, way.before, way.following, way.sentence)
    together = "".join(f"(?=.*(?:{pattern.text}))" for pattern in patterns if pattern)
    return Wanted(kind, way.name, Written(together))


@lru_cache(REMEMBERED)
def ways_left(words: tuple[str, ...]) -> int:
    """The ways through the phrasings of all kinds that the words of a sentence leave, as bits."""
    return screened().questions.met(" ".join(words))


@cache
def ways_through(kind: str) -> Mapping[str, int]:
    """The bits of the ways through each phrasing of a kind, by its name."""
    ways, every = screened().questions.ways_of, enumerate(screened().all)
    return {one.name: ways[place] for place, one in every if one.kind == kind}


@cache
def by_trigger(kind: str) -> Mapping[tuple[bool, str], tuple[Phrasing, ...]]:
    """The phrasings of a kind by what triggers them, a noun (True) or a verb, in order."""
    found: dict[tuple[bool, str], tuple[Phrasing, ...]] = {}
    for way in phrasings(kind):
        for lemma in sorted(way.triggers):
            found[way.noun, lemma] = (*found.get((way.noun, lemma), ()), way)
    return found

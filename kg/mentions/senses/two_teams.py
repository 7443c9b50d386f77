"""A match has two teams: where a report of one names fewer, the likeliest other names are teams."""

import re
from collections.abc import Collection, Iterable, Mapping

from kg.language import Document
from kg.lexicon import table, words
from kg.mentions.entities import Kind
from kg.names.forms import plain

SIDES = 2
START = 4  # letters that a short form keeps: "Glens" for Glenmorra
TOLD = re.compile(r"\d{1,2}[-–:]\d{1,2}|\w+-(?:nil|all)")
MOST_DOUBT = 3.0  # beyond which a name is no team even so


def tells_score(document: Document) -> bool:
    """Whether a report tells a score or the course of a match, and so of two teams."""
    told = table("results", "words")["goalless"] | words("results", "of_course")
    tokens = (token for sentence in document.sentences for token in sentence.tokens)
    return any(TOLD.fullmatch(token.text) or token.lower in told for token in tokens)


def missing_teams(kinds: Mapping[str, Kind], doubts: Mapping[str, float]) -> list[str]:
    """The likeliest names of teams among others, where a report of a match has fewer than two.

    Args:
        kinds: what each name is taken for.
        doubts: how far votes speak against a team, for each name that may be one.
    """
    teams = [name for name, kind in kinds.items() if kind is Kind.TEAM]
    found: list[str] = []
    parts = {name: frozenset(plain(name).lower().split()) for name in kinds}
    while len(apart(teams + found, parts)) < SIDES:
        taken = frozenset().union(*(parts[name] for name in teams + found))
        left = [name for name in doubts if not parts[name] & taken]
        likeliest = min(left, key=lambda name: (doubts[name], name), default="")
        if (
            len(apart(left, parts)) < SIDES or doubts[likeliest] > MOST_DOUBT
        ):  # a report names people, too
            break
        found.append(likeliest)
    return found


def two_apart(names: Collection[str]) -> bool:
    """Whether names are of two teams at least."""
    parts = {name: frozenset(plain(name).lower().split()) for name in names}
    return len(apart(names, parts)) >= SIDES


def apart(names: Iterable[str], parts: Mapping[str, frozenset[str]]) -> list[str]:
    """The names that are no forms of each other, the fullest of each first."""
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-len(parts[name]), name)):
        if not any(parts[name] & parts[other] or begin_alike(name, other) for other in kept):
            kept.append(name)
    return kept


def begin_alike(name: str, other: str) -> bool:
    """Whether one of two names may be a nickname of the other: "the Glens" of Glenmorra."""
    one, two = name.lower(), other.lower()
    return one.endswith("s") and len(one) > START and two.startswith(one[:-1])

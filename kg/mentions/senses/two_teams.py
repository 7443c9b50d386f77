"""A match has two teams: where a report of one names fewer, the likeliest other names are teams."""

from collections.abc import Iterable, Mapping

from kg.language import Document
from kg.lexicon import table
from kg.mentions.entities import Kind
from kg.mentions.senses.scorelines import SCORE
from kg.names.forms import plain

SIDES = 2
MOST_DOUBT = 3.0  # beyond which a name is no team even so


def tells_score(document: Document) -> bool:
    """Whether a report tells a score, and so of two teams."""
    goalless = table("results", "words")["goalless"]
    tokens = (token for sentence in document.sentences for token in sentence.tokens)
    return any(SCORE.fullmatch(token.text) or token.lower in goalless for token in tokens)


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


def apart(names: Iterable[str], parts: Mapping[str, frozenset[str]]) -> list[str]:
    """The names that are no forms of each other."""
    kept: list[str] = []
    for name in sorted(names):
        if not any(parts[name] & parts[other] for other in kept):
            kept.append(name)
    return kept

"""The cues that tell what a name names, read from `senses.toml`: "a draw with X" makes X a team."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.lexicon import content, table, words
from kg.mentions.entities import Kind

Vote = tuple[Kind, float]
LONGEST = 4  # words of a cue


@dataclass(frozen=True)
class Cue:
    """A way to use a name that tells what it is; `phrases` are where `where` says."""

    where: str
    sense: Kind
    weight: float
    phrases: frozenset[str]
    reads: str
    spares: str


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of `senses.toml`, with the word lists that they name."""
    return tuple(
        Cue(
            entry["where"],
            Kind(entry["sense"]),
            entry["weight"],
            frozenset(entry.get("words", ())).union(*map(listed, entry.get("lists", ()))),
            entry["reads"],
            entry["spares"],
        )
        for entry in content("senses")["cue"]
    )


def listed(name: str) -> frozenset[str]:
    """The words of lists of another file: "results.nouns", "nouns.roles", "nouns.teams.any"."""
    file, section, *one = name.split(".")
    if isinstance(content(file)[section], list):
        return words(file, section)
    lists = table(file, section)
    return lists[one[0]] if one else frozenset().union(*lists.values())


@cache
def votes_for() -> Mapping[str, Mapping[str, tuple[Vote, ...]]]:
    """For each place and each phrase there what it votes for."""
    found: dict[str, dict[str, tuple[Vote, ...]]] = {}
    for cue in cues():
        there = found.setdefault(cue.where, {})
        for phrase in cue.phrases:
            weights = dict(there.get(phrase, ()))
            weights[cue.sense] = max(cue.weight, weights.get(cue.sense, 0.0))
            there[phrase] = tuple(weights.items())
    return found


def look_up(where: str, phrases: Sequence[str]) -> Iterator[Vote]:
    """The votes of the longest phrase that a cue knows."""
    known = votes_for()[where]
    yield from next((known[phrase] for phrase in phrases if phrase in known), ())

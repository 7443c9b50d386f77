"""Teams under pressure: "Brevik survived when Kaba headed wide" sets Kaba against Brevik."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon import Screen, Written, entries, screen
from kg.mentions import Mention

BEFORE, BEHIND = 6, 14  # words around a team that tell how it fares


@dataclass(frozen=True)
class Way:
    """A pattern over the words around a team, which stands in them as `<T>`."""

    pattern: Written
    reads: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def ways() -> Screen[Way]:
    """The ways of `pressed.toml`."""
    return screen(
        Way(Written(entry["pattern"]), tuple(entry["reads"]), tuple(entry["spares"]))
        for entry in entries("pressed", "way")
    )


def is_pressed(team: Mention) -> bool:
    """Whether the words around a team put it under pressure."""
    tokens = team.sentence.tokens
    before = [t.lower for t in tokens[max(0, team.first - BEFORE) : team.first]]
    behind = [t.lower for t in tokens[team.last + 1 : team.last + 1 + BEHIND]]
    around = " ".join([*before, "<T>", *behind])
    return any(way.pattern.search(around) for way in ways().passed(around))

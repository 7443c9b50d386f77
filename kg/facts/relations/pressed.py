"""Teams under pressure: "Brevik survived when Kaba headed wide" sets Kaba against Brevik."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Screen, Written, entries, screen
from kg.mentions import Mention

ASIDE = re.compile(r"<T> , [^,;]{1,90} ,")
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
    told = (around, ASIDE.sub("<T>", around))  # "Brevik, who won the first leg, conceded early on"
    return any(way.pattern.search(text) for text in told for way in ways().passed(text))

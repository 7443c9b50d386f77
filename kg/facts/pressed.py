"""Teams under pressure: "Brevik survived when Kaba headed wide" sets Kaba against Brevik."""

import re
from functools import cache

from kg.lexicon.patterns import pattern
from kg.mentions import Mention

REACH = 14  # words behind a team that tell how it fares
BEFORE = 6


def is_pressed(team: Mention) -> bool:
    """Whether the words right behind a team, or right before it, put it under pressure.

    "The Brevik defence" is attacked unless it is what the sentence speaks of first: the words
    behind "Brevik" then tell how it fares.
    """
    tokens = team.sentence.tokens
    after = " ".join(t.lower for t in tokens[team.last + 1 : team.last + 1 + REACH])
    before = " ".join(t.lower for t in tokens[max(0, team.first - BEFORE) : team.first])
    return bool(pattern("pressed", "behind").match(after) or ends("ahead").search(before))


@cache
def ends(name: str) -> re.Pattern[str]:
    """A pattern of `pressed.toml` for the end of the words before a team."""
    return re.compile(rf"\b(?:{pattern('pressed', name).pattern})$")

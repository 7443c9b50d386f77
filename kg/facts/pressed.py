"""Teams under pressure: "Brevik survived when Kaba headed wide" sets Kaba against Brevik."""

from kg.lexicon.patterns import pattern
from kg.mentions import Mention

BEFORE, BEHIND = 6, 14  # words around a team that tell how it fares


def is_pressed(team: Mention) -> bool:
    """Whether the words around a team put it under pressure."""
    tokens = team.sentence.tokens
    before = [t.lower for t in tokens[max(0, team.first - BEFORE) : team.first]]
    behind = [t.lower for t in tokens[team.last + 1 : team.last + 1 + BEHIND]]
    return bool(pattern("pressed", "ways").search(" ".join([*before, "<T>", *behind])))

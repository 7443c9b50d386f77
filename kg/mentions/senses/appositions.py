"""What an apposition says of the name before it: "X, the Hallvik manager" is a person."""

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import words
from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote, listed

AGE = re.compile(r"\d\d")
BOUNDS = frozenset(",;:.()–—") | {"and", "but", "as", "when", "while", "after", "before", "was"}


def votes_by_apposition(after: Sequence[str]) -> Iterator[Vote]:
    """What a comma leads to: "X, which" is a team, "X, who" and "X, 27," a person."""
    word = after[0] if after else ""
    if word == "which":
        yield Kind.TEAM, 2
    elif word in ("who", "whose", "whom"):
        is_plural = bool(words("nouns", "plural_verbs").intersection(after[1:2]))
        yield (Kind.TEAM, 2) if is_plural else (Kind.PERSON, 0.9)
    elif AGE.fullmatch(word):
        yield Kind.PERSON, 2
    elif word == "a" and is_team_described(after[1:]):
        yield Kind.TEAM, 2  # "Hallvik, a club that finished sixth"
    elif is_person_described(after):
        yield Kind.PERSON, 2.5


def is_person_described(after: Sequence[str]) -> bool:
    """Whether an apposition is a person's: "X, the Hallvik manager", "X, captain of Hallvik"."""
    roles = listed("nouns.roles") | listed("nouns.people")
    if after[:1] and after[0] in roles:
        return after[1:2] == ["of"]
    place = next((i for i, word in enumerate(after) if word in roles), 0)
    return place > 0 and not BOUNDS.intersection(after[:place])


def is_team_described(after: Sequence[str]) -> bool:
    """Whether an apposition goes on so that it is a team's: "club that", "side with"."""
    return bool(
        listed("nouns.teams.any").intersection(after[:1])
        and {"that", "which", "who", "whose", "with", "without", "in", "still"}.intersection(
            after[1:2]
        )
    )

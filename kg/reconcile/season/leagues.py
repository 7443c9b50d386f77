"""Which competitions have a table, and which matches to come are played for places in it."""

from kg.lexicon import pattern
from kg.mentions import Entity

KNOCKOUT = pattern("standings", "knockout")
OF_LEAGUE = pattern("fixtures", "of_league")


def is_league(competition: Entity) -> bool:
    """Whether a competition has one table and no knock-out rounds."""
    return not KNOCKOUT.search(competition.name)


def is_for_the_table(text: str) -> bool:
    """Whether a sentence tells of a match for points: "could pull within a point by beating"."""
    return bool(OF_LEAGUE.search(text))

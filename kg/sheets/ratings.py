"""Player ratings: a line for each player with his mark, under the team that is rated.

"Hallvik player ratings", and then "Ivo Kaba – 7", "Jon Moe (6/10): Steady.", "Sorensen 8 - Superb."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.sheets.told import Listed, Span, Written

FEWEST = 7  # lines: fewer are no ratings of a team
LONGEST = 60  # characters before a mark
WORD = r"[^\W\d_a-z][^\W\d]*(?:['’.-][^\W\d]+)*\.?"
PLAYER = rf"{WORD}(?: (?:{WORD}|van|de|der|da|di|el|al|bin)){{0,3}}"
CODE = r"(?:GK|[RLC]W?B|[RLCDA]M|[CD]?DM|CAM|[RL]?W|[CS]?[FT]|SS)\b"
RATED = re.compile(
    rf"^[ \t]*(?:\d{{1,2}}\.? |{CODE} ?[:–-]? ?)?(?P<player>{PLAYER})(?: ?\([^)\d]{{1,25}}\))? ?"
    r"(?:[-–—:|(] ?)?(?P<mark>10|\d(?:\.\d)?)(?: ?/ ?10)?\)?[ \t]*(?=$|[-–—:.,;(])",
    re.MULTILINE,
)
OF_TEAM = re.compile(
    rf"(?:^|[:|] ?)(?P<team>{WORD}(?: {WORD}){{0,3}}?)(?:['’]s?)? [Pp]layer [Rr]atings",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Ratings:
    """The players of a team that are given marks, each with his line."""

    team: Written
    players: tuple[Listed, ...]


def find_ratings(text: str) -> Iterator[Ratings]:
    """The ratings of each team that a text rates; nothing if it does not name the team."""
    heads = list(OF_TEAM.finditer(text))
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        rated = [m for m in RATED.finditer(text, head.end(), end) if is_line(m)]
        if len(rated) >= FEWEST:
            team = Written(head["team"], *head.span("team"))
            yield Ratings(team, tuple(map(to_player, rated)))


def is_line(found: re.Match[str]) -> bool:
    """Whether a line is a player's and not prose that begins with a name and a figure."""
    return found.end() - found.start() < LONGEST and float(found["mark"]) <= 10


def to_player(found: re.Match[str]) -> Listed:
    """The player of a line."""
    name = Written(" ".join(found["player"].split()), *found.span("player"))
    return Listed(name, Span(found.start("player"), found.end()))

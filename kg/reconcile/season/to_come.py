"""Whether a match told in the plainest words is to come, and whose it is.

"Hallvik host Brevik" tells of one to come where its sentence says when ("on Saturday"), and "the
game against Brevik" where its sentence looks ahead ("Kaba will miss the game against Brevik").
"""

import re
from functools import cache

from kg.lexicon import pattern
from kg.mentions import Entity
from kg.mentions.shown import numbered
from kg.phrasings.files import macros
from kg.phrasings.marked import NUMBER, Marked, SetPhrase, entity

AHEAD = pattern("fixtures", "ahead")
MAY_BE = pattern("fixtures", "may_be")
WAS_PLAYED = pattern("fixtures", "was_played")
WOULD = pattern("fixtures", "would")
DOES = pattern("fixtures", "does")
LAST = pattern("fixtures", "last")
NEAR = 60  # characters around a match in which its time may be told


@cache
def of_times(name: str) -> re.Pattern[str]:
    """A pattern of `fixtures.toml` with the times to come that the set phrases know."""
    known = {key: way for key, way in macros("fixture").items() if isinstance(way, str)}
    return re.compile(numbered(pattern("fixtures", name, **known, NUMBER=NUMBER).pattern))


def is_to_come(marked: Marked, phrase: SetPhrase, match: re.Match[str]) -> bool:
    """Whether a sentence says of a match it tells in plain words that it is to come."""
    text = marked.text
    before, behind = text[: match.start()], text[match.end() :]
    if behind.startswith(" or ") or WOULD.search(before[-NEAR:] + match.group()):
        return False
    if phrase.gives.get("sure"):
        return not LAST.search(text)
    if of_times("follows").search(behind) and not WAS_PLAYED.search(before[-NEAR:]):
        return True
    start = max(0, match.start() - NEAR)
    is_soon = bool(of_times("soon").search(text, start, match.end() + NEAR))
    if phrase.gives.get("time"):  # the phrase itself looks ahead
        return is_soon or bool(AHEAD.search(match.group()))
    if looks(AHEAD, text, match, match.end()):
        return True
    return is_soon and (
        match.group().startswith("<T")
        or bool(DOES.search(before))
        or looks(MAY_BE, text, match, match.start())
    )


def looks(ahead: re.Pattern[str], text: str, match: re.Match[str], end: int) -> bool:
    """Whether a word in text[:end] looks ahead to a match, and none between them back."""
    found = [told.end() for told in ahead.finditer(text, 0, end)]
    return bool(found) and not WAS_PLAYED.search(text, found[-1], match.end())


def doer_before(marked: Marked, match: re.Match[str]) -> Entity | None:
    """The team of which a match is told without naming it there: who does what its clause tells."""
    other = entity(marked, match, "other")
    found = [
        marked.entities[int(n)] for n in of_times("doer").findall(marked.text[: match.start()])
    ]
    return next((team for team in reversed(found) if team != other), None)

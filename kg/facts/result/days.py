"""Whether a result is of the match that a report is about, or of another day.

"Last week's 2-0 win", "a first victory over Brevik since 2016".
"""

from collections.abc import Sequence

from kg.facts.result.triggers import (
    YEAR,
)
from kg.frames import Frame
from kg.language import Token
from kg.lexicon import table
from kg.mentions import Scene

BEFORE, BEHIND = 12, 16  # words around a result that may tell of another day


def is_of_other_day(frame: Frame, scene: Scene) -> bool:
    """Whether words around a result tell that it is of another day: "last week's 2-0 win"."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    reach = words_around(frame)
    if any(phrase in reach for phrase in table("results", "words")["other_day"]):
        return True
    published = scene.document.report.date
    tokens = frame.sentence.tokens
    years = [int(t.text) for t in near if YEAR.fullmatch(t.text) and not is_since(tokens, t)]
    return bool(years) and (published is None or any(year != published.year for year in years))


def words_around(frame: Frame) -> str:
    """The words around a result that may tell of another day."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    return " ".join(t.text.lower() for t in near)


def is_since(tokens: Sequence[Token], year: Token) -> bool:
    """Whether a year only tells how long ago something was: "his first since April 2016"."""
    before = tokens[max(0, year.index - 2) : year.index]
    return "since" in (t.text.lower() for t in before)

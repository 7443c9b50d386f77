"""Whether a result is of the match that a report is about, or of another day.

"Last week's 2-0 win", "a first victory over Brevik since 2016".
"""

from collections.abc import Sequence

from kg.blocks import Kind as BlockKind
from kg.facts.result.triggers import YEAR
from kg.frames import Frame
from kg.language import Document, Sentence, Token
from kg.lexicon import pattern, table
from kg.mentions import Scene
from kg.report.written_dates import written_dates

BEFORE, BEHIND = 12, 16  # words around a result that may tell of another day
LEAD = 4  # sentences in which a report says on which day its match was
CUP = 4  # words behind a year in which a cup and its qualifiers stand
AUXILIARY = 4  # words before a verb in which "who had" stands
LATER = pattern("results", "later_than")
OF_WEEKDAY = pattern("results", "of_weekday")
HAD = pattern("results", "had")
PERFECT = frozenset({"have", "has"})


def is_of_other_day(frame: Frame, scene: Scene) -> bool:
    """Whether words around a result tell that it is of another day: "last week's 2-0 win"."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    reach = words_around(frame) if frame.noun else words_of_clause(frame)
    if any(phrase in reach for phrase in table("results", "words")["other_day"]):
        return True
    if had_done(frame) or is_in_brackets(frame) or is_of_weekday(frame):
        return True
    tokens, own = frame.sentence.tokens, year_of(scene.document)
    years = [t for t in near if YEAR.fullmatch(t.text) and not is_since(tokens, t)]
    return any(int(t.text) != own and not is_edition(t, frame.sentence, own) for t in years)


def is_edition(year: Token, sentence: Sentence, own: int | None) -> bool:
    """Whether a year tells which cup a match is for: "won 3-0 in a 2026 World Cup qualifier".

    That cup is still to come. Where the report tells no year, it is if the match is a qualifier.
    """
    behind = sentence.tokens[year.index + 1 : year.index + 1 + CUP]
    if not behind or not behind[0].name:
        return False
    if own is not None:
        return int(year.text) > own
    return any(t.lower.startswith("qualif") for t in behind)


def year_of(document: Document) -> int | None:
    """The year of a report: that of its date, else of the first day that its lead writes out."""
    if document.report.date:
        return document.report.date.year
    lead = (day for s in document.sentences[:LEAD] for _, _, day in written_dates(s.text))
    return next((day.year for day in lead), None)


def had_done(frame: Frame) -> bool:
    """Whether a verb tells what a side had done before: "Hallvik, who had beaten Brevik 2-0"."""
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - AUXILIARY) : place]
    if frame.noun:
        return False
    is_later = "had" in (t.lower for t in before) and LATER.search(words_of_clause(frame))
    return bool(is_later or HAD.search("".join(f"{t.lower} " for t in before)))


def is_of_weekday(frame: Frame) -> bool:
    """Whether a result is looked back on as some day's: "dropped after Tuesday's 4-0 hiding"."""
    before = frame.sentence.tokens[max(0, frame.trigger.index - BEFORE) : frame.trigger.index]
    return frame.noun and bool(OF_WEEKDAY.search(" ".join(t.lower for t in before)))


def is_news(frame: Frame, scene: Scene) -> bool:
    """Whether the first sentence of a report tells its result as news: "have beaten Brevik 2-1"."""
    prose = (s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE)
    near = frame.sentence.tokens[max(0, frame.trigger.index - AUXILIARY) : frame.trigger.index]
    done = PERFECT.intersection(t.lower for t in near)
    return bool(done) and not frame.noun and frame.sentence == next(prose, None)


def is_in_brackets(frame: Frame) -> bool:
    """Whether a result is that of a year told before its brackets: "since 1974 (won 4-2)"."""
    before = frame.sentence.tokens[: frame.trigger.index]
    opens = max((t.index for t in before if t.text == "("), default=None)
    if opens is None or any(t.text == ")" for t in before[opens:]):
        return False
    return any(YEAR.fullmatch(t.text) for t in before[:opens])


def words_around(frame: Frame) -> str:
    """The words around a result that may tell of another day."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    return " ".join(t.text.lower() for t in near)


def words_of_clause(frame: Frame) -> str:
    """The words around a verb without the clauses before it that commas close.

    "Hallvik, beaten 3-2 a fortnight earlier, won 2-0".
    """
    place = frame.trigger.index
    tokens = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    comma = max((t.index for t in tokens if t.text == "," and t.index < place), default=-1)
    if any(t.is_verb for t in tokens if t.index < comma):
        tokens = tuple(t for t in tokens if t.index > comma)
    return " ".join(t.lower for t in tokens)


def is_since(tokens: Sequence[Token], year: Token) -> bool:
    """Whether a year only tells how long ago something was: "his first since April 2016"."""
    before = tokens[max(0, year.index - 2) : year.index]
    return "since" in (t.text.lower() for t in before)

"""Where the paragraphs of a text are, whether each is one line or its lines are hard-wrapped."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from kg.report import SENTENCE_END

MINUTE = re.compile(r"\W*\d{1,3}(?:\s?\+\s?\d{1,2})?\s?(?:['’′]|mins?\b)")  # a line of a ticker
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
ITEM = re.compile(rf"\s*[-–—•*●▪·]\s|{MINUTE.pattern}")
HALF_OF_SCORE = re.compile(
    r"\s*[^\W\d][^\d\n]{1,38}[^\W\d]\.? (?:\(\d{1,2}\) ?)?\d{1,2}(?: ?\(\d{1,2}\))?\s*"
)
FULL = 0.6  # of the width of a column that even its shortest line takes, but for the last
TWO_LINES = 2  # of a score
LINE_OF_PROSE = 45  # characters; hard-wrapped lines are longer than this, but for the last


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs; a line is one of its own unless the text is hard-wrapped."""
    spans: list[tuple[int, int]] = []
    for paragraph in PARAGRAPH.finditer(text):
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", paragraph.group())]
        offset = paragraph.start()
        if is_wrapped([paragraph.group()[start:end] for start, end in lines]):
            spans.append((offset, offset + lines[-1][1]))
        else:
            spans.extend((offset + start, offset + end) for start, end in lines)
    return joined_scores(text, spans)


def joined_scores(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs with a score on two lines as one: "Hallvik 2", and below it "Brevik 1".

    More such lines are a table.
    """
    found: list[tuple[int, int]] = []
    for is_half, lines in groupby(
        spans, key=lambda span: HALF_OF_SCORE.fullmatch(text, *span) is not None
    ):
        together = list(lines)
        if is_half and len(together) == TWO_LINES:
            together = [(together[0][0], together[-1][1])]
        found.extend(together)
    return found


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a paragraph break where a column ends, and not where a thought does.

    No line ends a sentence and one goes on in lower case; or else each line is full: the first
    word of the next would not have fitted.
    """
    *full, _ = lines
    ends = [bool(SENTENCE_END.search(line)) for line in full]
    if not full or all(ends) or any(len(line) <= LINE_OF_PROSE for line in full):
        return False
    width = max(map(len, lines))
    if any(len(line) < width * FULL for line in full):  # a headline above its text
        return False
    if any(ITEM.match(line) for line in lines[1:]):
        return False
    goes_on = any(line.lstrip()[:1].islower() for line in lines[1:])
    pairs = pairwise(lines)
    is_full = all(len(f"{one} {two.split()[0]}") > width for one, two in pairs)
    return is_full or (goes_on and not any(ends))

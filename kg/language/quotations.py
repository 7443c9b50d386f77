"""Where a text quotes somebody: a quotation asserts nothing, whoever speaks."""

import re
from collections.abc import Iterator

MARK = re.compile(r"[\"“”]")
BEFORE_OPENING = frozenset(" \t\n([—–-")
SENTENCE_END = re.compile(r"[.!?] ")
LONGEST_OPEN = 800  # characters of a quotation that nothing closes; beyond, its mark was a slip
SHORTEST = 14  # characters with the marks: what is shorter is a single word or a nickname


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The quotations of one paragraph as offsets of their marks, the end excluded.

    One that is not closed runs on in the next paragraph, and so to the end of this one; where
    that is far, to the end of its sentence.

    >>> list(quotations('Sorensen said: "We were too good for them." They were.'))
    [(15, 43)]
    """
    opened: int | None = None
    for mark in MARK.finditer(text):
        place = mark.start()
        if opened is None and is_opening(text, place):
            opened = place
        elif opened is not None and not is_opening(text, place):
            if place + 1 - opened >= SHORTEST:
                yield opened, place + 1
            opened = None
    if opened is not None:
        end = SENTENCE_END.search(text, opened)
        is_far = end is not None and len(text) - opened > LONGEST_OPEN
        yield opened, end.end() if end and is_far else len(text)


def is_opening(text: str, place: int) -> bool:
    """Whether a mark opens a quotation: a space before it, and none behind."""
    if text[place] != '"':
        return text[place] == "“"
    opens = place == 0 or text[place - 1] in BEFORE_OPENING
    return opens and place + 1 < len(text) and not text[place + 1].isspace()

"""Tell what stands on the page of a report and tells nothing: menus, buttons, links, bylines."""

import re
from functools import cache

from kg.lexicon import in_order, pattern, words

LONGEST = 200  # characters of such a line
LONGEST_BYLINE = 80
LONGEST_HEADING = 6  # words of a heading of links
TRAIL = re.compile(r"\S (?:>|»|›|/|\|) \S.*\S (?:>|»|›|/|\|) \S")  # "Home > Sport > Football"
BYLINE = pattern("boilerplate", "byline")
SCORE = re.compile(r"\w \d{1,2} ?[-–] ?\d{1,2} \w")  # "Hallvik 2-1 Brevik | Report | Fjord FC"
FIGURE = re.compile(r"[\d.,]+[km]?")


@cache
def opening(name: str) -> re.Pattern[str]:
    """The pattern of a line that opens with the words of a list."""
    forms = sorted(in_order("boilerplate", name), key=lambda form: (-len(form), form))
    return re.compile(rf"\W*(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


def is_boilerplate(line: str, *, is_sentence: bool) -> bool:
    """Whether a line is of the page and not of the report."""
    if len(line) > LONGEST:
        return False
    lower = line.lower()
    return bool(
        opening("opens").match(lower)
        or any(phrase in lower for phrase in words("boilerplate", "holds"))
        or (not is_sentence and opening("titles").match(lower))
        or (not is_sentence and TRAIL.search(line) and not SCORE.search(line))
        or is_row_of_buttons(lower)
    )


def is_row_of_buttons(line: str) -> bool:
    """Whether a line names buttons and counts alone: "Facebook Twitter 214 shares"."""
    parts = [part.strip("|·•,:()[]") for part in line.split()]
    buttons = words("boilerplate", "buttons")
    named = [part in buttons for part in parts if part and not FIGURE.fullmatch(part)]
    return bool(named) and all(named)


@cache
def label() -> re.Pattern[str]:
    """A label before the text of a paragraph: "Match in brief: ..."."""
    forms = sorted(in_order("boilerplate", "labels"), key=lambda form: (-len(form), form))
    labels = rf"\W*(?:{'|'.join(map(re.escape, forms))})\?? ?(?::|\||[–—-] )\s*"
    return re.compile(f"{pattern('boilerplate', 'slug').pattern}|{labels}", re.IGNORECASE)


def heads_links(line: str) -> bool:
    """Whether a line heads a list of links to other stories: "Most read", "Read more on Kaba"."""
    heading = line.strip(" :.|-–—\n").lower()
    if heading in words("boilerplate", "links"):
        return True
    is_short = len(heading.split()) <= LONGEST_HEADING and not heading.endswith(("?", "!"))
    return is_short and ":" not in heading and opening("links_open").match(heading) is not None


def is_byline(line: str) -> bool:
    """Whether a line tells who wrote the report: "By Ann Moe", "NPA Sports Writer"."""
    if len(line) > LONGEST_BYLINE:
        return False
    return bool(BYLINE.match(line)) or line.strip().lower().endswith(ends_of_bylines())


@cache
def ends_of_bylines() -> tuple[str, ...]:
    """How the line of an author ends."""
    return in_order("boilerplate", "authors")

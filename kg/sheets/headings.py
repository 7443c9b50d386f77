"""Find what may open a part of a sheet: a label, or the name of a team.

"Hallvik (4-4-2): Lund, Vold ... Subs not used: Holm. Hallvik bookings: Vold." has three. Whether a
part follows is decided by what stands behind (`kg.sheets.part`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import table
from kg.sheets.tokens import CAPITAL, any_of, in_title
from kg.sheets.told import Written

LINE_UP = "line_up"
NAMED = rf"{CAPITAL}[^\W_]*(?:['’.-][^\W_]+)*"
TEAM = rf"{NAMED}(?: (?:(?:&|de|da|do|of|the|and|la|le|van|y|e) )*{NAMED})*?(?: \d{{2,4}})?"
NUMBERS = r"\d(?:\s?[-–]\s?\d){2,4}"
SET_OUT = (
    rf"(?:\s?\((?P<formation>{NUMBERS})[^()]*\)|\s?(?P<open>{NUMBERS})"
    rf"|\s+(?i:formation|line-?up|set-?up)?:?\s*(?P<below>{NUMBERS}))"
)
START = r"(?:(?<=\n)|(?<!\W[A-Z]\. )(?<=[.;)\]!?|\"”] )|(?<=[.;)\]|\"”])|(?<=\d )|(?<=  ))[ \t]*"
BEFORE_LABEL = re.compile(
    rf"(?:^|[\n.;:)\]|\d\"”]|  |(?:^|[\n.])[ \t]*\()[ \t]*(?:(?P<team>{TEAM})(?:['’]s?)? (?:- )?)?$"
)
ENDS_LINE = re.compile(r"\d{1,3}(?:\+\d{1,2})?['’′]?[ \t]*(?=\n|$)")  # "9 Vold Yellow card 57'"
LONGEST_TEAM = 40  # characters
COLON = r"\s*(?::|_|—|–(?=\s)|-(?=\s))\s*"


@dataclass(frozen=True)
class Heading:
    """What opens a part: what the label means, or "line_up" of a team; offsets of it."""

    kind: str
    start: int
    end: int
    team: Written | None = None
    aside: str = ""
    alone: bool = False  # on a line of its own


@cache
def meanings() -> dict[str, str]:
    """What each label means, by its letters."""
    return {
        plain(word): meaning
        for meaning, forms in table("sheets", "labels").items()
        for word in forms
    }


def plain(label: str) -> str:
    """A label without what writers vary: case, hyphens, brackets, spaces."""
    return re.sub(r"[^a-z]+", "", label.lower())


@cache
def label_pattern() -> re.Pattern[str]:
    """A label with what may stand behind it: "Subs:", "Booked (Brevik):", "Goals for Brevik:"."""
    forms = frozenset().union(*table("sheets", "labels").values())
    labels = any_of(forms).replace(r"\(", r"\(?").replace(r"\)", r"\)?")
    return re.compile(
        rf"(?<![\w'’-])(?P<label>{labels})\.?(?![^\W_]|['’-])"
        rf"(?: for (?P<of>{TEAM})(?=\s*[:\n]))?(?:\s?\((?P<aside>[^()\n]{{1,30}})\))?"
        rf"(?:(?P<colon>{COLON})|(?P<line>[ \t]*\n)|(?P<bare>\s(?=[A-Z\d])))"
    )


@cache
def team_pattern() -> re.Pattern[str]:
    """The name of a team that may head a line-up, with its formation."""
    aside = r"(?:\s?\([^()\n]{1,40}\))?"
    return re.compile(
        rf"{START}(?P<team>{TEAM})(?: \d{{1,2}})?"
        rf"(?:{SET_OUT}(?:{COLON}|\s*\n|,?\s)|{aside}(?:{COLON}|(?P<line>[ \t]*\n)))"
    )


def headings(text: str) -> tuple[Heading, ...]:
    """All that may open a part, in the order of the text.

    A team with its formation goes before labels, even if it is "Formation: 4-4-2" on a line of its
    own, and labels go before other teams.
    """
    named = tuple(teams(text))
    kept: list[Heading] = []
    for found in ([team for team in named if team.aside], labels(text), named):
        for heading in found:
            if all(heading.end <= other.start or other.end <= heading.start for other in kept):
                kept.append(heading)
    return tuple(sorted(kept, key=lambda heading: heading.start))


def labels(text: str) -> Iterator[Heading]:
    """The labels of a text, with the team they are of: "Hallvik subs:"."""
    for found in label_pattern().finditer(text):
        start = found.start()
        before = BEFORE_LABEL.search(text, max(0, start - LONGEST_TEAM), start)
        opens = before is not None
        if is_inside_bracket(text, found.start()) and not opens:
            continue
        team = None
        if before and before["team"]:
            start, team = before.start("team"), written(text, *before.span("team"))
        elif found["of"]:
            team = written(text, *found.span("of"))
        elif found["aside"] and re.fullmatch(TEAM, found["aside"]):
            team = written(text, *found.span("aside"))
        bare = found["bare"] is not None
        if (bare or not opens) and not found["label"][0].isupper():
            continue
        if bare and (len(found["label"]) == 1 or ENDS_LINE.match(text, found.end())):
            continue
        aside = "bare" if bare else found["aside"] or ""
        kind = meanings()[plain(found["label"])]
        if kind == LINE_UP and team and not aside:  # "Hallvik line-up" is no name on its own line
            aside = found["label"]
        yield Heading(kind, start, found.end(), team, aside, is_alone(found, kind))


def is_alone(found: re.Match[str], kind: str) -> bool:
    """Whether a label has a line of its own, and a list below: "Line-up:", "Booked"."""
    below = kind == LINE_UP and "\n" in (found["colon"] or "")
    return below or found["line"] is not None


def is_inside_bracket(text: str, position: int) -> bool:
    """Whether a bracket of the same line is open: "Vold (Sub Krogh 57)"."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return line.count("(") > line.count(")")


def teams(text: str) -> Iterator[Heading]:
    """The names that may head a line-up."""
    for found in team_pattern().finditer("\n" + text):
        start, end = found.start("team") - 1, found.end("team") - 1
        name = written(text, start, end)
        if set(name.text.lower().split()) & table("sheets", "words")["no_team"]:
            continue
        if plain(name.text) not in meanings():
            alone = text[max(0, found.end() - 2) : found.end() - 1].endswith("\n")
            aside = found["formation"] or found["open"] or found["below"] or ""
            yield Heading(LINE_UP, start, found.end() - 1, name, aside, alone)


def written(text: str, start: int, end: int) -> Written:
    """A name of the text."""
    return Written(in_title(" ".join(text[start:end].split())), start, end)

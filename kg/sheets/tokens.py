"""Cut the text of a team sheet into tokens: names, figures, marks such as "(pen)", separators."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.lexicon import table, words
from kg.sheets.told import Minute, Written


class Sign(StrEnum):
    """What a token is."""

    NAME = "name"
    MINUTE = "minute"  # a figure that can be nothing else: 57', 90+2, 57mins
    NUMBER = "number"
    RATING = "rating"
    SCORE = "score"
    FORMATION = "formation"
    MARK = "mark"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    BREAK = ";"
    DASH = "-"
    COLON = ":"
    STOP = "."
    LINE = "\n"
    ODD = "odd"


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its report offsets; `value` is the meaning of a mark, or the text."""

    sign: Sign
    value: str
    start: int
    end: int
    minute: Minute | None = None

    @property
    def written(self) -> Written:
        """The token as the name of a player."""
        return Written(in_title(self.value, short=1), self.start, self.end)


SHORT = 3  # letters; a word in capitals as short as this is an abbreviation
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
WORD = rf"(?:{CAPITAL}\.(?:\s?{CAPITAL}\.)*|(?:[dlo]['’])?{CAPITAL}[^\W\d_]*(?:['’`-][^\W\d_]+)*)"
SUFFIX = r"(?:Jr|Jnr|Sr|Snr)\b"
FIGURE = (
    r"(?P<minute>\d{1,3})(?!\d)(?:['’′])?(?:\s?\(?\+\s?(?P<added>\d{1,2})\)?)?"
    r"(?P<clock>['’′]|(?:st|nd|rd|th)\b(?: min(?:ute)?s?\b)?|\s?mins?\b|\s?minutes?\b)?"
)
CLOCK = re.compile(r"['’′+]|st|nd|rd|th|min")
LATEST = 120
WORDY = 6  # letters of a mark that is a word and ends no name: "Booked", not "Capt"
# Before these, or at the start, a figure with a full stop is the number of a player.
OPENING = frozenset({None, Sign.COMMA, Sign.BREAK, Sign.LINE, Sign.DASH})


def in_title(name: str, short: int = SHORT) -> str:
    """A name that is written in capitals, as it is written in prose: "LUND" is Lund."""
    if not name.isupper() or max(map(len, name.split())) <= short:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)


def phrase(text: str) -> str:
    """A pattern for words of the lists, with any white space or hyphen between them."""
    return re.sub(r"(?:\\ |\\-)", r"[\\s-]+", re.escape(text)).replace(r"\.", r"\.\s?")


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of the words of a list, in any case, the longest first.

    They are put together by their first letters, since it is tried at every word of a report.
    """
    rests: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        letter = form[0].lower() if form[0].isalnum() else ""
        rests.setdefault(letter, []).append(phrase(form)[len(letter) :])
    ways = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return f"(?i:{'|'.join(ways)})"


@cache
def meanings() -> dict[str, str]:
    """The meaning of each mark, by its letters."""
    return {
        letters(word): meaning
        for meaning, forms in table("sheets", "marks").items()
        for word in forms
    }


def letters(text: str) -> str:
    """A mark without what writers vary: case, hyphens, spaces, stops."""
    return re.sub(r"[\s.-]+", "", text).lower()


@cache
def lexer() -> re.Pattern[str]:
    """The pattern of one token, the names of its groups those of the signs."""
    particles = "|".join(sorted(words("names", "particles") - {"&", "y", "e"}))
    part = rf"(?:(?:{particles}) +)*(?!{SUFFIX}){WORD}"
    forms = frozenset().union(*table("sheets", "marks").values()) - {"&"}
    told = any_of(form for form in forms if len(form) >= WORDY)
    behind = rf"(?!{told}(?!\w)){part}"  # "Vold Booked at 55mins" names Vold
    name = rf"{part}(?:(?: +|(?<=\.)){behind})*(?:,? {SUFFIX}\.?)?"
    one = "".join(sorted(form for form in forms if len(form) == 1))
    marks = any_of(form for form in forms if len(form) > 1)
    return re.compile(
        rf"(?P<LINE>\n)|(?P<FORMATION>\b\d(?:[-–]\d){{2,4}}\b)"
        rf"|(?P<SCORE>(?<![\d+])\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?![\d'’+-]))"
        rf"|(?P<RATING>\d\.\d\b|\b\d{{1,2}}(?:\.\d)?/10\b)|(?P<FIGURE>{FIGURE})"
        rf"|(?P<MARK>&|(?<![^\W\d_]){marks}(?![^\W\d_]|-\w)"
        rf"|(?<![^\W\d_])[{one}](?![^\W_.'’])|(?<=[(\[])(?i:[{one}])(?=[)\]]))"
        rf"|(?P<NAME>{name})|(?P<OPEN>[(\[])|(?P<CLOSE>[)\]])|(?P<COMMA>[,/])|(?P<BREAK>[;|•·*])"
        r"|(?P<DASH>[-–—_→>]+)|(?P<COLON>:)|(?P<STOP>[.!?…]+)|(?P<SPACE>[\s\"“”‘]+)|(?P<ODD>\w+|.)"
    )


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end]."""
    return tuple(cut(text, start, end))


def cut(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens in order; stops and colons that end nothing are left out."""
    depth = 0
    before: tuple[Sign | None, Sign | None] = (None, None)
    for found in lexer().finditer(text, start, end):
        kind = str(found.lastgroup)
        if kind == "FIGURE" or found["minute"]:
            token = figure(found)
            before = before[1], token.sign
            yield token
            continue
        if kind == "STOP" and before[1] is Sign.NUMBER and before[0] in OPENING:
            continue  # "1. Lund"
        is_idle = kind in ("STOP", "COLON") and depth  # "(sub: Krogh, 57 mins.)"
        if kind == "SPACE" or is_idle or (kind == "STOP" and not ends(text, found.end())):
            continue
        depth = max(0, depth + (kind == "OPEN") - (kind == "CLOSE"))
        value = " ".join(found.group().split())
        if kind == "MARK":
            value = meanings()[letters(value)]
        before = before[1], Sign[kind]
        yield Token(Sign[kind], value, found.start(), found.end())


def ends(text: str, position: int) -> bool:
    """Whether a full stop before `position` ends a part: more than a separator follows."""
    rest = text[position : position + 2].lstrip(" ")
    return not rest or not (rest[0].isdigit() or rest[0] in ",;)]")


def figure(found: re.Match[str]) -> Token:
    """A number, or what can only be a minute."""
    added = int(found["added"]) if found["added"] else None
    minute = Minute(int(found["minute"]), added)
    is_minute = bool(CLOCK.search(found.group())) and minute.minute <= LATEST
    sign = Sign.MINUTE if is_minute else Sign.NUMBER
    value = found.group().strip() if is_minute else found["minute"]
    return Token(sign, value, found.start(), found.end(), minute)

"""Find the dates that a text writes out with their year, in the ways the press writes them."""

import datetime
import re
from collections.abc import Iterator

from kg.lexicon import in_order

MONTHS = in_order("calendar", "months")
ORDINAL = r"(?:st|nd|rd|th)?"
MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|Sept)\.?"
YEAR = r"(?P<{}>(?:18|19|20)\d\d)(?!\d)"
ISO = r"(?P<iso>\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b)"
DAY_FIRST = (
    rf"\b(?P<day>\d{{1,2}}){ORDINAL}(?: of)?[ -](?P<month>{MONTH}),?[ -]{YEAR.format('year')}"
)
MONTH_FIRST = rf"\b(?P<month_>{MONTH}) (?P<day_>\d{{1,2}}){ORDINAL},? {YEAR.format('year_')}"
FIGURES = rf"\b(?P<one>\d{{1,2}})(?P<part>[/.-])(?P<two>\d{{1,2}})(?P=part){YEAR.format('year__')}"
DATE = re.compile(f"{ISO}|{DAY_FIRST}|{MONTH_FIRST}|{FIGURES}", re.IGNORECASE)

LONGEST = 120  # characters of a line of dates alone
CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?|\d{1,2}\s?(?=[ap]\.?m\b)"
ZONE = (
    r"[ap]\.?m\b\.?|(?:GMT|UTC|BST|[CE]ES?T|WAT|SAST|IST|[AECMP][DS]?T|A[EC][DS]T|UK|local time)\b"
    r"(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
LABEL = (
    r"\b(?:first |last )?(?:published|updated?|posted|created|modified|issued|date|on|at|time)\b:?"
)
AROUND = re.compile(rf"{WEEKDAY}|{LABEL}|{CLOCK}|{ZONE}|[\s|,:;/()–—•·-]+", re.IGNORECASE)


def written_dates(text: str) -> Iterator[tuple[int, int, datetime.date]]:
    """The dates with their offsets; figures that may be read two ways ("08/09/2019") are none.

    >>> [day.isoformat() for _, _, day in written_dates("Posted: 24 Nov 2018, 9.15pm")]
    ['2018-11-24']
    """
    for found in DATE.finditer(text):
        day = date_in(found)
        if day:
            yield found.start(), found.end(), day


def date_in(found: re.Match[str]) -> datetime.date | None:
    """The day that a date names, if there is such a day."""
    if found["iso"]:
        year, month, day = map(int, re.split("[-/]", found["iso"]))
    elif found["part"]:
        one, two, year = int(found["one"]), int(found["two"]), int(found["year__"])
        day, month = (two, one) if two > len(MONTHS) else (one, two)
        if day <= len(MONTHS) and day != month:
            return None
    else:
        name = (found["month"] or found["month_"])[:3].capitalize()
        month = next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name))
        day, year = int(found["day"] or found["day_"]), int(found["year"] or found["year_"])
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def is_only_dates(line: str) -> bool:
    """Whether a line says no more than when it was written: "Updated 3 March 2018, 17:52 GMT"."""
    if len(line) > LONGEST:
        return False
    rest = DATE.sub(" ", line)
    return rest != line and not AROUND.sub("", rest).strip()

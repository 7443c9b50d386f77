"""Find where a report was written.

"BERGAMO, Italy (NPA) —", "Bergamo (npa) -", "Bergamo, Italy –", "BERGAMO:".
"""

import re
from dataclasses import dataclass

from kg.lexicon import words
from kg.report import SENTENCE_END
from kg.report.written_dates import MONTH

CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
WORD = rf"{CAPITAL}[^\W\d_]+"
IN_CAPITALS = rf"{CAPITAL}(?:{CAPITAL}|[.'\- ]){{1,30}}{CAPITAL}"
# "Italy", "South Korea", or a state in short: "Va.", "N.C."
STATE = r"[A-Z][a-z]{1,4}\.|(?:[A-Z]\.){2}"
COUNTRY = rf"(?:, (?P<country>{STATE}|[^\W\d_a-z][^\W\d]{{2,25}}(?: [^\W\d]+)?))?"
DAY = rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)"
AGENCY = r"\([A-Za-z][\w/ .]{1,25}\)"
DASH = r"\s*(?:[—–]|-{1,2})\s+"
NAMED = rf"{WORD}(?:[ -]{WORD}){{0,2}}"
# "BERGAMO, Italy, March 7 (NPA) —" is sure; "Bergamo (npa) -" is by its agency.
FULL = re.compile(
    rf"\s*(?P<city>{IN_CAPITALS}){COUNTRY}(?:,? (?:\w+\.? \d{{1,2}}))?\s*(?:{AGENCY})?{DASH}"
)
BY_AGENCY = re.compile(rf"\s*(?P<city>{NAMED}){COUNTRY}{DAY}?\s*{AGENCY}(?:\s*:\s|{DASH}|\s*$)")
# "Bergamo, Dec 1 (NPA) Atalanta drew" needs no dash.
BY_DAY_AND_AGENCY = re.compile(
    rf"\s*(?P<city>{NAMED}|{IN_CAPITALS}){COUNTRY}{DAY}\s*{AGENCY}\s+(?=[^\W_a-z])"
)
# "Bergamo, Italy – Atalanta drew": both, and a dash by itself before the prose.
BY_COUNTRY = re.compile(
    rf"\s*(?P<city>{NAMED}), (?P<country>{STATE}|[^\W\d_a-z][^\W\d]{{2,25}}(?: [^\W\d]+)?)"
    rf"\s+[—–-]{{1,2}}\s+(?=[^\W_a-z])"
)
BY_COLON = re.compile(rf"\s*(?P<city>{IN_CAPITALS}){COUNTRY}\s*(?:{AGENCY})?\s*:\s+")
BY_DAY = re.compile(rf"\s*(?P<city>{NAMED}|{IN_CAPITALS}){COUNTRY}{DAY}\s*[:.—–-]*\s*$")
# "Bergamo — Atalanta drew" opens the prose; "Kaba — the captain — scored" names no city.
BY_LONG_DASH = re.compile(rf"\s*(?P<city>{NAMED})(?P<country>)\s+—\s+(?=[^\W_a-z])(?![^.!?]* — )")
LINES = (BY_AGENCY, BY_DAY_AND_AGENCY, BY_DAY)
SHORTEST = 45  # characters of the prose behind a city that nothing else makes sure


@dataclass(frozen=True)
class Dateline:
    """Where a report was written: "BERGAMO, Italy (AP) —"; `country` may be empty."""

    city: str
    country: str
    start: int
    end: int


def find_dateline(text: str, start: int, end: int, *, first: bool = False) -> Dateline | None:
    """The dateline that a paragraph text[start:end] opens with, or is.

    A city before a colon ("BERGAMO:") is one if a sentence follows, and it is no "LIVE:". Where the
    paragraph is the `first` of the prose, a dash alone may stand behind a city.
    """
    told = text[start:end]
    found = next((line for way in LINES if (line := way.match(told))), None) or opening(told, first)
    if not found or is_no_city(found["city"]):
        return None
    place = start + found.start("city")
    return Dateline(found["city"].title(), found["country"] or "", place, start + found.end())


def is_no_city(name: str) -> bool:
    """Whether words where a city may stand are none: "Wednesday", "May", "LIVE"."""
    days = words("calendar", "weekdays") | words("calendar", "months")
    days |= words("calendar", "short_months")
    return name.title() in days or name.lower() in words("boilerplate", "no_city")


def opening(told: str, first: bool) -> re.Match[str] | None:
    """The dateline before the prose of a paragraph."""
    found = FULL.match(told) or BY_COUNTRY.match(told)
    if found is None and SENTENCE_END.search(told):
        found = BY_COLON.match(told) or (BY_LONG_DASH.match(told) if first else None)
    return found if found and len(told) - found.end() > SHORTEST else None

"""The days a report speaks of, counted from its own: "on Tuesday (Dec 1)", "next Saturday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.language import Sentence
from kg.lexicon import in_order, pattern
from kg.report.written_dates import written_dates

WEEK = 7
MONTHS = in_order("calendar", "months")
WEEKDAYS = tuple(day.lower() for day in in_order("calendar", "weekdays"))
SEASON = timedelta(days=300)


def of_days(name: str) -> re.Pattern[str]:
    """A pattern of `days.toml`, the days and months in it written out."""
    days = {"DAY": WEEKDAYS, "MONTH": MONTHS, "SHORT": [month[:3] for month in MONTHS]}
    return pattern("days", name, **{macro: "|".join(ways) for macro, ways in days.items()})


ON_DAY = of_days("on_day")
WEEKDAY = of_days("weekday")
CALENDAR_DAY = of_days("calendar_day")
FURTHER = of_days("further")
ELSEWHERE = of_days("elsewhere")
OF_DAY = of_days("of_day")
NOT_THIS = of_days("not_this")
PAST = of_days("past")
COMING = of_days("coming")
TOMORROW = of_days("tomorrow")
LATER = of_days("later")


def day_of_match(lead: Sequence[Sentence], published: date | None) -> date | None:
    """The day of the match that the lead names, at or before the day of the report."""
    for sentence in lead:
        if dated := day_with_year(sentence.text, published):
            return dated
        if published is None:
            continue
        written = CALENDAR_DAY.search(sentence.text)
        if written:
            return calendar_day(written, published)
        for found in WEEKDAY.finditer(sentence.text):
            before = sentence.text[: found.start()].lower()
            owns = sentence.text[found.end() : found.end() + 2] in ("'s", "’s")
            elsewhere = ELSEWHERE.search(before) and not before.endswith("later ")
            if not owns and not FURTHER.search(before) and not elsewhere:
                return last_weekday(published, found[1])
    return None


def day_in_passing(prose: Sequence[Sentence], published: date | None) -> date | None:
    """The day that a report gives its match in passing: "went into Saturday's clash winless"."""
    for sentence in prose if published else ():
        for found in OF_DAY.finditer(sentence.text):
            before = sentence.text[: found.start()].lower()
            if published and not FURTHER.search(before) and not NOT_THIS.search(before):
                return last_weekday(published, found[1])
    return None


def day_with_year(text: str, published: date | None) -> date | None:
    """The day that a text writes with its year: "was played on 21 May 2003"; none of long ago."""
    for start, _, day in written_dates(text):
        is_told = ON_DAY.search(text[:start]) and not FURTHER.search(text[:start].lower())
        if is_told and (published is None or timedelta(0) <= published - day < SEASON):
            return day
    return None


def past_day(text: str, published: date | None) -> date | None:
    """The day that a text names of a match before: "on Tuesday", "on December 18"."""
    if published is None:
        return None
    if written := CALENDAR_DAY.search(text):
        return calendar_day(written, published)
    found = PAST.search(text.lower())
    return last_weekday(published, found[1] or found[2]) if found else None


def last_weekday(published: date, weekday: str) -> date:
    """The last such weekday up to the day of the report."""
    back = (published.weekday() - WEEKDAYS.index(weekday.lower())) % WEEK
    return published - timedelta(days=back)


def calendar_day(written: re.Match[str], published: date) -> date | None:
    """The last day up to that of the report that is written so: "Dec 1", "18 December"."""
    return last_such_day(published, *month_and_day(written))


def last_such_day(published: date, month: int, day: int) -> date | None:
    """The last such day up to the day of the report."""
    for year in (published.year, published.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found <= published:
            return found
    return None


def day_to_come(text: str, start: int, end: int, published: date | None) -> date | None:
    """The day that text[start:end] names: the first such weekday after the day of the report."""
    if published is None:
        return None
    if TOMORROW.search(text, start, end):
        return published + timedelta(days=1)
    if later := LATER.search(text, start, end):
        ahead = (WEEKDAYS.index(later[1]) - published.weekday()) % WEEK if later[1] else 0
        return published + timedelta(days=ahead)
    for found in COMING.finditer(text, start, end):
        ahead = (WEEKDAYS.index(found[2]) - published.weekday() - 1) % WEEK + 1
        in_next_week = WEEKDAYS.index(found[2]) <= published.weekday()
        if found[1] in (None, "this") or (found[1] == "next" and in_next_week):
            return published + timedelta(days=ahead)
    written = CALENDAR_DAY.search(text.title(), start, end)
    return next_such_day(published, written) if written else None


def next_such_day(published: date, written: re.Match[str]) -> date | None:
    """The next day after that of the report that is written so: "March 18"."""
    month, day = month_and_day(written)
    for year in (published.year, published.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found > published:
            return found
    return None


def month_and_day(written: re.Match[str]) -> tuple[int, int]:
    """The month and day of a date as it is written."""
    name = (written[1] or written[4])[:3]
    month = next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name))
    return month, int(written[2] or written[3])

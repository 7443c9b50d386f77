"""Read the minutes of a match as sentences tell them: "11 minutes from time" is minute 79.

Minutes before the break count down from 45, after the restart up from it, before the end down from
90. "Just before the hour" is approximate and says so. "Two minutes later" needs the event before.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import count

from kg.language import Sentence
from kg.lexicon import (
    Screen,
    Written,
    content,
    number_macros,
    pattern,
    screen,
    spelled_out,
    to_number,
)

GROUP = re.compile(r"\(\?P<([na])>")
ALONE = r"(?<![\w+-])"  # no minute is the end of a word or of a sum
LAST_MINUTE = 120
SENTENCES = 512  # of which the minutes are kept: several stages ask for those of one sentence
HALF = 45
LATER = "LAST+"  # of a way that counts on from the minute told last
MINUTE, SECONDS = 60, "SECONDS"
FIRST_HALF = pattern("moments", "first_half")
OF_EXTRA_TIME = pattern("moments", "of_extra_time")
NEARLY = pattern("moments", "nearly")


@dataclass(frozen=True)
class Moment:
    """A time in a match: `minute` 1 to 120 with `added` minutes, where it stands (report offsets).

    `about` marks an approximate minute; `later` counts minutes from the event told before; `ahead`
    marks the minute of what is told next: "within 11 minutes of a victory, but Rovani's header".
    `since` is the offset of the minute that "ten minutes later" was counted from.
    """

    minute: int | None
    added: int | None
    about: bool
    later: int | None
    ahead: bool
    start: int = 0
    end: int = 0
    text: str = ""
    since: int | None = None

    @property
    def is_limit(self) -> bool:
        """Whether it only tells by when: "within five minutes of the restart"."""
        return self.text.lower().startswith("within ")

    @property
    def shown(self) -> str:
        """As reports write it: "13" or "90+3"."""
        return f"{self.minute}+{self.added}" if self.added else str(self.minute)


@dataclass(frozen=True)
class Way:
    """A way to tell a minute, compiled; one of `several` is no minute alone.

    `barred` names the pattern (`file.pattern`) of what before it keeps it from being one.
    """

    pattern: Written
    minute: str
    added: str
    about: bool
    ahead: bool
    several: bool
    barred: str


@cache
def patterns() -> Screen[Way]:
    """The ways of `moments.toml`, the more particular first."""
    data = content("moments")
    macros = {**data["macros"], **number_macros()}
    return screen(
        Way(
            Written(ALONE + numbered(spelled_out(entry["pattern"], macros)), re.IGNORECASE),
            entry["minute"],
            entry.get("added", ""),
            entry.get("about", False),
            entry.get("ahead", False),
            entry.get("several", False),
            entry.get("barred", ""),
        )
        for entry in data["moment"]
    )


def numbered(pattern: str) -> str:
    """A pattern whose alternatives may each hold a number: the groups are n1, n2, a1 and so on."""
    counts = {"n": count(1), "a": count(1)}
    return GROUP.sub(lambda found: f"(?P<{found[1]}{next(counts[found[1]])}>", pattern)


def find_moments(sentence: Sentence, *, bracketed: bool = False) -> tuple[Moment, ...]:
    """The minutes a sentence tells, in text order; of two that overlap the more particular.

    Where a report has its minutes `bracketed`, a bare number in brackets is one by itself.
    """
    return tuple(
        replace(m, start=sentence.start + m.start, end=sentence.start + m.end)
        for m in moments_in(sentence.text, bracketed=bracketed)
    )


@lru_cache(maxsize=SENTENCES)
def moments_in(text: str, *, bracketed: bool = False) -> tuple[Moment, ...]:
    """The minutes that the text of a sentence tells, with their offsets in it.

    A bare number is one only beside another: "Kaba (13) and Soldal (56)", "on 20 minutes and 55".
    """
    alone: set[int] = set()
    early = bool(FIRST_HALF.search(text))
    found: list[Moment] = []
    for way in patterns().passed(text):
        for match in way.pattern.finditer(text):
            start, end = match.span()
            if any(m.start < end and start < m.end for m in found) or is_barred(way, text[:start]):
                continue
            number, extra = number_in(match, "n"), number_in(match, "a")
            late = way.minute == "90-N" and OF_EXTRA_TIME.search(text, 0, start) is not None
            base = replace(way, minute="120-N") if late else way
            moment = told(base, number, extra, early=early)
            if moment and number is not None and NEARLY.search(text, 0, match.start()):
                moment = replace(moment, about=True)
            if moment:
                found.append(replace(moment, start=start, end=end, text=match.group()))
                alone |= {start} if way.several else set()
    in_brackets = [m for m in found if m.text.startswith("(")]
    exact = [m for m in found if m.start not in alone and m.minute and not m.about]
    kept = (
        m
        for m in found
        if m.start not in alone
        or (bracketed or len(in_brackets) > 1 if m in in_brackets else exact)
    )
    return tuple(sorted(kept, key=lambda m: m.start))


def is_barred(way: Way, before: str) -> bool:
    """Whether the words before a number show that it is no minute: "Hallvik are second on 24"."""
    file, _, name = way.barred.partition(".")
    return bool(name) and pattern(file, name).search(before.lower()) is not None


def number_in(match: re.Match[str], name: str) -> int | None:
    """The number that a pattern found in one of its groups of a name, if in any."""
    found = (text for group, text in match.groupdict().items() if text and group[0] == name)
    return to_number(next(found, ""))


def told(way: Way, number: int | None, extra: int | None, *, early: bool) -> Moment | None:
    """The moment a pattern tells with its numbers filled in, or none if no match lasts so long.

    Stoppage time is the first half's (`early`) if the sentence speaks of it, unless the minutes of
    it are told beside those before (`extra`). Where the moment stands in the report is left open.
    """
    if way.minute.startswith(LATER):
        later = number or int(way.minute.removeprefix(LATER).replace("N", "0"))
        return Moment(None, None, False, later, False) if later else None
    minute = minute_told(way.minute, number)
    if way.added == "N" and early:
        minute = HALF
    if minute is None or not 0 < minute <= LAST_MINUTE:
        return None
    added = {"N": number, "A": extra}.get(way.added)
    return Moment(minute, added, way.about, None, way.ahead)


def minute_told(way: str, number: int | None) -> int | None:
    """The minute that a pattern tells: "45+N" with 4 is 49, 90 "SECONDS" fall into the second."""
    if way.endswith(SECONDS):
        started = int(way.removesuffix(SECONDS).rstrip("+") or 0)
        return started - (-number // MINUTE) if number is not None else None
    base, up, _ = way.partition("+N")
    base, down, _ = base.partition("-N")
    minute = number if base == "N" else int(base)
    if number is None or minute is None:
        return minute
    return minute + (number if up else -number if down else 0)

"""Read the minutes of a match as sentences tell them: "11 minutes from time" is minute 79.

Minutes before the break count down from 45, after the restart up from it, before the end down from
90. "Just before the hour" is approximate and says so. "Two minutes later" needs the event before.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from kg.language import Sentence
from kg.lexicon import pattern
from kg.phrasings.moment_ways import Way, is_barred, minute_told, number_in, ways

LAST_MINUTE = 120
SENTENCES = 512  # of which the minutes are kept: several stages ask for those of one sentence
HALF = 45
LATER = "LAST+"  # of a way that counts on from the minute told last
BEHIND = 20  # characters behind a minute in which it is said to be of normal time
# What a minute is that counts back from the end of extra time, or on from its start.
IN_EXTRA_TIME = {"90-N": "120-N", "N": "90+N"}
FIRST_HALF = pattern("moments", "first_half")
OF_EXTRA_TIME = pattern("moments", "of_extra_time")
OF_NORMAL_TIME = pattern("moments", "of_normal_time")
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
    for way in ways().passed(text):
        for match in way.pattern.finditer(text):
            start, end = match.span()
            if any(m.start < end and start < m.end for m in found) or is_barred(way, text[:start]):
                continue
            number, extra = number_in(match, "n"), number_in(match, "a")
            late = IN_EXTRA_TIME.get(way.minute)
            counts = way.minute != "N" or match.group().lower().startswith("within ")
            is_late = late is not None and counts and is_of_extra_time(text, start, end)
            base = replace(way, minute=late) if late and is_late else way
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


def is_of_extra_time(text: str, start: int, end: int) -> bool:
    """Whether minutes are those of extra time: "went to extra time and led within two minutes"."""
    there = any(found["late"] for found in OF_EXTRA_TIME.finditer(text, 0, start))
    return there and OF_NORMAL_TIME.search(text, start, end + BEHIND) is None

"""The minutes that each sentence tells, those that count on from another one as well.

"Two minutes later" counts from the minute told last; the 94th minute is 90+4 where no extra time
was played.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.blocks import Block
from kg.facts.asides import OTHER_MATCH, Aside, beside
from kg.language import Document, Sentence
from kg.lexicon import pattern
from kg.phrasings.moments import LAST_MINUTE, Moment, find_moments

HALF = 45  # the minute at which the second half begins
END = 90  # the minute after which stoppage time is played, or extra time
FEWEST = 3  # numbers in brackets by which a report is known to give its minutes so
YOUNGEST, OLDEST = 15, 45  # of players
BRACKETED = re.compile(r"[^\W\d] \((\d{1,3})(?:st|nd|rd|th)?\)")
CALLED = re.compile(r"^(\d{1,3})(?:\+(\d{1,2}))?: (?=\S)", re.MULTILINE)  # "9: GOAL!"
OF_NOUN = re.compile(r"\w-minute$")  # "his fifth-minute header"
TICKER = re.compile(r"\W*\d")  # "14'", "90+3'"

Minutes = tuple[tuple[Moment, ...], ...]  # of each sentence


def tell_time(document: Document, asides: Sequence[Aside]) -> Minutes:
    """The minutes of the match that each sentence tells."""
    return tell_minutes(document, lambda moment: beside(asides, moment.start) is None)


def tell_time_elsewhere(document: Document, asides: Sequence[Aside]) -> Minutes:
    """The minutes of another match that each sentence tells."""
    return tell_minutes(document, lambda moment: beside(asides, moment.start) == OTHER_MATCH)


def tell_minutes(document: Document, is_told: Callable[[Moment], bool]) -> Minutes:
    """The minutes of one match that each sentence tells, where `is_told` knows them from others.

    "Two minutes later" counts from the last one told; the minute that opens a paragraph of a ticker
    is that of all its sentences.
    """
    found: list[tuple[Moment, ...]] = []
    last: Moment | None = None
    entry: Moment | None = None
    block: Block | None = None
    before: Sentence | None = None
    extra_time = pattern("moments", "extra_time").search(document.report.text) is not None
    bracketed = has_bracketed(document.report.text)
    live = len(CALLED.findall(document.report.text)) >= FEWEST
    for sentence in document.sentences:
        told = find_moments(sentence, bracketed=bracketed)
        opens = sentence.start <= sentence.block.start + 1
        if live and opens and not told and (called := called_at(sentence)):
            told = (called,)
        played = [moment for moment in told if is_told(moment)]
        if last and block == sentence.block:
            played = [counted_on(moment, last) for moment in played]
        if before is not None and before.block == sentence.block:
            played = [counted_from_break(moment, before) for moment in played]
        before = sentence
        if last:
            played = [seconds_on(moment, sentence) for moment in played]
        block = sentence.block
        moments = in_stoppage_time(resolve_later(played, last), extra_time=extra_time)
        last = last_exact(moments) or last
        if opens:
            entry = entered_at(sentence, moments)
        elif entry and not moments:
            moments = (replace(entry, start=sentence.start, end=sentence.start),)
        found.append(moments)
    return tuple(found)


def called_at(sentence: Sentence) -> Moment | None:
    """The minute that opens a line of a live report as a bare number: "9: GOAL!"."""
    found = CALLED.match(sentence.text)
    if found is None or not 0 < int(found[1]) <= LAST_MINUTE:
        return None
    start = sentence.start
    added = int(found[2]) if found[2] else None
    return Moment(int(found[1]), added, False, None, False, start, start + 1, found[1])


def has_bracketed(text: str) -> bool:
    """Whether a report gives its minutes in brackets behind names: "Kaba (12) put Hallvik ahead".

    Who is 12 or 70 years old plays in no match.
    """
    told = [int(n) for n in BRACKETED.findall(text)]
    return len(told) >= FEWEST and min(told) < YOUNGEST and max(told) > OLDEST


def counted_on(moment: Moment, last: Moment) -> Moment:
    """A moment that would be before the one told last, and is rather told as some minutes after it.

    Behind "in the 48th minute" of its paragraph, "After four minutes, Kaba" is in the 52nd.
    """
    is_earlier = 0 < (moment.minute or 0) < (last.minute or 0) and not moment.added
    is_length = pattern("moments", "counted_on").match(moment.text) and not moment.about
    if not (is_earlier and is_length):
        return moment
    return replace(moment, minute=None, later=moment.minute)


def counted_from_break(moment: Moment, before: Sentence) -> Moment:
    """A moment that counts from half-time, of which the sentence before it tells.

    "Lunde sent on Dahl at half-time. It took Dahl just seven minutes to score": in the 52nd.
    """
    minutes = moment.later or moment.minute or 0
    is_length = pattern("moments", "took").match(moment.text) and 0 < minutes < HALF
    if not (is_length and pattern("moments", "at_break").search(before.text.lower())):
        return moment
    return replace(moment, minute=HALF + minutes, later=None)


def seconds_on(moment: Moment, sentence: Sentence) -> Moment:
    """A moment, that of an answer so many seconds after another: "level within 60 seconds"."""
    is_length = moment.text.lower().startswith(("within", "inside", "just", "only"))
    if not (is_length and moment.text.endswith("seconds")):
        return moment
    if not pattern("moments", "answer").search(sentence.text.lower()):
        return moment
    return replace(moment, minute=None, later=moment.minute)


def resolve_later(moments: Sequence[Moment], last: Moment | None) -> tuple[Moment, ...]:
    """The moments with "two minutes later" counted from the last minute told."""
    found = []
    for told in moments:
        moment = told
        if told.later is not None:
            if last is None and not pattern("moments", "from_start").match(told.text):
                continue
            at_start = replace(told, minute=told.later)
            moment = later_than(last, told.later, told) if last else at_start
        if moment.minute:
            last = moment
            found.append(moment)
    return tuple(found)


def later_than(last: Moment, minutes: int, told: Moment) -> Moment:
    """A moment told as some minutes after another; those of stoppage time count in it."""
    if last.added:
        return replace(told, minute=last.minute, added=last.added + minutes, since=last.start)
    return replace(told, minute=(last.minute or 0) + minutes, since=last.start)


def in_stoppage_time(moments: Sequence[Moment], *, extra_time: bool) -> tuple[Moment, ...]:
    """The moments with those past the 90th minute told as stoppage time, unless play went on."""
    return tuple(
        replace(moment, minute=END, added=moment.minute - END)
        if moment.minute and moment.minute > END and not extra_time
        else moment
        for moment in moments
    )


def last_exact(moments: Sequence[Moment]) -> Moment | None:
    """The last moment told that is not approximate, rather none of "his fifth-minute header"."""
    told = [m for m in reversed(moments) if m.minute and not m.about]
    return next((m for m in told if not OF_NOUN.search(m.text)), next(iter(told), None))


def entered_at(sentence: Sentence, moments: Sequence[Moment]) -> Moment | None:
    """The minute that opens a paragraph as in a ticker: "14' Goal! Kaba slots home."."""
    first = next(iter(moments), None)
    is_entry = first and TICKER.match(first.text) and first.start <= sentence.start + 2
    return first if is_entry else None

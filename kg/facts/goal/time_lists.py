"""Lists of people who each have a time: "Lund in the third minute and Vik in the 29th".

Between the time of one and who comes next stands nothing but "and" or the like; the time stands
beside its own: "Vik late on", "and, five minutes from time, Vik".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.facts.timing import is_bracketed
from kg.language import Sentence, Token
from kg.lexicon import pattern, words
from kg.mentions.entities import Kind, Mention
from kg.phrasings.moments import Moment

LOOSELY = pattern("moments", "loosely")
FINITE = ("VBD", "VBZ", "VBP", "MD")
ENDS = (".", ";", ":")


@dataclass(frozen=True)
class Time:
    """The words for a time with what leads to them, from `first` to `last`; some tell no minute."""

    first: int
    last: int
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Listed:
    """One of a list from token `first` to `last`, with his time; the first may not stand beside it.

    `acts` tells that a verb stands behind: "and Vik in the 29th was booked".
    """

    who: Mention | None
    first: int
    last: int
    moments: tuple[Moment, ...]
    acts: bool


def time_lists(
    sentence: Sentence, mentions: Sequence[Mention], moments: Sequence[Moment]
) -> tuple[tuple[Listed, ...], ...]:
    """The lists of a sentence, each of two at the least."""
    people = [m for m in mentions if m.kind is Kind.PERSON and m.entity and not m.is_pronoun]
    lists: list[list[Listed]] = []
    end = -1
    for since, time in pairwise(times(sentence, moments)):
        who = next((m for m in people if is_next(m, since, time, sentence)), None)
        if who is None:
            continue
        if not lists or since.last != end:
            lists.append([listed(beside(people, since, sentence), since, sentence)])
        lists[-1].append(listed(who, time, sentence))
        end = time.last
    return tuple(map(tuple, lists))


def listed(who: Mention | None, time: Time, sentence: Sentence) -> Listed:
    """Somebody with his time."""
    first, last = (
        (min(who.first, time.first), max(who.last, time.last)) if who else (time.first, time.last)
    )
    behind = (t for t in sentence.tokens[last + 1 :] if t.text != "," and t.tag[:2] != "RB")
    acts = next((t.tag in FINITE for t in behind), False)
    return Listed(who, first, last, time.moments, acts)


def beside(people: Sequence[Mention], time: Time, sentence: Sentence) -> Mention | None:
    """Who stands right before a time."""
    return next((m for m in people if is_before(m, time, sentence)), None)


def is_next(who: Mention, since: Time, time: Time, sentence: Sentence) -> bool:
    """Whether somebody is joined to the time of another, and stands beside one of his own."""
    tokens = sentence.tokens
    if since.last < who.first and is_before(who, time, sentence):
        return are_joints(tokens[since.last + 1 : who.first])
    behind = tokens[who.last + 1 : who.last + 2]
    ends = not behind or behind[0].text in ENDS
    between = (*tokens[since.last + 1 : time.first], *tokens[time.last + 1 : who.first])
    return ends and time.last < who.first and are_joints(between)


def is_before(who: Mention, time: Time, sentence: Sentence) -> bool:
    """Whether somebody stands right before a time: "Vik, in the 29th", "Vik another late on"."""
    between = {t.lower for t in sentence.tokens[who.last + 1 : time.first]}
    return who.last < time.first and between <= words("moments", "listed_before_time")


def are_joints(tokens: Sequence[Token]) -> bool:
    """Whether some words only join what stands around them: ", and", "before", "and through"."""
    said = {t.lower for t in tokens}
    joints = words("moments", "list_joints")
    return bool(said & joints) and said <= joints | words("moments", "behind_list_joint")


def times(sentence: Sentence, moments: Sequence[Moment]) -> Iterator[Time]:
    """The times that a sentence tells, those in brackets left aside."""
    spans = [(m.start, m.end) for m in moments if not is_bracketed(m)]
    offset, tokens = sentence.start, sentence.tokens
    spans += [(offset + f.start(), offset + f.end()) for f in LOOSELY.finditer(sentence.text)]
    last = -1
    for start, end in sorted(spans):
        inside = [t.index for t in tokens if t.end > start and t.start < end]
        first = inside[0]
        while first and tokens[first - 1].lower in words("moments", "before_time"):
            first -= 1
        if first > last:
            last = inside[-1]
            yield Time(first, last, tuple(m for m in moments if start <= m.start < end))

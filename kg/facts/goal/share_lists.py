"""Lists of people, each with his share: "Lund in the third minute and Vik in the 29th".

A share is a time, a number, or a side: "Lund twice and Vik once", "Lund for Hallvik and Vik for
Brevik". Between that of one and who comes next stands nothing but "and" or the like; his own
stands beside him: "Vik late on", "and, five minutes from time, Vik".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.facts.timing import is_bracketed
from kg.language import Sentence, Token
from kg.lexicon import pattern, words
from kg.mentions.entities import Kind, Mention
from kg.phrasings.moments import Moment

UNTIMED = pattern("moments", "share")
FINITE = ("VBD", "VBZ", "VBP", "MD")
ENDS = (".", ";", ":")


@dataclass(frozen=True)
class Share:
    """The words for a share with what leads to them, from `first` to `last`.

    `moments` are the minutes they tell, `side` the team that they name.
    """

    first: int
    last: int
    moments: tuple[Moment, ...] = ()
    side: Mention | None = None


@dataclass(frozen=True)
class Listed:
    """One of a list from token `first` to `last`, with his share; the first may stand elsewhere.

    `acts` tells that a verb stands behind: "and Vik in the 29th was booked".
    """

    who: Mention | None
    first: int
    last: int
    share: Share
    acts: bool


def share_lists(
    sentence: Sentence, mentions: Sequence[Mention], moments: Sequence[Moment]
) -> tuple[tuple[Listed, ...], ...]:
    """The lists of a sentence, each of two at the least."""
    people = [m for m in mentions if m.kind is Kind.PERSON and m.entity and not m.is_pronoun]
    lists: list[list[Listed]] = []
    end = -1
    for since, share in pairwise(shares(sentence, mentions, moments)):
        who = next((m for m in people if is_next(m, since, share, sentence)), None)
        if who is None:
            continue
        if not lists or since.last != end:
            lists.append([listed(beside(people, since, sentence), since, sentence)])
        lists[-1].append(listed(who, share, sentence))
        end = share.last
    return tuple(map(tuple, lists))


def listed(who: Mention | None, share: Share, sentence: Sentence) -> Listed:
    """Somebody with his share."""
    first, last = (
        (min(who.first, share.first), max(who.last, share.last))
        if who
        else (share.first, share.last)
    )
    behind = (t for t in sentence.tokens[last + 1 :] if t.text != "," and t.tag[:2] != "RB")
    acts = next((t.tag in FINITE for t in behind), False)
    return Listed(who, first, last, share, acts)


def beside(people: Sequence[Mention], share: Share, sentence: Sentence) -> Mention | None:
    """Who stands right before a share."""
    return next((m for m in people if is_before(m, share, sentence)), None)


def is_next(who: Mention, since: Share, share: Share, sentence: Sentence) -> bool:
    """Whether somebody is joined to the share of another, and stands beside one of his own."""
    tokens = sentence.tokens
    if since.last < who.first and is_before(who, share, sentence):
        return are_joints(tokens[since.last + 1 : who.first])
    behind = tokens[who.last + 1 : who.last + 2]
    ends = not behind or behind[0].text in ENDS
    between = (*tokens[since.last + 1 : share.first], *tokens[share.last + 1 : who.first])
    return ends and share.last < who.first and are_joints(between)


def is_before(who: Mention, share: Share, sentence: Sentence) -> bool:
    """Whether somebody stands right before a share: "Vik, in the 29th", "Vik another late on"."""
    between = {t.lower for t in sentence.tokens[who.last + 1 : share.first]}
    return who.last < share.first and between <= words("moments", "listed_before_time")


def are_joints(tokens: Sequence[Token]) -> bool:
    """Whether some words only join what stands around them: ", and", "before", "and through"."""
    said = {t.lower for t in tokens}
    joints = words("moments", "list_joints")
    return bool(said & joints) and said <= joints | words("moments", "behind_list_joint")


def shares(
    sentence: Sentence, mentions: Sequence[Mention], moments: Sequence[Moment]
) -> list[Share]:
    """The shares that a sentence tells, no minutes in brackets; those side by side are one."""
    offset, tokens = sentence.start, sentence.tokens
    spans: list[tuple[tuple[int, int], tuple[Moment, ...]]] = [
        ((m.start, m.end), (m,)) for m in moments if not is_bracketed(m)
    ]
    loose = UNTIMED.finditer(sentence.text)
    spans += [((offset + found.start(), offset + found.end()), ()) for found in loose]
    told = [at(span, told, sentence) for span, told in spans if span[0] < span[1]]
    told += [
        Share(m.first - 1, m.last, side=m)
        for m in mentions
        if m.kind is Kind.TEAM and m.entity and m.first and tokens[m.first - 1].lower == "for"
    ]
    found: list[Share] = []
    for share in sorted(told, key=lambda one: one.first):
        if found and share.first == found[-1].last + 1:
            before = found.pop()
            side = before.side or share.side
            found.append(Share(before.first, share.last, before.moments + share.moments, side))
        elif not found or share.first > found[-1].last:
            found.append(share)
    return found


def at(span: tuple[int, int], moments: tuple[Moment, ...], sentence: Sentence) -> Share:
    """The share told by a span of the report."""
    inside = [t.index for t in sentence.tokens if t.end > span[0] and t.start < span[1]]
    first = inside[0]
    while first and sentence.tokens[first - 1].lower in words("moments", "before_time"):
        first -= 1
    return Share(first, inside[-1], moments)

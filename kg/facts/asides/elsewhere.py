"""What a report tells of another day, place or team than its match.

"In the reverse fixture in October, Kaba scored", "sent off in last week's defeat at Norheim",
"Norheim beat Dalby 2-1 after Ruud scored": no such event is of the match.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import takewhile

from kg.blocks import Kind as BlockKind
from kg.facts.asides.other_teams import is_other, of_opponents, of_other_teams
from kg.facts.asides.turns import OTHER_MATCH, Aside, beside
from kg.facts.result.days import year_of
from kg.facts.result.legs import reports_first_leg
from kg.frames.settings import Stretch, acted, governed
from kg.language import Sentence
from kg.lexicon import Screen, Written, guard, in_order, pattern, screen
from kg.mentions import Entity, Kind, Mention, Scene

LEAD = 3  # sentences of prose that may say on which day the match was
OPENING = 2  # those that say what match it was
WEEKDAYS = in_order("calendar", "weekdays")
MONTHS = in_order("calendar", "months")


def of_elsewhere(name: str) -> re.Pattern[str]:
    """A pattern of `elsewhere.toml`, the days and months in it written out."""
    return pattern("elsewhere", name, DAY="|".join(WEEKDAYS), MONTH="|".join(MONTHS))


ANOTHER_SIDE = guard(of_elsewhere("another_side"))
LONG_AFTER = guard(of_elsewhere("long_after"))
OPENS = of_elsewhere("opens")


@dataclass(frozen=True)
class Own:
    """What a report says of when its match was; the `lead` is in lower case."""

    lead: str
    weekdays: frozenset[str]
    year: int | None
    month: str | None
    first_leg: bool


@dataclass(frozen=True)
class Sign:
    """Words of a day or match: their pattern, and whether what it finds is another than its own."""

    pattern: Written
    is_other: Callable[[re.Match[str], Own], bool]


@cache
def signs() -> Screen[Sign]:
    """All words of days and matches."""
    is_other: Mapping[str, Callable[[re.Match[str], Own], bool]] = {
        "another_day": lambda found, own: found[0].lower() not in own.lead,
        "first_leg": lambda _, own: not own.first_leg,
        "in_year": lambda found, own: found[1] not in own.lead and int(found[1]) != own.year,
        "in_month": lambda found, own: found[1].lower() not in own.lead and found[1] != own.month,
        "on_day": lambda found, own: bool(own.weekdays) and found[1] not in own.weekdays,
    }
    return screen(Sign(Written(of_elsewhere(n).pattern), other) for n, other in is_other.items())


def told_elsewhere(scene: Scene) -> Iterator[Aside]:
    """The words of a report that are told of another day, place or team."""
    own = own_of(scene)
    for sentence in scene.document.sentences:
        for index in sorted(words_elsewhere(sentence, scene, own)):
            token = sentence.tokens[index]
            yield Aside(token.start, token.end, OTHER_MATCH)
    yield from rounds_off(scene)
    yield from of_opponents(scene)


def words_elsewhere(sentence: Sentence, scene: Scene, own: Own) -> frozenset[int]:
    """The indices of the words of a sentence that are told of another match."""
    mentions = scene.of(sentence.number)
    found = frozenset[int]()
    for start, end in spans(sentence.text, own):
        found |= governed(Stretch(sentence, mentions, *tokens_of(sentence, start, end)))
    side = ANOTHER_SIDE.search(sentence.text)
    if side and side[0].lower() not in own.lead:
        stretch = Stretch(sentence, mentions, *tokens_of(sentence, *side.span()))
        found |= governed(stretch) | acted(stretch)
    for long_after in LONG_AFTER.finditer(sentence.text):
        _, after = tokens_of(sentence, *long_after.span())
        clause = sentence.tokens[sentence.tokens[after].head]
        found |= {i for i in sentence.subtree(clause.index) if i > after and clause.index > after}
    return found | of_other_teams(sentence, mentions, scene)


def strangers(scene: Scene, asides: Sequence[Aside]) -> frozenset[Entity]:
    """The people of whom nothing is told but of another match."""
    people = [m for m in scene.mentions if m.kind is Kind.PERSON and m.entity]
    own = {m.entity for m in people if not is_elsewhere(m, asides)}
    return frozenset(m.entity for m in people if m.entity and m.entity not in own)


def is_elsewhere(mention: Mention, asides: Sequence[Aside]) -> bool:
    """Whether what somebody does, or what is told beside him, is of another match."""
    verb = mention.sentence.tokens[mention.token.head]
    return any(beside(asides, token.start) is not None for token in (mention.token, verb))


def own_of(scene: Scene) -> Own:
    """When the match of a report was, as far as its lead and its date say."""
    document = scene.document
    prose = [s.text for s in document.sentences if s.block.kind is BlockKind.PROSE]
    heads = [s.text for s in document.sentences if s.block.kind is BlockKind.HEADLINE]
    lead = " ".join([*heads, *prose[:OPENING]])
    published = document.report.date
    days = {day for day in WEEKDAYS if any(day in text for text in (lead, *prose[:LEAD]))}
    if published:
        days |= {WEEKDAYS[published.weekday()], WEEKDAYS[published.weekday() - 1]}
    month = MONTHS[published.month - 1] if published else None
    return Own(lead.lower(), frozenset(days), year_of(document), month, reports_first_leg(scene))


def spans(text: str, own: Own) -> Iterator[tuple[int, int]]:
    """Where a sentence names another day or match."""
    for sign in signs().passed(text):
        for found in sign.pattern.finditer(text):
            if sign.is_other(found, own):
                yield found.span()


def tokens_of(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The first and the last word of a stretch of a sentence's text."""
    start, end = start + sentence.start, end + sentence.start
    inside = [t.index for t in sentence.tokens if t.end > start and t.start < end]
    return inside[0], inside[-1]


def rounds_off(scene: Scene) -> Iterator[Aside]:
    """What stands behind words for another match, until somebody of this one is named.

    "Elsewhere, Norheim beat Dalby 2-0. Ruud scored twice." A sentence that names the team it speaks
    of tells of that team's match.
    """
    sentences = scene.document.sentences
    for sentence in sentences:
        if OPENS.match(sentence.text):
            before = {m.entity for s in sentences[: sentence.number] for m in scene.of(s.number)}
            own = before.union(scene.sides.pair)
            those = (s for s in sentences[sentence.number :] if s.block == sentence.block)
            for other in takewhile(partial(names_none, scene=scene, own=own), those):
                if not any(is_other(m.entity, scene) for m in teams_named(other, scene)):
                    yield Aside(other.start, other.end, OTHER_MATCH)


def teams_named(sentence: Sentence, scene: Scene) -> Iterator[Mention]:
    """The teams that a sentence names."""
    here = scene.of(sentence.number)
    return (m for m in here if m.kind is Kind.TEAM and m.named and m.entity)


def names_none(sentence: Sentence, scene: Scene, own: Collection[Entity | None]) -> bool:
    """Whether a sentence speaks of no team of the match, and of no player named before."""
    return not any(
        m.entity in scene.sides.pair or (m.kind is Kind.PERSON and m.entity in own)
        for m in scene.of(sentence.number)
        if m.entity
    )

"""Where the report's match took place, in which competition, and who watched and refereed it."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.blocks import Kind as BlockKind
from kg.language import Sentence, Token
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.listed import sheet_of

LEAD = 4  # prose sentences in which the day, the competition and the ground of the match stand
OTHER_TIME = re.compile(r"\b(?:last season's|ahead of|since|after) (?:the |their )?$")
OTHER_THING = re.compile(
    r"^(?:qualification|places?|berth|spots?|winners?|holders?|final(?:ists)?|champions)"
)
# What a sentence speaks of that names the ground of another match.
OTHER_MATCH = (
    *("last week", "last season", "last time out", "previous"),
    *("next month", "next week", "first leg", "second leg"),
)
ATTENDANCE = re.compile(
    r"(?:\b[Aa]tt(?:endance)?\s*:?\s*|crowd of |in front of )(\d{1,3}(?:,\d{3})+|\d{4,6})\b"
)


def leading(scene: Scene) -> Sequence[Sentence]:
    """The first sentences of the prose."""
    prose = [s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE]
    return (prose or list(scene.document.sentences))[:LEAD]


def competition_of(scene: Scene, lead: Sequence[Sentence]) -> Entity | None:
    """The competition of the match: the first that the lead names."""
    numbers = {s.number for s in lead}
    return next(
        (
            m.entity
            for m in scene.mentions
            if m.kind is Kind.COMPETITION
            and m.entity
            and m.sentence.number in numbers
            and is_of_match(m.sentence.tokens, m.first)
        ),
        None,
    )


def stage_of(scene: Scene) -> Entity | None:
    """The group or round of the match: the first that the report names."""
    return next((m.entity for m in scene.mentions if m.kind is Kind.STAGE and m.entity), None)


def is_of_match(tokens: Sequence[Token], first: int) -> bool:
    """Whether a competition is that of the match, and no "Champions League qualification"."""
    before = " ".join(t.text.lower() for t in tokens[max(0, first - 6) : first])
    after = " ".join(t.text.lower() for t in tokens[first + 1 : first + 3])
    return not OTHER_TIME.search(before) and not OTHER_THING.search(after)


def city_of(scene: Scene) -> Entity | None:
    """The city of the dateline."""
    line = scene.document.dateline
    if line is None:
        return None
    return next(
        (e for e in scene.cast.of_kind(Kind.CITY) if line.city in (e.name, *e.forms)),
        Entity(Kind.CITY, line.city, (line.city,)),
    )


def venue_of(scene: Scene, elsewhere: AbstractSet[Entity]) -> Entity | None:
    """The ground of the match: named with "at", and not among those of other matches."""
    counts: Counter[Entity] = Counter()
    for mention in scene.mentions:
        ground = mention.entity if mention.kind is Kind.VENUE else None
        if ground is not None and ground not in elsewhere and names_ground(mention):
            counts[ground] += 2 if mention.sentence.number < LEAD else 1
    return max(counts, key=lambda ground: (counts[ground], ground.name), default=None)


def names_ground(mention: Mention) -> bool:
    """Whether a ground is named as that of a match played now: "at Anfield"."""
    tokens = mention.sentence.tokens[max(0, mention.first - 3) : mention.first]
    sentence = mention.sentence.text.lower()
    is_at = any(t.text.lower() == "at" for t in tokens)
    return is_at and not any(phrase in sentence for phrase in OTHER_MATCH)


def referee_of(scene: Scene) -> Entity | None:
    """Who refereed: "Referee: J Moss" in a sheet, "referee Jon Moss"."""
    sheet = sheet_of(scene)
    if sheet and sheet.referee and scene.listing:
        return scene.listing.person(sheet.referee.value)
    return next(
        (
            m.entity
            for m in scene.mentions
            if m.traits.role == "official" and m.named and m.entity and m.token.relation != "x"
        ),
        None,
    )


def attendance_of(scene: Scene) -> int | None:
    """How many watched: "a crowd of 47,111", "Att: 47,111"."""
    sheet = sheet_of(scene)
    if sheet and sheet.attendance:
        return sheet.attendance.value
    found = ATTENDANCE.search(scene.document.report.readable)
    return int(found[1].replace(",", "")) if found else None

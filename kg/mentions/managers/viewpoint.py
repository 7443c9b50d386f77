"""From whose side a report is told: that of the team its first sentence is about."""

from collections.abc import Iterator, Sequence

from kg.blocks import Kind as BlockKind
from kg.language import lower
from kg.lexicon import pattern
from kg.mentions.entities import Entity, Mention
from kg.mentions.linking.known import Sides
from kg.mentions.managers.surroundings import LONGEST_TITLE, POSTS, is_titled
from kg.mentions.shown import Shown, is_rival, is_side, place, sentences_of

OPENING = 2  # sentences of prose in which it shows


def told_from(mentions: Sequence[Mention], sides: Sides) -> Entity | None:
    """The side that the opening of a report is about, if it shows one.

    "Hallvik lost 2-0 at Brevik after a sloppy start" is told from Hallvik's side.
    """
    prose = [m for m in mentions if m.sentence.block.kind is BlockKind.PROSE]
    for _, shown in zip(range(OPENING), sentences_of(prose), strict=False):
        named = [m for m in shown.mentions if is_side(m, sides)]
        own = [m for m in named if not is_rival(m, shown)]
        if named:
            first = next((m for m in own if m.token.is_subject), own[0] if own else None)
            return first.entity if first else sides.other(named[0].entity)
    return None


def bosses(mentions: Sequence[Mention], sides: Sides) -> Iterator[Entity]:
    """The managers called so as if everybody knew of which team: "Boss Sorensen was content".

    Where a side stands before him in his sentence, or behind him and is no rival, he is rather its
    manager; "their boss" and "the
    boss" are of the side spoken of last, and "visiting boss Sorensen" is not of the side that the
    report is told from.
    """
    seen = set()
    for shown in sentences_of(mentions):
        for mention in filter(is_titled, shown.mentions):
            before = shown.sentence.tokens[max(0, mention.head - LONGEST_TITLE) : mention.head]
            if mention.entity in seen or not any(t.lower in POSTS for t in before):
                continue
            seen.add(mention.entity)
            is_owned = any(t.tag == "PRP$" or t.lower == "the" for t in before)
            is_owned = (
                is_owned or pattern("managers", "of_a_side").search(lower(before)) is not None
            )
            if mention.entity and not is_owned and not beside_a_side(mention, shown, sides):
                yield mention.entity


def beside_a_side(mention: Mention, shown: Shown, sides: Sides) -> bool:
    """Whether a side stands before a manager in his sentence, or behind him as what he speaks for.

    "Boss Sorensen made six changes but Hallvik rarely threatened" is about Hallvik's, but not what
    he says of a side.
    """
    if any(m.first < mention.first for m in shown.everybody if m.entity in sides.pair):
        return True
    for later in (m for m in shown.mentions if is_side(m, sides)):
        between = shown.text[: place(later, shown)]
        if between.count('"') % 2 == 0 and not is_rival(later, shown):
            return True
    return False

"""Whose "his" and "their" are, where the words beside them tell: "Hallvik and their coach"."""

from collections.abc import Sequence

from kg.mentions.entities import Entity, Mention

OWNERS = frozenset({"his", "her", "their", "its"})
OPENING = 3  # words with which a sentence opens: "With his goal", "In only his first start"


def subject_ahead(mention: Mention, mentions: Sequence[Mention]) -> Entity | None:
    """Who "his" stands for in words that open a sentence: "With his second goal, Kaba became"."""
    tokens, first = mention.sentence.tokens, mention.first
    if mention.token.lower not in OWNERS or tokens[0].tag not in ("IN", "VBG") or first > OPENING:
        return None
    comma = next((t.index for t in tokens[first:] if t.text == ","), len(tokens))
    if any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens[:comma]):
        return None
    here = [m for m in mentions if m.sentence is mention.sentence]
    has_article = comma + 1 < len(tokens) and tokens[comma + 1].lower == "the"
    subject = next((m for m in here if m.first == comma + 1 + has_article), None)
    if subject is None or not (subject.named and subject.token.is_subject):
        return None
    is_first = not any(m.named and m.kind is mention.kind and m.first < first for m in here)
    return subject.entity if is_first and subject.kind is mention.kind else None


def joined_owner(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Whose "their" is that "and" joins to a name: "a good night for Hallvik and their coach".

    Not so where "and" opens a clause: "took a pass from Gomes and his shot beat the keeper".
    """
    last, place = (before[-1] if before else None), mention.first
    is_joined = place > 1 and mention.sentence.tokens[place - 1].lower == "and"
    if not is_joined or last is None or last.sentence is not mention.sentence:
        return None
    owned = mention.sentence.tokens[mention.token.head]
    is_owner = last.last == place - 2 and last.kind is mention.kind and not last.token.is_subject
    return last.entity if is_owner and not owned.is_subject else None

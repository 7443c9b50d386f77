"""Where players play, as set phrases tell it: "Moe started at left-back in place of Lie"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.facts.analysis import Analysis
from kg.facts.position import POSITIONS
from kg.lexicon import table
from kg.lexicon.tables import content
from kg.mentions import Kind
from kg.phrasings.marked import Marked, entity, is_quoted, tellings
from kg.reconcile.players.epithets import Told

GROUPS = ("one", "second", "third", "other")  # of whom a phrase may tell one place


def by_phrase(sentences: Iterable[Analysis]) -> Iterator[Told]:
    """Positions that set phrases tell, each of all whom the phrase names."""
    for here in sentences:
        for phrase, found in tellings("position", here.marked):
            told = found.groupdict()
            position = phrase.gives.get("position") or place_told(told.get("place") or "")
            if told.get("role"):
                position = role_of(here.marked, told["role"])
            if told.get("line") and role_of(here.marked, told["line"]) != "defender":
                continue
            if position is None or is_quoted(here.marked, found):
                continue
            for group in GROUPS:
                mention = here.marked.mentions[int(told[group])] if told.get(group) else None
                is_sure = mention is not None and (mention.is_sure or mention.is_relative)
                player = entity(here.marked, found, group)
                if is_sure and player is not None and player.kind is Kind.PERSON:
                    yield player, position, here.sentence


def role_of(marked: Marked, number: str) -> str | None:
    """The position that a noun marked in a sentence tells: "the holding midfielder"."""
    mention = marked.mentions[int(number)]
    role = None if mention.named else mention.traits.role
    return role if role in POSITIONS else None


def place_told(text: str) -> str | None:
    """The position that some words tell from where they begin: "at left-back", "up front"."""
    said = text.strip()
    for position, places in content("positions")["places"].items():
        if re.match(places, said):
            return str(position)
    role = role_pattern().match(said)
    return roles().get(role["role"]) if role else None


@cache
def roles() -> dict[str, str]:
    """The position of every word for one."""
    named = table("nouns", "roles")
    return {form: role for role in sorted(POSITIONS) for form in named[role]}


@cache
def role_pattern() -> re.Pattern[str]:
    """A word for a place in the team, with what may stand before it."""
    forms = "|".join(map(re.escape, sorted(roles(), key=lambda form: (-len(form), form))))
    before = r"(?:(?:at|as|in|to|into|from|up) )?(?:(?:an?|the|his|her|their) )?"
    return re.compile(
        rf"{before}(?:[a-z0-9-]+ ){{0,2}}?(?P<role>{forms})\b(?![-']| area| position)"
    )

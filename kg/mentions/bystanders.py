"""Who is named and takes no part in the play: who refereed, whom the crowd remembered.

A noun beside a name mostly tells ("referee Jon Vestby"); of others only what they do or what is
said of them does: who "waved away appeals" refereed, and a minute's silence is for the dead.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicon import Screen, Written, entries, screen
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.phrases.traits import STAFF
from kg.mentions.shown import Shown, numbered, sentences_of

ABSENT = "absent"


@dataclass(frozen=True)
class Cue:
    """A way to tell that <P:p> does not play; `says` is the role that it gives him.

    A "predecessor" coaches no more, if <P:one> manages a team; who is "absent" is spoken of once.
    """

    says: str
    pattern: Written


@cache
def cues() -> Screen[Cue]:
    """The cues of `bystanders.toml`."""
    return screen(
        Cue(entry["says"], Written(numbered(entry["pattern"])))
        for entry in entries("bystanders", "cue")
    )


def bystanders(mentions: Sequence[Mention], managers: Iterable[Entity]) -> Mapping[Entity, str]:
    """The role of everybody who takes no part in the play and whom no noun beside him shows so.

    Args:
        mentions: the mentions of the report in text order.
        managers: who manages some team, be it clear or not which.
    """
    bosses = frozenset(managers)
    found = dict.fromkeys(sorted(bosses, key=lambda person: person.name), "manager")
    times = Counter(person for person, _ in {(m.entity, m.sentence.number) for m in mentions})
    for shown in sentences_of(mentions):
        for person, role in told_in(shown, bosses):
            if role != ABSENT:
                found.setdefault(person, role)
            elif times[person] == 1:
                found.setdefault(person, STAFF)
    players = {m.entity for m in mentions if m.is_sure and plays(m)}
    return {person: role for person, role in found.items() if person not in players}


def told_in(shown: Shown, managers: frozenset[Entity]) -> Iterator[tuple[Entity, str]]:
    """Who plays no part as a sentence tells, each with his role."""
    for cue in cues().passed(shown.text):
        for found in cue.pattern.finditer(shown.text):
            person = shown.mentions[int(found["p"])].entity
            if cue.says == "predecessor":
                if person and shown.mentions[int(found["one"])].entity in managers:
                    yield person, STAFF
            elif person:
                yield person, cue.says


def plays(mention: Mention) -> bool:
    """Whether a noun beside a name says that its bearer is a player: "striker Kaba"."""
    role = mention.traits.role
    if mention.traits.former:
        return False
    return mention.kind is Kind.PERSON and role is not None and not mention.traits.off_field


def set_aside(mentions: Iterable[Mention], roles: Mapping[Entity, str]) -> tuple[Mention, ...]:
    """The mentions, those of bystanders with their roles."""

    def seen(mention: Mention) -> Mention:
        role = roles.get(mention.entity) if mention.entity else None
        if role is None or mention.kind is not Kind.PERSON or mention.traits.role:
            return mention
        return replace(mention, traits=replace(mention.traits, role=role))

    return tuple(map(seen, mentions))

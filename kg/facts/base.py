"""What every kind of fact is made of: its evidence, its confidence, and how it becomes RDF."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypedDict

from kg.frames import Standing
from kg.language import Sentence
from kg.mentions.entities import Entity, Kind, Mention
from kg.phrasings import Match
from kg.phrasings.moments import Moment

Found = Sequence[tuple[str, Match]]  # the kind of a fact, and what tells of one

CAPTION = 0.5  # what a caption's telling weighs, as a share


@dataclass(frozen=True, order=True)
class Evidence:
    """The sentence that says so: `quote == text[start:end]` of the report as read."""

    report: str
    start: int
    end: int
    quote: str


def evidence_of(report: str, sentence: Sentence) -> Evidence:
    """A sentence as evidence."""
    return Evidence(report, sentence.start, sentence.end, sentence.quote)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something a report says, with the sentences that say it and a confidence from 0 to 1.

    `sources` holds the sentences of single fields: the minute may be told in one sentence, the
    assist in another.

    `type` is the class of its node in `ontology/`, and `properties` says which property of the
    ontology each field is; a kind of fact that only adds to a node of its subject has no type.
    """

    type: ClassVar[str] = ""
    properties: ClassVar[Mapping[str, str]] = {}

    evidence: tuple[Evidence, ...]
    sources: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    confidence: float = 1.0

    def said(self, name: str) -> tuple[Evidence, ...]:
        """The sentences that say one field of it, where they are known apart from the others."""
        return self.sources.get(name) or self.evidence


@dataclass(frozen=True, kw_only=True)
class MatchEvent(Fact):
    """Something that happens in a match; minutes count from kick-off, 90+3 is minute 90, added 3.

    `word` names it in IRIs ("goal-1"); `actors` are the fields that hold its people, the first the
    one it is of, and all of one team; `opponents` are the fields with people of the other team.
    """

    word: ClassVar[str] = "event"
    actors: ClassVar[tuple[str, ...]] = ()
    opponents: ClassVar[tuple[str, ...]] = ()
    properties: ClassVar[Mapping[str, str]] = {
        "team": "forTeam",
        "minute": "atMinute",
        "added": "addedMinute",
        "about": "aboutMinute",
    }

    team: Entity | None = None
    minute: int | None = None
    added: int | None = None
    about: int | None = None

    @property
    def actor(self) -> Entity | None:
        """Who the event is of: the first of its people who is told."""
        return next(
            (person for name in self.actors if (person := getattr(self, name)) is not None), None
        )

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of its node: its own and the superclasses below MatchEvent."""
        return (self.type,)

    @property
    def clock(self) -> str:
        """The minute as written behind a name: " 45+2'", or nothing."""
        if self.minute is None:
            return ""
        return f" {self.minute}+{self.added}'" if self.added else f" {self.minute}'"

    @property
    def label(self) -> str:
        """The event in a few words."""
        return f"{self.actor.name if self.actor else 'Somebody'}{self.clock}"

    def is_like(self, other: "MatchEvent") -> bool:
        """Whether two tellings can be of one event, their people and minutes left aside."""
        return type(self) is type(other)

    def excludes(self, other: "MatchEvent") -> bool:
        """Whether this and another event cannot both be of one match: nobody is sent off twice."""
        del other
        return False


class Clock(TypedDict):
    """The fields of an event that a moment fills."""

    minute: int | None
    added: int | None
    about: int | None


def clock(moment: Moment | None) -> Clock:
    """The minute of an event as its fields: exact, or approximate, or untold."""
    if moment is None:
        return {"minute": None, "added": None, "about": None}
    if moment.about:
        return {"minute": None, "added": None, "about": moment.minute}
    return {"minute": moment.minute, "added": moment.added, "about": None}


@dataclass(frozen=True)
class Rejected:
    """Something that reads like a fact and is none, and what it would have said.

    `reason` is the standing of what was told (negated, hypothetical, ...), or one of the words
    below. `event` is None if nobody is known to take part.
    """

    kind: str
    reason: Standing | str
    evidence: Evidence
    event: MatchEvent | None = None

    def __str__(self) -> str:
        """What was left out and why, as a line."""
        return f"{self.kind}, {self.reason}: {' '.join(self.evidence.quote.split())}"


OUTVOTED = "outvoted"  # what else the report, or another one, tells speaks against it
RETAKEN = "taken again"  # a penalty kick that counts for nothing
BREAKS_A_SHAPE = "breaks a shape"  # it cannot be true together with what is better supported
NOBODY = "nobody named"  # who did it cannot be told
AMBIGUOUS = "ambiguous"  # the name is borne by a player of each side


def entity_of(mention: Mention | None, kind: Kind) -> Entity | None:
    """Who or what a mention names, if it is one of that kind."""
    return mention.entity if mention is not None and mention.kind is kind else None


def player_of(mention: Mention | None) -> Entity | None:
    """Whom a mention names, if it is a person and no manager or official."""
    if mention is None or mention.traits.off_field:
        return None
    return entity_of(mention, Kind.PERSON)


def named_before(mentions: Iterable[Mention], index: int, other: Entity) -> Entity | None:
    """The player spoken of last before a word of a sentence, `other` left aside."""
    players = [m for m in mentions if m.first < index and player_of(m) not in (None, other)]
    return max(players, key=lambda m: m.first).entity if players else None

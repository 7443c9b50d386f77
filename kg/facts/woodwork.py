"""Woodwork: a shot or header hits post or bar and does not go in.

"Kaba flicked the ball onto the crossbar" is one; "it went in off the post" is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, entity_of
from kg.mentions import Entity, Kind
from kg.phrasings import Match
from kg.phrasings.moments import Moment


@dataclass(frozen=True, kw_only=True)
class WoodworkHit(MatchEvent):
    """A shot of `by` against the frame of the goal."""

    type: ClassVar[str] = "WoodworkHit"
    word: ClassVar[str] = "woodwork"
    actors: ClassVar[tuple[str, ...]] = ("by",)
    properties: ClassVar[Mapping[str, str]] = {**MatchEvent.properties, "by": "by"}

    by: Entity

    @property
    def label(self) -> str:
        """Who hit the woodwork."""
        return f"{self.by.name} hits the woodwork{self.clock}"


def tell(found: Match, moment: Moment | None, evidence: Evidence) -> WoodworkHit | None:
    """The shot that a phrasing tells of, if a person took it."""
    player = entity_of(found.parts.get("by"), Kind.PERSON)
    if player is None:
        return None
    return WoodworkHit(by=player, evidence=(evidence,), confidence=0.85, **clock(moment))

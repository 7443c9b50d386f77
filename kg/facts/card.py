"""Card: the referee cautions a player or sends him off.

"Kaba was booked" is a yellow card, "Kaba picked up a second booking" a second one, "Kaba saw red" a
red one. Who "was sent off" saw a red card unless another sentence tells of his second caution.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, player_of
from kg.mentions import Entity
from kg.moments import Moment
from kg.phrasings import Match

YELLOW, SECOND_YELLOW, RED = "yellow", "second_yellow", "red"
CLASSES: Mapping[str | None, tuple[str, ...]] = {
    YELLOW: ("YellowCard", "Card"),
    SECOND_YELLOW: ("SecondYellowCard", "YellowCard", "Card"),
    RED: ("RedCard", "Card"),
    None: ("RedCard", "Card"),
}
DONE: Mapping[str | None, str] = {
    YELLOW: "booked",
    SECOND_YELLOW: "sent off for a second yellow card",
}


@dataclass(frozen=True, kw_only=True)
class Card(MatchEvent):
    """A card shown to `player`; no `colour` is a dismissal of which nobody says more."""

    type: ClassVar[str] = "Card"
    word: ClassVar[str] = "card"
    actors: ClassVar[tuple[str, ...]] = ("player",)
    properties: ClassVar[Mapping[str, str]] = {**MatchEvent.properties, "player": "shownTo"}

    player: Entity
    colour: str | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """The class of its colour, and those above."""
        return CLASSES[self.colour]

    @property
    def label(self) -> str:
        """Who was shown which card."""
        return f"{self.player.name} {DONE.get(self.colour, 'sent off')}{self.clock}"

    def is_like(self, other: MatchEvent) -> bool:
        """A caution is one card and a dismissal another, whatever sent him off."""
        return isinstance(other, Card) and (self.colour == YELLOW) == (other.colour == YELLOW)

    def excludes(self, other: MatchEvent) -> bool:
        """Nobody is sent off twice, or cautioned for the first time twice."""
        return self.is_like(other) and isinstance(other, Card) and self.player == other.player


def tell(found: Match, moment: Moment | None, evidence: Evidence) -> Card | None:
    """The card that a phrasing tells of, if a player saw it."""
    player = player_of(found.parts.get("player"))
    if player is None:
        return None
    colour = found.phrasing.gives.get("colour")
    return Card(player=player, colour=colour, evidence=(evidence,), confidence=0.9, **clock(moment))

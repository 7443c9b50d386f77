"""Card: the referee cautions a player or sends him off.

"Kaba was booked" is a yellow card, "Kaba picked up a second booking" a second one, "Kaba saw red" a
red one. Who "was sent off" saw a red card unless another sentence tells of his second caution.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, player_of
from kg.mentions import Entity
from kg.phrasings import Match, catching, caught_in, following
from kg.phrasings.moments import Moment

YELLOW, SECOND_YELLOW, RED = "yellow", "second_yellow", "red"
CLASSES: Mapping[str | None, tuple[str, ...]] = {
    YELLOW: ("YellowCard", "Card"),
    SECOND_YELLOW: ("SecondYellowCard", "YellowCard", "Card"),
    RED: ("RedCard", "Card"),
    None: ("RedCard", "Card"),
}
TWICE = 2
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


def victim_of(found: Match) -> Entity | None:
    """Whom the one who saw a card had fouled, if the words behind it tell."""
    frame = found.frame
    return player_of(caught_in(catching("cards", "victim"), frame, following(frame)).get("victim"))


def with_second_cautions(events: Sequence[MatchEvent]) -> list[MatchEvent]:
    """The events with each dismissal that followed two cautions told as a second one.

    "Kaba was booked on 20 minutes. Booked again on the hour, he was sent off."
    """
    cards = [event for event in events if isinstance(event, Card)]
    found: list[MatchEvent] = list(events)
    for dismissal in (card for card in cards if card.colour is None):
        again = second_caution(dismissal, cards)
        if again is not None:
            found[found.index(dismissal)] = replace(
                dismissal,
                colour=SECOND_YELLOW,
                minute=again.minute,
                added=again.added,
                evidence=(*again.evidence, *dismissal.evidence),
            )
            found.remove(again)
    return found


def second_caution(dismissal: Card, cards: Sequence[Card]) -> Card | None:
    """The later of two cautions of who was sent off, if the dismissal was not at another time."""
    cautions = [c for c in cards if c.colour == YELLOW and c.player == dismissal.player]
    timed = sorted((c for c in cautions if c.minute is not None), key=lambda c: c.minute or 0)
    if len(timed) < TWICE or dismissal.minute not in (None, timed[-1].minute):
        return None
    return timed[-1]

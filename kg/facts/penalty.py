"""Penalty kick: one that brings no goal; one that is scored is a goal (`kg.facts.goal`).

"Hansen saved Ivkov's penalty" is a saved one, "Ivkov blazed his penalty over the bar" a missed
one. Who "missed a penalty" missed it unless another sentence tells of a save. Penalties claimed,
and those of a shoot-out, are none; for one that is awarded see `kg.facts.award`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, entity_of, named_before
from kg.mentions import Entity, Kind
from kg.phrasings import Match
from kg.phrasings.moments import Moment

SAVED, MISSED = "saved", "missed"


@dataclass(frozen=True, kw_only=True)
class PenaltyKick(MatchEvent):
    """A penalty kick without a goal; no `outcome` is a miss of which nobody says more.

    `won_by` was fouled for it, or won it otherwise, and `given_by` gave it away.
    """

    type: ClassVar[str] = "PenaltyKick"
    word: ClassVar[str] = "penalty"
    actors: ClassVar[tuple[str, ...]] = ("taker",)
    opponents: ClassVar[tuple[str, ...]] = ("keeper",)
    properties: ClassVar[Mapping[str, str]] = {
        **MatchEvent.properties,
        "taker": "takenBy",
        "keeper": "savedBy",
        "won_by": "wonBy",
        "given_by": "givenAwayBy",
    }

    taker: Entity | None = None
    keeper: Entity | None = None
    outcome: str | None = None
    won_by: Entity | None = None
    given_by: Entity | None = None

    @property
    def is_saved(self) -> bool:
        """Whether a goalkeeper kept it out."""
        return self.outcome == SAVED or (self.keeper is not None and self.outcome is None)

    @property
    def classes(self) -> tuple[str, ...]:
        """Saved or missed, and the class above."""
        return ("SavedPenalty" if self.is_saved else "MissedPenalty", "PenaltyKick")

    @property
    def label(self) -> str:
        """Whose penalty came to what."""
        taker = self.taker.name if self.taker else "Somebody"
        done = "has a penalty saved" if self.is_saved else "misses a penalty"
        return f"{taker} {done}{self.clock}"

    def is_like(self, other: MatchEvent) -> bool:
        """A penalty that is saved does not go wide."""
        return isinstance(other, PenaltyKick) and not (
            self.outcome and other.outcome and self.outcome != other.outcome
        )


def tell(found: Match, moment: Moment | None, evidence: Evidence) -> PenaltyKick | None:
    """The penalty kick that a phrasing tells of, if it names who took or saved it."""
    taker, keeper = (entity_of(found.parts.get(part), Kind.PERSON) for part in ("taker", "keeper"))
    outcome = found.phrasing.gives.get("outcome")
    looks_back = found.phrasing.gives.get("before", False)
    if keeper and (taker == keeper or looks_back):  # "stepped up, but Hansen saved his penalty"
        taker = named_before(found.frame.mentions.values(), found.parts["keeper"].first, keeper)
    if taker is None and not found.phrasing.gives.get("taken"):
        return None
    return PenaltyKick(
        taker=taker,
        keeper=keeper if outcome != MISSED else None,
        outcome=outcome,
        evidence=(evidence,),
        confidence=0.85,
        **clock(moment),
    )

"""Match: two teams, a result, a day, a place; the report's own match and those it mentions.

"a hard-fought 1-1 home draw with Danish side Brevik" tells one, "Norheim, which lost 1-0 at Dalby"
another; "a draw would be enough" tells none.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity


@dataclass(frozen=True, kw_only=True)
class MatchFact(Fact):
    """A match; `teams` are home and away if `home_known`, else as named; one may be unknown.

    `listed` tells that only a team sheet says how it ended, `worked_out` that its goals alone do.
    """

    type: ClassVar[str] = "Match"
    properties: ClassVar[Mapping[str, str]] = {
        "date": "matchDate",
        "competition": "inCompetition",
        "stage": "inStage",
        "venue": "playedAt",
        "city": "inCity",
        "attendance": "attendance",
        "referee": "referee",
    }

    teams: tuple[Entity | None, Entity | None]
    home_known: bool
    score: tuple[int, int] | None = None
    winner: Entity | None = None
    drawn: bool = False
    date: datetime.date | None = None
    competition: Entity | None = None
    stage: Entity | None = None
    venue: Entity | None = None
    city: Entity | None = None
    attendance: int | None = None
    half_time: tuple[int, int] | None = None
    referee: Entity | None = None
    scheduled: bool = False
    main: bool = False
    listed: bool = False
    worked_out: bool = False

    @property
    def in_words(self) -> "MatchFact":
        """The match as its report words it: without an end that its goals alone tell."""
        if not self.worked_out:
            return self
        return replace(self, score=None, winner=None, drawn=False)

    @property
    def leaves_open(self) -> bool:
        """Whether no words tell how it ended."""
        return self.listed or self.worked_out or not (self.score or self.winner or self.drawn)

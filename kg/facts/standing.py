"""Standing: where a team stands in a table after the match, by rank, points or both.

"They move to eight points" and "the Dutch club one point behind them" give two teams their points;
"leaders Hallvik" and "will finish bottom" the first and the last place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity


@dataclass(frozen=True, kw_only=True)
class Standing(Fact):
    """`team` stands at `rank` with `points` in a competition's table, or in that of its group."""

    type: ClassVar[str] = "Standing"
    properties: ClassVar[Mapping[str, str]] = {
        "team": "standingOf",
        "rank": "rank",
        "points": "points",
    }

    team: Entity
    rank: int | None = None
    points: int | None = None
    competition: Entity | None = None
    stage: Entity | None = None

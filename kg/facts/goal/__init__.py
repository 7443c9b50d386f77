"""Goal: the ball is in the net and it counts.

"Kaba chested the ball into the path of Soldal and the centre back thrashed it into the top corner"
is a goal of Soldal, assisted by Kaba; "Soldal thrashed it over the bar" is none. Two candidates are
the same goal if scorer, side, minute and order allow it; `kg.reconcile` decides over the report.

Here is what a goal is as a fact. `told` is what one sentence tells of one, and `phrases` how;
`assist`, `giving`, `delivery` and `build_up` find whose ball it was, `other_ball` whether it is of
another goal, `method` how it was scored and `manner` how each of a list did, `effect` what it did
to the score, `carried` its minute, `elaborated` whose it is where its own clause tells of nobody,
`undone` parts two goals of which one undid the other, `gapped` tells those of `share_lists`, and
`no_goal` takes one back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import MatchEvent
from kg.mentions.entities import Entity

OWN_GOAL = "own_goal"
KINDS = {OWN_GOAL: ("OwnGoal",), "penalty": ("PenaltyGoal",)}


@dataclass(frozen=True, kw_only=True)
class Goal(MatchEvent):
    """A goal of a match; `team` gains it, `scorer` of an own goal put it into his own net.

    Of one from the spot, `keeper` is whom the kick beat, `won_by` who was fouled for it.
    """

    type: ClassVar[str] = "Goal"
    word: ClassVar[str] = "goal"
    actors: ClassVar[tuple[str, ...]] = ("scorer",)
    properties: ClassVar[Mapping[str, str]] = {
        **MatchEvent.properties,
        "scorer": "scoredBy",
        "assist": "assistedBy",
        "method": "method",
        "keeper": "facedBy",
        "won_by": "wonBy",
        "given_by": "givenAwayBy",
    }

    scorer: Entity | None = None
    assist: Entity | None = None
    kind: str = "regular"
    method: str | None = None
    keeper: Entity | None = None
    won_by: Entity | None = None
    given_by: Entity | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        """Goal, and the kind of goal it is."""
        return (*KINDS.get(self.kind, ()), "Goal")

    def is_like(self, other: MatchEvent) -> bool:
        """An own goal is no goal of another kind."""
        return isinstance(other, Goal) and (self.kind == OWN_GOAL) == (other.kind == OWN_GOAL)

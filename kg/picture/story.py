"""A match as a picture tells it: who met whom, and what happened, in order."""

from dataclasses import dataclass
from enum import IntEnum

GOALS = frozenset({"Goal", "OwnGoal", "PenaltyGoal"})


class Side(IntEnum):
    """Where a team stands in the picture; the value is the sign of its x coordinate."""

    LEFT = -1
    UNTOLD = 0
    RIGHT = 1

    @property
    def other(self) -> "Side":
        """The opponent's side."""
        return Side(-self)


@dataclass(frozen=True)
class Part:
    """What one player did in an event: his role ("scorer", "assist", "on", ...) and his side."""

    role: str
    player: str
    name: str
    side: Side


@dataclass(frozen=True)
class Event:
    """One thing that happened; the side is the one that gains it, the minute None if untold."""

    node: str
    kind: str
    side: Side
    minute: int | None
    added: int
    about: bool
    method: str
    parts: tuple[Part, ...]

    @property
    def clock(self) -> str:
        """The minute as it is printed: "13'", "45+2'", "~79'", or "" if untold."""
        if self.minute is None:
            return ""
        added = f"+{self.added}" if self.added else ""
        return f"{'~' if self.about else ''}{self.minute}{added}'"


@dataclass(frozen=True)
class Team:
    """One side of a match; the node is "" where nobody says who the opponent was."""

    node: str
    name: str
    score: int | None


@dataclass(frozen=True)
class Story:
    """One match with its events in the order of time, untold minutes last."""

    node: str
    left: Team
    right: Team
    home_known: bool
    status: str
    outcome: str
    half_time: tuple[int, int] | None
    date: str
    competition: str
    stage: str
    venue: str
    city: str
    attendance: int | None
    referee: str
    events: tuple[Event, ...]

    @property
    def score(self) -> str:
        """The final score, "1–1", or "v" where it is not told."""
        if self.left.score is None or self.right.score is None:
            return "v"
        return f"{self.left.score}–{self.right.score}"

    @property
    def title(self) -> str:
        """Teams and score on one line."""
        return f"{self.left.name} {self.score} {self.right.name}"

    def team(self, side: Side) -> str:
        """The name of the team on a side, "" if the side is untold."""
        return {Side.LEFT: self.left.name, Side.RIGHT: self.right.name}.get(side, "")


def running_scores(story: Story) -> dict[str, tuple[int, int]]:
    """The score after each goal, by the goal's node.

    Empty unless every goal has a minute and a side and together they make the final score:
    with one goal missing, each score from there on would be a guess.
    """
    goals = [event for event in story.events if event.kind in GOALS]
    if any(goal.minute is None or goal.side is Side.UNTOLD for goal in goals):
        return {}
    scores: dict[str, tuple[int, int]] = {}
    left = right = 0
    for goal in goals:
        left += goal.side is Side.LEFT
        right += goal.side is Side.RIGHT
        scores[goal.node] = (left, right)
    return scores if (left, right) == (story.left.score, story.right.score) else {}

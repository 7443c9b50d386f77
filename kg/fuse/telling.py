"""One report's telling of one match: between whom, when, and how it ended, ready to compare."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from kg.facts.match import MatchFact

Day = datetime.date


class Agreement(IntEnum):
    """How far two tellings agree on how a match ended."""

    AGAINST = -1
    SILENT = 0
    VERDICT = 1
    SCORE = 2


@dataclass(frozen=True)
class Telling:
    """A match as one report tells it.

    `sides` and `winner` are keys of teams, "" where unknown; `days` are the first and last day it
    can have been played, if the telling says so closely: by its date, or because the report is
    about it. `reported` is the day of the report, `scorers` the last words of their names.
    `people` are, of the match a report is about, the last words of their names with the place of
    their side and how sure that is; `goals` is how many are told of each side; `known` are the
    sides that a list of clubs knows. `named` are the last words of the names of everybody whom the
    report names, `foremost` those of the people and `teams` the keys of the teams it names most,
    `favoured` those of the two it names most of all. A report `is_scrap` that names no team, and
    nobody in full. A match that is found only where reports are read together stands `apart`. Of
    one that a report tells of besides its own, `beside` is the result of its own, "a|b=2-1".
    """

    report: str
    match: MatchFact
    sides: tuple[str, str]
    days: tuple[Day, Day] | None
    reported: Day | None
    ground: str
    winner: str
    scorers: frozenset[str]
    people: Mapping[str, tuple[int, float]]
    goals: tuple[int, int]
    known: frozenset[str]
    named: frozenset[str]
    foremost: tuple[str, ...]
    teams: tuple[str, ...]
    favoured: frozenset[str]
    is_scrap: bool = False
    apart: bool = False
    beside: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether it leaves open how the match ended."""
        return self.verdict_of(self.side) == "open"

    @property
    def is_whole(self) -> bool:
        """Whether both sides are known."""
        return "" not in self.sides

    @property
    def written(self) -> Day | None:
        """The day of the report, or else of the match."""
        return self.reported or self.match.date

    @property
    def is_open(self) -> bool:
        """Whether it is what a report is about, and no words of it tell how that ended."""
        match = self.match
        return match.main and not match.scheduled and (self.is_vague or match.listed)

    @property
    def can_stray(self) -> bool:
        """Whether its words tell the result of the match it is about, on a day or about one."""
        match = self.match
        settled = match.main and not match.scheduled and not self.is_open
        return settled and self.is_whole and self.written is not None

    @property
    def pair(self) -> tuple[str, str]:
        """The sides in the order of their names."""
        first, second = sorted(self.sides)
        return first, second

    @property
    def side(self) -> str:
        """The side that is known, of a telling that knows one."""
        return self.sides[0] or self.sides[1]

    @property
    def is_timeless(self) -> bool:
        """Whether nothing tells when it was played, nor when the report was written."""
        return self.days is None and self.reported is None

    def score_of(self, side: str) -> tuple[int, int] | None:
        """The goals of a side and of the other, if told."""
        if self.match.score is None or side not in self.sides:
            return None
        own, other = self.match.score
        return (own, other) if self.sides[0] == side else (other, own)

    @property
    def result(self) -> str:
        """The sides and the score, "a|b=2-1" or "a|b" if that is untold; "" without two sides."""
        sides, score = "|".join(self.pair), self.score_of(self.pair[0])
        told = f"{sides}={score[0]}-{score[1]}" if score else sides
        return told if self.is_whole else ""

    def verdict_of(self, side: str) -> str:
        """How it ended for a side: "won", "lost", "drew", or "open" where that is untold."""
        score = self.score_of(side)
        if score:
            return "drew" if score[0] == score[1] else "won" if score[0] > score[1] else "lost"
        if self.match.drawn:
            return "drew"
        return "open" if not self.winner else "won" if self.winner == side else "lost"


def agreement(one: Telling, other: Telling) -> Agreement:
    """How far two tellings agree on the result; they share a side."""
    side = next((s for s in one.sides if s and s in other.sides), "")
    scores = one.score_of(side), other.score_of(side)
    if None not in scores:
        return Agreement.SCORE if scores[0] == scores[1] else Agreement.AGAINST
    verdicts = one.verdict_of(side), other.verdict_of(side)
    if "open" in verdicts:
        return Agreement.SILENT
    return Agreement.VERDICT if verdicts[0] == verdicts[1] else Agreement.AGAINST


def initials(side: str) -> set[str]:
    """How the words of a side begin: names of one team begin a word alike."""
    return {word[0] for word in side.split("-")}


def is_turned(one: Telling, other: Telling) -> bool:
    """Whether each of two tellings knows who is at home, and they say otherwise."""
    if not (one.match.home_known and other.match.home_known):
        return False
    return any(
        s and s in other.sides and other.sides[at] not in (s, "") for at, s in enumerate(one.sides)
    )


def overlap(one: Telling, other: Telling) -> bool:
    """Whether some day can be that of both."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def precedence(telling: Telling) -> tuple[object, ...]:
    """What orders tellings: by when they were reported, then by report."""
    match = telling.match
    return (
        telling.reported or Day.min,
        telling.report,
        not match.main,
        telling.sides,
        str(match.date),
        match.score or (),
        match.evidence,
    )

"""Whose words are whose where a goal undoes another.

"Lund cancelled out Berg's 12th-minute header with a low drive in the 78th minute": what stands up
to the noun is told of Berg's goal, what stands behind it of Lund's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.base import Found
from kg.facts.timing import Timed, attach
from kg.frames import Frame
from kg.language import POSSESSIVE, Token
from kg.mentions.entities import Mention
from kg.phrasings import Match
from kg.phrasings.moments import Moment

IN_NAME = (
    "NN",
    "JJ",
    "CD",
    "VBG",
    "HYPH",
)  # tags of words before a noun: "early 12th-minute header"


@dataclass(frozen=True)
class Undone:
    """A goal undone, in the tokens from `first` to `last`, and the verb that undoes it."""

    trigger: int
    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Whether a token is one of its words."""
        return self.trigger < index <= self.last

    def is_of(self, telling: Match) -> bool:
        """Whether a telling tells of the goal undone, and not of the one that undid it."""
        trigger = telling.frame.trigger.index
        return self.holds(trigger) or (trigger == self.trigger and undoes(telling))

    def tells_in(self, telling: Match) -> bool:
        """Whether a telling tells of it or of the goal that undid it."""
        return self.is_of(telling) or telling.frame.trigger.index == self.trigger


def undoes(telling: Match) -> bool:
    """Whether a telling tells of a goal that another undid."""
    return bool(telling.phrasing.gives.get("undone"))


def goals_undone(found: Sequence[Match]) -> tuple[Undone, ...]:
    """The goals that the tellings of a sentence say to be undone by others."""
    return tuple(
        to_undone(telling.frame, telling.parts["scorer"]) for telling in found if undoes(telling)
    )


def to_undone(frame: Frame, scorer: Mention) -> Undone:
    """The goal of a scorer that a verb undoes: "Berg's early header", "a header by Berg"."""
    behind = frame.sentence.tokens[scorer.last + 1 :]
    is_owner = any(t.text in POSSESSIVE for t in behind[:1])
    end = next((i for i in range(1, len(behind)) if not goes_on(behind[i - 1], behind[i])), 1)
    return Undone(frame.trigger.index, scorer.first, scorer.last + (end if is_owner else 0))


def goes_on(last: Token, token: Token) -> bool:
    """Whether a word is still of the name of a goal: not "12" in "his opener 12 minutes on"."""
    return token.tag.startswith(IN_NAME) and not (last.tag == "NN" and token.tag == "CD")


def parted(found: Found) -> list[tuple[str, Match]]:
    """The tellings of a sentence, each of a kind; the goals without what is told of the other."""
    undone = goals_undone([telling for _, telling in found])
    frames: dict[tuple[int, bool], Frame] = {}
    tellings = []
    for kind, telling in found:
        goal = next((goal for goal in undone if goal.tells_in(telling)), None)
        if goal is not None and kind == "goal":
            key = id(telling.frame), goal.is_of(telling)
            frame = frames.setdefault(key, without_other(telling, goal))
            tellings.append((kind, replace(telling, frame=frame)))
        else:
            tellings.append((kind, telling))
    return tellings


def without_other(telling: Match, undone: Undone) -> Frame:
    """The frame of a telling, its tail without the words of the goal that it does not tell."""
    is_own = undone.is_of(telling)

    def keeps(token: Token) -> bool:
        is_behind = token.index > undone.last
        return not is_behind if is_own else is_behind or token.index < undone.first

    frame = telling.frame
    tail = tuple(token for token in frame.tail if keeps(token))
    return replace(frame, tail=tail, closed=is_own)


def attach_each(found: Sequence[Match], moments: Sequence[Moment]) -> Timed:
    """The minutes of each frame, those among the words of a goal undone for that goal alone."""
    undone = goals_undone(found)
    if not undone:
        return attach(found, moments)
    tokens = found[0].frame.sentence.tokens
    spans = [(tokens[goal.first].start, tokens[goal.last].end) for goal in undone]
    inside = [m for m in moments if any(start <= m.start < end for start, end in spans)]
    own = [t for t in found if any(goal.is_of(t) for goal in undone)]
    rest = [t for t in found if t not in own]
    return {**attach(own, inside), **attach(rest, [m for m in moments if m not in inside])}

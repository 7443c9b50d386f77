"""What a live report calls in set forms: "67' GOAL! Hallvik 1-0 Brevik (Kaba)".

Such a line tells minute, score and scorer, who is booked, or who comes on for whom; what stands
behind it says how it came about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.facts.analysis import Analysis
from kg.facts.base import MatchEvent, clock, evidence_of
from kg.facts.card import Card
from kg.facts.goal.told import GoalTold
from kg.facts.substitution import Substitution
from kg.mentions import Scene
from kg.phrasings.marked import entity, tellings
from kg.phrasings.moments import Moment

ONLY_A_CALL = re.compile(r"\W*g+o+a+l+s?\b\W*$", re.IGNORECASE)
OWN = "o"  # "og", "own goal"
WEIGHT = 5.0  # how far such a line is to be trusted


@dataclass(frozen=True)
class Line:
    """A sentence of a line of a live report with the minute of the line.

    `called` says that a "GOAL!" stands right before it.
    """

    here: Analysis
    moment: Moment
    called: bool


def lines(sentences: Sequence[Analysis], minutes: Sequence[tuple[Moment, ...]]) -> Iterator[Line]:
    """The sentences that stand in the lines of a live report."""
    before: Analysis | None = None
    for here in sentences:
        sentence, moment = here.sentence, next(iter(minutes[here.sentence.number]), None)
        if before is None or before.sentence.block != sentence.block:
            before = here
            continue
        called = ONLY_A_CALL.match(before.sentence.text) is not None
        if moment and moment.start <= sentence.start:
            yield Line(here, moment, called)
        before = here


def goals_called(scene: Scene, told: Iterable[Line]) -> Iterator[GoalTold]:
    """The goals that the lines call."""
    for line in told:
        for phrase, found in tellings("called", line.here.marked):
            if phrase.says == "made" or (phrase.says == "name" and line.called):
                yield goal_called(scene, line, found)


def goal_called(scene: Scene, line: Line, found: re.Match[str]) -> GoalTold:
    """The goal that a line calls."""
    sentence, groups = line.here.sentence, found.groupdict()
    score = (int(groups["first"]), int(groups["second"])) if groups.get("first") else None
    if score and entity(line.here.marked, found, "one") == scene.sides.away:
        score = score[1], score[0]
    mark = groups.get("mark") or groups.get("mark_") or ""
    return GoalTold(
        place=sentence.number,
        at=sentence.start,
        block=sentence.block.start,
        scorer=entity(line.here.marked, found, "scorer"),
        named=True,
        gains=entity(line.here.marked, found, "gains"),
        conceded=False,
        assist=None,
        kind="own_goal" if mark.startswith(OWN) else "penalty" if mark else "regular",
        method=None,
        moment=line.moment,
        several=1,
        nth=0,
        how=False,
        effects=(),
        score=score,
        weight=WEIGHT,
        evidence=evidence_of(scene.document.report.id, sentence),
    )


def events_called(scene: Scene, told: Iterable[Line]) -> Iterator[MatchEvent]:
    """The substitutions and cards that the lines call."""
    for line in told:
        marked, sentence = line.here.marked, line.here.sentence
        said = (evidence_of(scene.document.report.id, sentence),)
        for phrase, found in tellings("called", marked):
            if phrase.says == "swap":
                on, off = entity(marked, found, "on"), entity(marked, found, "off")
                yield Substitution(on=on, off=off, evidence=said, **clock(line.moment))
            elif phrase.says == "card" and (player := entity(marked, found, "player")):
                colour = colour_of(found["colour"])
                yield Card(player=player, colour=colour, evidence=said, **clock(line.moment))


def colour_of(words: str) -> str | None:
    """The colour of a card as a card has it: None for a dismissal."""
    if words.startswith("second"):
        return "second_yellow"
    return None if "red" in words or words == "sent off" else "yellow"

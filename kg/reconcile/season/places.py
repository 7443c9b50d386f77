"""What a report tells of tables: who is where, with how many points, how far above whom.

"Hallvik move to eight points ... with the Dutch club one point behind them and leaders Dalby out of
sight" tells three things; what follows from them is worked out in `kg.reconcile.season.tables`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.base import Evidence, evidence_of
from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions import Entity, Scene
from kg.phrasings.marked import Marked, SetPhrase, entity, is_quoted, number, tellings

CONDITION = pattern("standings", "condition")
PASSED = pattern("standings", "passed")
NOT_REACHED = pattern("standings", "not_reached")
PLAYED = pattern("standings", "played")
FLEETING = pattern("standings", "fleeting")
SUMMIT = pattern("standings", "summit")
OF_OTHERS = pattern("standings", "of_others")
NEAR = 30  # characters around a telling in which it may be another's place


@dataclass(frozen=True)
class PlaceTold:
    """Something told of a table: a rank ("bottom" is -1), points, or a gap above another team.

    `weight` is 2, or 1 for a rank from before the match; `before` marks points from before it.
    """

    team: Entity
    rank: int | None
    points: int | None
    above: Entity | None
    margin: int | None
    weight: int
    before: bool
    evidence: Evidence
    sentence: Sentence


def tell_places(texts: Iterable[Marked], scene: Scene) -> Iterator[PlaceTold]:
    """Everything the report says of tables."""
    for marked in texts:
        yield from places_in(marked, scene)


def places_in(marked: Marked, scene: Scene) -> Iterator[PlaceTold]:
    """What one sentence says of tables."""
    evidence = evidence_of(scene.document.report.id, marked.sentence)
    for phrase, match in tellings("standing", marked):
        team, lower = team_placed(marked, match, scene), entity(marked, match, "lower")
        if boss := entity(marked, match, "boss"):
            team = scene.sides.manager_of.get(boss)
        if team is None or (phrase.says == "gap" and lower in (None, team)):
            continue
        before = marked.text[: match.start()]
        if is_quoted(marked, match) or CONDITION.search(before) or PASSED.search(before):
            continue
        if OF_OTHERS.search(marked.text, max(0, match.start() - NEAR), match.end() + NEAR):
            continue
        if not is_reached(phrase, match) or FLEETING.search(match.group()):
            continue
        yield PlaceTold(
            team=team,
            rank={"top": 1, "bottom": -1}.get(phrase.says)
            or phrase.gives.get("rank")
            or number(match, "rank"),
            points=phrase.gives.get("points", number(match, "points")),
            above=lower,
            margin=phrase.gives.get("margin", number(match, "margin")),
            weight=phrase.gives.get("weight", 2),
            before=phrase.gives.get("before", False),
            evidence=evidence,
            sentence=marked.sentence,
        )


def is_reached(phrase: SetPhrase, match: re.Match[str]) -> bool:
    """Whether a team has the place that a phrase tells: not so "in a position to go top"."""
    place = match.start("rank") if "rank" in match.groupdict() else None
    if phrase.says == "top" and place is None:
        summit = SUMMIT.search(match.string, match.start(), match.end())
        place = summit.start() if summit else None
    return place is None or not NOT_REACHED.search(match.string[:place])


def team_placed(marked: Marked, match: re.Match[str], scene: Scene) -> Entity | None:
    """The team that a phrase places.

    In "a 3-1 win at Brevik that lifted them to second" it is not the one that was beaten.
    """
    team = entity(marked, match, "team")
    if team is None or marked.mentions[int(match["team"])].named:
        return team
    played = PLAYED.search(marked.text[: match.start("team") - len("<T")])
    beaten = marked.entities[int(played[1])] if played else None
    return (scene.sides.other(team) or team) if beaten == team else team

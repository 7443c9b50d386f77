"""The other match of the same two teams: the first leg of a tie, the reverse fixture of a league.

"Trailing 1-0 from the first leg, Hallvik pressed" tells of one in the report of a second leg; in
that of a first leg "a 1-0 win in the first leg" is the match itself.
"""

import re

from kg.blocks import Kind as BlockKind
from kg.mentions import Entity, Scene

LEAD = 4  # sentences of prose that say which leg a match was
FIRST_LEG = re.compile(r"\b(?:first|opening)[- ]leg\b")
REVERSE = re.compile(r"\breverse (?:fixture|meeting|match|game|clash|encounter)\b")
IS_SECOND = re.compile(
    r"\b(?:in|of) (?:the|their|this|a) (?:[\w-]+ ){0,3}?(?:second|return)[- ]leg\b"
)
OF_BOTH = re.compile(r"\baggregate\b")
LOOKS_BACK = re.compile(
    r"\b(?:(?:from|after|since|following|won|lost|drew|winning|losing|trail\w*) (?:the |their |a )?"
    r"(?:[\w-]+ ){0,2}?"
    r"|(?:overturn|overhaul|overc[oa]m|wip|eras|revers|protect|defend|preserv|build)\w* "
    r"(?:\S+ ){0,5}?)(?:first|opening)[- ]leg\b"
)


def is_of_other_leg(text: str, scene: Scene) -> bool:
    """Whether some words of a report are of the other match of its two teams."""
    if REVERSE.search(text):
        return True
    return bool(FIRST_LEG.search(text)) and not reports_first_leg(scene)


def reports_first_leg(scene: Scene) -> bool:
    """Whether the match of a report is a first leg, as the leg that its lead names first tells."""
    prose = [s.text.lower() for s in scene.document.sentences if s.block.kind is BlockKind.PROSE]
    lead = " ".join(prose[:LEAD])
    if OF_BOTH.search(lead):
        return False
    first = next((m.start() for m in FIRST_LEG.finditer(LOOKS_BACK.sub("", lead))), None)
    second = IS_SECOND.search(LOOKS_BACK.sub("", lead))
    return first is not None and (second is None or first < second.start())


def ground_of_reverse(team: Entity | None, scene: Scene) -> str | None:
    """Where a side of the report's match played the other one: at home if it is away now."""
    return {scene.sides.home: "away", scene.sides.away: "home"}.get(team) if team else None

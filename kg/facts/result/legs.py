"""The other match of the same two teams: the first leg of a tie, the reverse fixture of a league.

"Trailing 1-0 from the first leg, Hallvik pressed" tells of one in the report of a second leg; in
that of a first leg "a 1-0 win in the first leg" is the match itself.
"""

from kg.blocks import Kind as BlockKind
from kg.lexicon import pattern
from kg.mentions import Entity, Scene

LEAD = 4  # sentences of prose that say which leg a match was
FIRST_LEG = pattern("results", "first_leg")
REVERSE = pattern("results", "reverse")
IS_SECOND = pattern("results", "is_second_leg")
OF_BOTH = pattern("results", "of_both_legs")
LOOKS_BACK = pattern("results", "looks_back_on_first_leg")


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

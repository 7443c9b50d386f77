"""What set phrases tell of managers: who is one, and of which team.

"Sorensen's men beat Brevik" gives Sorensen the other side, "Bellini brought on Kaba" gives Bellini
Kaba's team.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kg.lexicon import Screened, content, screened, spelled_out
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.known import Sides
from kg.mentions.shown import Shown

SIGN = {"manages": 1, "has": 1, "against": -1}

Votes = dict[tuple[Entity, Entity], float]


@dataclass(frozen=True)
class Cue:
    """A way to tell something of a manager; `weight` says how far to trust it."""

    says: str
    pattern: Screened
    weight: float


@dataclass
class Told:
    """What is told of managers: who is one, and with which weight of which team."""

    managers: dict[Entity, None] = field(default_factory=dict)
    votes: Votes = field(default_factory=lambda: defaultdict(float))
    past: set[tuple[Entity, Entity]] = field(default_factory=set)


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of `managers.toml`, macros filled in."""
    data = content("managers")
    found = []
    for entry in data["cue"]:
        regex = spelled_out(entry["pattern"], data["macros"])
        regex = regex.replace("<C>", r"<C\d+>").replace("[CP]>", r"[CP]\d+>")
        regex = re.sub(r"<(\w):(\w+)>", r"<\1(?P<\2>\\d+)>", regex)
        found.append(Cue(entry["says"], screened(regex), entry.get("weight", 0.0)))
    return tuple(found)


def owner_of(mention: Mention) -> Entity | None:
    """Whom a mention shows to be a manager: "boss Sorensen", "Sorensen's men"."""
    if mention.kind is Kind.TEAM:
        return mention.traits.manager
    is_manager = mention.traits.role == "manager" and not mention.traits.former
    return mention.entity if mention.is_sure and is_manager else None


def hear(
    shown: Shown, told: Told, sides: Sides, team_of: Mapping[Entity, Entity], winner: Entity | None
) -> None:
    """Add what the cues find in a sentence."""
    for cue in cues():
        for found in cue.pattern.finditer(shown.text):
            named = {key: shown.mentions[int(n)] for key, n in found.groupdict().items()}
            manager = named["m"].traits.manager or named["m"].entity
            if manager is None:
                continue
            if cue.says in ("acts", "manages"):
                told.managers.setdefault(manager)
            if cue.says in SIGN:
                vote(told, manager, named["t"].entity, cue.weight * SIGN[cue.says], sides)
            elif cue.says == "plays" and (player := named["one"].entity):
                vote(told, manager, team_of.get(player), cue.weight, sides)
            elif cue.says in ("won", "lost"):
                team = winner if cue.says == "won" else sides.other(winner)
                vote(told, manager, team, cue.weight, sides)


def vote(
    told: Told, manager: Entity | None, team: Entity | None, weight: float, sides: Sides
) -> None:
    """Add a vote; one against a side is one for the other."""
    if manager is None or team is None:
        return
    told.votes[manager, team] += weight
    other = sides.other(team)
    if weight < 0 and other:
        told.votes[manager, other] -= weight

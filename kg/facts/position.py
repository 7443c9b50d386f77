"""Position: where a player plays, only where the report says so.

"Brevik goalkeeper Jonas Hansen", "the centre back thrashed it" tell one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity

POSITIONS = frozenset({"goalkeeper", "defender", "midfielder", "winger", "forward"})


@dataclass(frozen=True, kw_only=True)
class Position(Fact):
    """`player` plays as `position`, one of POSITIONS."""

    properties: ClassVar[Mapping[str, str]] = {"position": "position"}

    player: Entity
    position: str

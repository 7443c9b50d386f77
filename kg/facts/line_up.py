"""Line-up: who starts a match and who is on the bench, as a team sheet lists them.

"Hallvik: Lund, Vold ... Subs: Holm" tells that Lund starts and Holm is on the bench. A squad for a
match to come tells neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity


@dataclass(frozen=True, kw_only=True)
class LineUp(Fact):
    """`player` starts the report's match if `starts`, else he is on the bench."""

    properties: ClassVar[Mapping[str, str]] = {"starts": "startedIn", "waits": "onBenchIn"}

    player: Entity
    starts: bool

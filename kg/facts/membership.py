"""Membership: a player plays for a team, as the report has it.

"Brevik goalkeeper Jonas Hansen" tells one; "the former Brevik goalkeeper" none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity


@dataclass(frozen=True, kw_only=True)
class Membership(Fact):
    """`player` plays for `team`."""

    properties: ClassVar[Mapping[str, str]] = {"team": "playsFor"}

    player: Entity
    team: Entity

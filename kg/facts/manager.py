"""Manager: the head coach of a team, at the time of the report.

"Dalby's men", "Hallvik boss Jon Sorensen" tell one; "former boss Jon Sorensen" none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kg.facts.base import Fact
from kg.mentions.entities import Entity


@dataclass(frozen=True, kw_only=True)
class Management(Fact):
    """`person` manages `team`."""

    properties: ClassVar[Mapping[str, str]] = {"team": "manages"}

    person: Entity
    team: Entity

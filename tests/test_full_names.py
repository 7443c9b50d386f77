"""A surname is that of the one person of whom a report of the match says the full name."""

import pytest

from kg.facts.base import Evidence
from kg.facts.membership import Membership
from kg.fuse.identity import Identity, Named
from kg.fuse.people import full_names
from kg.mentions import Entity, Kind
from kg.names.known import NO_NAMES
from kg.reconcile import Reading
from kg.report import Report

SENTENCE = (Evidence("first", 0, 9, "Sentence."),)


def people(*names: str) -> tuple[Entity, ...]:
    return tuple(Entity(Kind.PERSON, name) for name in names)


@pytest.mark.parametrize(
    ("called", "named", "full"),
    [
        (("Hallvik",), ("Marco Bellini",), "Marco Bellini"),
        (("Hallvik", "Brevik"), ("Marco Bellini",), None),  # a Bellini in each team
        (("Hallvik",), ("Marco Bellini", "Ivo Bellini"), None),
        (("Hallvik",), ("Marco Kaba", "Bellini"), None),
    ],
)
def test_a_full_name_may_stand_where_no_team_is_told(
    called: tuple[str, ...], named: tuple[str, ...], full: str | None
) -> None:
    (bellini,) = people("Bellini")
    first = Reading(
        Report("first", "", "test"),
        memberships=tuple(
            Membership(evidence=SENTENCE, player=bellini, team=Entity(Kind.TEAM, team))
            for team in called
        ),
    )
    second = Reading(Report("second", "", "test"), named=people(*named))
    found = full_names([first, second], Identity(NO_NAMES))
    assert found.get(Named("first", "player", "bellini", "hallvik")) == full

"""Reports that are read together tell each other for whom somebody plays."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from readings import reading_of

from kg.facts.membership import Membership
from kg.fuse.attested import attested
from kg.names.known import KnownNames
from kg.pipeline import build_each

FIRST = """Hallvik beat Brevik 2-1 in Hallvik on Saturday.

Brevik pressed early on, with Marco Bellini heading wide before the break.
"""
SECOND = """Hallvik beat Norheim 1-0 in Hallvik on Sunday.

Hallvik striker Marco Bellini scored the only goal in the 30th minute.
"""
THIRD = """Hallvik drew 1-1 with Tornby on Monday.

Hallvik striker Marco Bellini headed in before the break.
"""


def teams(texts: Iterable[str], folder: Path) -> list[str | None]:
    """For whom Bellini plays by each of some reports that are read together, in their order."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"report-{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return [team_of(built.readings[0].memberships) for built in build_each(paths)]


def team_of(memberships: Iterable[Membership]) -> str | None:
    found = (m for m in memberships if m.player.name == "Marco Bellini")
    return next((m.team.name for m in found), None)


def test_alone_a_report_may_be_wrong(tmp_path: Path) -> None:
    assert teams([FIRST], tmp_path) == ["Brevik"]


def test_a_team_that_all_his_matches_have_in_common_is_his(tmp_path: Path) -> None:
    assert teams([FIRST, SECOND], tmp_path) == ["Hallvik", "Hallvik"]


def test_who_is_only_named_is_of_the_team_that_another_report_gives_him(tmp_path: Path) -> None:
    named = FIRST.partition("\n\n")[0] + "\n\nMarco Bellini went close before the break.\n"
    assert teams([named], tmp_path) == [None]
    assert teams([named, SECOND], tmp_path) == ["Hallvik", "Hallvik"]
    assert teams([named, named.replace("Brevik", "Norheim")], tmp_path) == [None, None]


def test_order_of_reports_does_not_matter(tmp_path: Path) -> None:
    for texts in permutations([FIRST, SECOND, THIRD]):
        assert teams(texts, tmp_path) == ["Hallvik"] * 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hallvik", "Tornby"),  # his matches have no team in common: he is two people, or moved
        ("Norheim", "Brevik"),  # they have two
    ],
)
def test_nothing_is_told_without_one_team_in_common(old: str, new: str) -> None:
    readings = [reading_of(FIRST, "first"), reading_of(SECOND.replace(old, new), "second")]
    assert not attested(readings, KnownNames())


def test_who_is_named_by_a_surname_alone_may_be_another() -> None:
    texts = (text.replace("Marco Bellini", "Bellini") for text in (FIRST, SECOND))
    assert not attested([reading_of(t, f"report-{n}") for n, t in enumerate(texts)], KnownNames())


def test_a_season_later_he_may_have_moved() -> None:
    first = reading_of(f"Sunday 3 March 2019\n\n{FIRST}", "first")
    second = reading_of(f"Monday 2 March 2020\n\n{SECOND}", "second")
    days = [reading.main.date for reading in (first, second) if reading.main]
    assert None not in days
    assert not attested([first, second], KnownNames())


def test_managers_are_told_apart_from_players() -> None:
    sorensen = "Hallvik coach Jon Sorensen made two changes."
    readings = [
        reading_of(f"{FIRST}\n{sorensen}", "first"),
        reading_of(f"{SECOND}\n{sorensen}", "second"),
    ]
    told = attested(readings, KnownNames())["first"]
    assert {(one.person.name, one.team.name, one.manages) for one in told} == {
        ("Marco Bellini", "Hallvik", False),
        ("Jon Sorensen", "Hallvik", True),
    }

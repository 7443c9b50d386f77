"""What a name names, by how the report uses it; no list knows the names here."""

import pytest
from readings import document_of

from kg.known_names import KnownNames, load_known_names
from kg.mentions import Kind
from kg.mentions.senses import senses
from kg.paths import names_folder


@pytest.fixture(scope="module")
def nobody() -> KnownNames:
    """Known names without a single club."""
    return load_known_names(names_folder()).without_clubs()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Hallvik beat Brevik 2-0.", "Hallvik", Kind.TEAM),
        ("Hallvik beat Brevik 2-0.", "Brevik", Kind.TEAM),
        ("It was a 1-1 draw with Brevik.", "Brevik", Kind.TEAM),
        ("It ended Hallvik 2-1 Brevik.", "Brevik", Kind.TEAM),
        ("The goal gave FC Tolna hope.", "FC Tolna", Kind.TEAM),
        ("It was a good day for Karvel United.", "Karvel United", Kind.TEAM),
        ("It was all about Tolna's goalkeeper.", "Tolna", Kind.TEAM),
        ("In the end the striker Bellini was alone.", "Bellini", Kind.PERSON),
        ("After a minute Bellini headed wide.", "Bellini", Kind.PERSON),
        ("A cross from Bellini's boot, Bellini's header.", "Bellini", Kind.PERSON),
        ("It was Aasen's men who won.", "Aasen", Kind.PERSON),
        ("They thanked Marco Bellini.", "Marco Bellini", Kind.PERSON),
        ("They met at the Skarn Stadium.", "Skarn Stadium", Kind.VENUE),
        ("They met at Orla Park.", "Orla Park", Kind.VENUE),
        ("They met at the Stadium of Dreams.", "Stadium of Dreams", Kind.VENUE),
        ("They play in the Nordic Cup.", "Nordic Cup", Kind.COMPETITION),
        ("They lead Group C with eight points.", "Group C", Kind.STAGE),
        pytest.param(
            *("They lead Group C.", "Group C", Kind.STAGE),
            marks=pytest.mark.xfail(reason="a letter with a full stop is taken for an initial"),
        ),
        ("It rained in Velden.", "Velden", Kind.CITY),
    ],
)
def test_sense(nobody: KnownNames, text: str, name: str, kind: Kind) -> None:
    assert senses(document_of(text), nobody)[name] is kind


def test_one_sense_for_all_uses(nobody: KnownNames) -> None:
    text = "Hallvik beat Brevik 2-0. They came from Brevik. There was nothing for Brevik."
    assert senses(document_of(text), nobody)["Brevik"] is Kind.TEAM


def test_a_surname_is_what_the_full_name_is(nobody: KnownNames) -> None:
    text = "The striker Marco Bellini was fit. It was for Bellini to decide."
    found = senses(document_of(text), nobody)
    assert found["Marco Bellini"] is found["Bellini"] is Kind.PERSON

"""What a report tells beside its match is no event of it."""

import pytest
from readings import scene_of

from kg.facts import find_tellings
from kg.facts.asides import Way, ways


@pytest.mark.parametrize(
    ("way", "text"), [(way, text) for way in ways().all for text in way.reads], ids=str
)
def test_way_reads_its_examples(way: Way, text: str) -> None:
    assert way.pattern.search(text)


@pytest.mark.parametrize(
    ("way", "text"), [(way, text) for way in ways().all for text in way.spares], ids=str
)
def test_way_leaves_near_misses_alone(way: Way, text: str) -> None:
    assert not way.pattern.search(text)


@pytest.mark.parametrize(
    ("text", "scorers", "reasons"),
    [
        ("Bellini scored.", ["Bellini"], []),
        (
            "Bellini scored to become the first man to score in three finals since Kaba netted.",
            ["Bellini"],
            ["record", "record"],
        ),
        ("At the 1986 tournament, Bellini scored.", [], ["history"]),
        (
            "Bellini, who scored against Sudvik last week, was injured, but Kaba scored.",
            ["Kaba"],
            ["another match"],
        ),
        (
            "Bellini scored. Hallvik won the shoot-out. Kaba scored the last kick.",
            ["Bellini"],
            ["shoot-out"],
        ),
        (
            "Hallvik won on penalties. Bellini scored in the 14th minute. Kaba scored.",
            ["Bellini", "Kaba"],
            [],
        ),
    ],
)
def test_aside_is_turned_down_with_its_reason(
    text: str, scorers: list[str], reasons: list[str]
) -> None:
    drawn = "Hallvik drew 1-1 with Brevik.\n\n"
    cast = f"{drawn}Hallvik striker Marco Bellini and Brevik defender Idris Kaba were fit.\n\n"
    told = find_tellings(scene_of(cast + text))
    assert [goal.scorer.name.split()[-1] for goal in told.goals if goal.scorer] == scorers
    assert [rejected.reason for rejected in told.rejected] == reasons

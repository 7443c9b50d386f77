"""Two reports of one match: each thing once, and where they disagree both are kept."""

import pytest
from rdflib import Dataset
from readings import Row, graph_of, rows

FIRST = """date 2021-03-08 NORHEIM: Hosts Hallvik won 2-1 against Brevik in the Premier League at
the Skarn Stadium on Sunday (Mar 7).

Marco Bellini opened the scoring for Hallvik in the 13th minute.

Jon Sorensen equalised for Brevik on 40 minutes, but Bellini scored the winner in the 88th minute.

Hallvik goalkeeper Petter Ruud was the best man on the field.
"""
SECOND = """date 2021-03-09 NORHEIM: FC Hallvik won 2-1 at home to Brevik on Sunday (Mar 7).

Brevik striker Jon Sorensen scored for the visitors in the 41st minute.

Captain Bellini had scored for Hallvik on 13 minutes, and Bellini scored the winner on 88 minutes.

Brevik midfielder Ivo Mertens hit the post on 60 minutes.
"""
OTHER = """date 2021-03-15 KARSTAD: Hosts Tolna won 1-0 against Brevik on Sunday (Mar 14).

Tolna striker Anders Bellini scored in the fifth minute.
"""


@pytest.fixture(scope="module")
def fused() -> Dataset:
    """The graph of two reports of one match."""
    return graph_of(FIRST, SECOND)


def told(graph: Dataset, question: str, *columns: str) -> list[tuple[str | None, ...]]:
    found: list[Row] = rows(graph, question)
    return sorted((tuple(row[c] for c in columns) for row in found), key=str)


def test_one_match(fused: Dataset) -> None:
    assert told(fused, "matches", "home", "away", "home_goals", "away_goals", "date") == [
        ("Hallvik", "Brevik", "2", "1", "2021-03-07")
    ]


def test_what_only_one_report_says_is_there(fused: Dataset) -> None:
    (match,) = rows(fused, "matches")
    assert (match["venue"], match["competition"]) == ("Skarn Stadium", "Premier League")
    assert told(fused, "woodwork", "player", "team") == [("Ivo Mertens", "Brevik")]
    assert ("Petter Ruud", "Hallvik") in told(fused, "memberships", "player", "team")


def test_each_goal_once(fused: Dataset) -> None:
    goals = told(fused, "goals", "minute", "scorer", "team")
    assert [goal for goal in goals if goal[1] == "Marco Bellini"] == [
        ("13", "Marco Bellini", "Hallvik"),
        ("88", "Marco Bellini", "Hallvik"),
    ]
    assert len(goals) == 3


def test_a_surname_joins_the_full_name_of_the_other_report(fused: Dataset) -> None:
    people = [player for (player,) in told(fused, "memberships", "player")]
    assert [player for player in people if player and "Bellini" in player] == ["Marco Bellini"]


def test_a_minute_that_differs_is_one_goal_and_a_conflict(fused: Dataset) -> None:
    (goal,) = [row for row in rows(fused, "goals") if row["scorer"] == "Jon Sorensen"]
    assert goal["minute"] in {"40", "41"}
    (conflict,) = [row for row in rows(fused, "conflicts") if row["property"] == "atMinute"]
    assert {conflict["kept"], conflict["disputed"]} == {"40", "41"}
    assert conflict["kept"] == goal["minute"]


def test_other_matches_and_namesakes_stay_apart() -> None:
    graph = graph_of(FIRST, OTHER)
    assert len(rows(graph, "matches")) == 2
    bellinis = [row for row in rows(graph, "memberships") if "Bellini" in (row["player"] or "")]
    assert {(row["player"], row["team"]) for row in bellinis} == {
        ("Marco Bellini", "Hallvik"),
        ("Anders Bellini", "Tolna"),
    }


def test_order_of_reports_changes_no_answer() -> None:
    for question in ("matches", "goals", "memberships", "conflicts", "woodwork"):
        one, other = (
            rows(graph_of(*texts), question) for texts in ((FIRST, OTHER), (OTHER, FIRST))
        )
        assert [drop_report(row) for row in one] == [drop_report(row) for row in other]


def drop_report(row: Row) -> Row:
    return {name: value for name, value in row.items() if not name.endswith("_report")}


def test_the_same_report_twice_is_no_second_witness() -> None:
    assert told(graph_of(FIRST, FIRST), "goals", "scorer", "minute") == told(
        graph_of(FIRST), "goals", "scorer", "minute"
    )

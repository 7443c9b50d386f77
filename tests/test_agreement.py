"""Agreement raises confidence: what several reports tell is doubted less than what one tells."""

import pytest
from rdflib import Dataset
from readings import graph_of, rows

from kg.explain import Explanation, agreed, agreement, explain
from kg.query import as_store
from kg.vocabulary import report_id

LEAD = """date 2021-03-08

Marco Bellini scored in the 13th minute as Hallvik beat Brevik 1-0 in the Premier League.
"""
STORY = """date 2021-03-08

Hallvik beat Brevik 1-0 in the Premier League at the Skarn Stadium.

Hallvik striker Marco Bellini headed in a cross from Petter Ruud in the 13th minute.
"""
OTHER = """date 2021-03-08

Hallvik forward Marco Bellini scored the only goal in the 13th minute as they beat Brevik 1-0.
"""
GOAL = "goal-1"


def claim(report: str, confidence: float) -> Explanation:
    """An accepted claim of a report."""
    return Explanation(
        node="goal-1",
        label="Marco Bellini 13'",
        property="scored by",
        value="Marco Bellini",
        target="player/marco-bellini",
        confidence=confidence,
        status="accepted",
        reason=None,
        report=report,
        sentence="Marco Bellini scored.",
        start=0,
        end=21,
    )


def confidence_of(graph: Dataset, term: str) -> float:
    """How far to trust what is said of the goal."""
    (row,) = [
        row
        for row in rows(graph, "confidence")
        if row["property"] == term and row["subject"] == "Marco Bellini 13'"
    ]
    return float(str(row["confidence"]))


def test_each_further_report_takes_doubt_away() -> None:
    one, two, three = (
        agreed([claim(f"report-{n}", said) for n, said in enumerate(told)])
        for told in ([0.8], [0.8, 0.5], [0.8, 0.5, 0.5])
    )
    assert (one, two, three) == pytest.approx((0.8, 0.9, 1 - 0.2 / 3))


def test_a_report_that_tells_a_thing_twice_agrees_with_nobody() -> None:
    assert agreed([claim("report-1", 0.6), claim("report-1", 0.8)]) == pytest.approx(0.8)
    assert agreement([claim("report-1", 0.6), claim("report-1", 0.8)]) == {}
    assert agreed([]) is None


def test_what_two_reports_tell_is_doubted_half() -> None:
    surest = max(confidence_of(graph_of(text), "scoredBy") for text in (LEAD, STORY))
    both = confidence_of(graph_of(LEAD, STORY), "scoredBy")
    assert both > surest
    assert both == pytest.approx(1 - (1 - surest) / 2, abs=0.006)  # claims keep two places
    assert confidence_of(graph_of(LEAD, STORY, OTHER), "scoredBy") > both


def test_what_one_report_tells_is_as_it_was() -> None:
    assert confidence_of(graph_of(LEAD, STORY), "method") == confidence_of(
        graph_of(STORY), "method"
    )


def test_the_claims_of_a_report_do_not_hang_on_others() -> None:
    alone = {(e.property, e.confidence) for e in explain(graph_of(LEAD), GOAL)}
    told = explain(graph_of(LEAD, STORY), GOAL)
    assert {(e.property, e.confidence) for e in told if e.report == report_id("report-1")} == alone


def test_the_query_works_it_out_as_the_explanation_does() -> None:
    graph = graph_of(LEAD, STORY, OTHER)
    told = agreement(explain(as_store(graph), GOAL))
    of_goal = {node for node, _, _ in told if node.endswith(GOAL)}
    worked_out = sorted(
        round(figure, 3) for (node, _, _), figure in told.items() if node in of_goal
    )
    asked = sorted(
        float(str(row["confidence"]))
        for row in rows(graph, "confidence")
        if row["subject"] == "Marco Bellini 13'" and row["reports"] != "1"
    )
    assert worked_out == pytest.approx(asked, abs=0.0006)
    assert len(asked) >= 3

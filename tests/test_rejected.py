"""What is said and left out: each with its reason, its sentence, and what it would have said."""

import pytest
from rdflib import Dataset, URIRef
from readings import graph_of, rows

from kg.explain import explain
from kg.validate import validate
from kg.vocabulary import evidence_graph, report_graph

REPORT = """Hallvik beat Brevik 2-1 at Hallvik Park on Saturday.

Kaba headed Hallvik in front after 12 minutes. Nduri should have scored a second before the break,
and Bellini did not find the net either when he ran clear.

"Kaba scored a wonderful goal," said the Hallvik manager Sorensen. Bellini scored for Brevik on the
hour, but Nduri netted the winner in the 80th minute. Lokat was not booked for his foul on Nduri.

Kaba, who has scored in five consecutive matches, had a goal ruled out for offside.
"""
# In the words of the question: whom the telling names, and why it is not to be believed.
LEFT_OUT = {
    ("Nduri", "hypothetical"),
    ("Bellini", "negated"),
    ("Kaba", "quoted"),
    ("Lokat", "negated"),
    ("Kaba", "another match or time"),
}
MOST_TRIPLES = 7  # of evidence for each triple of a report


@pytest.fixture(scope="module")
def graph() -> Dataset:
    """The graph of the report."""
    return graph_of(REPORT)


def test_everything_left_out_has_its_reason(graph: Dataset) -> None:
    told = rows(graph, "rejected")
    assert {(row["value"], row["reason"]) for row in told} == LEFT_OUT
    assert len(told) == len(LEFT_OUT)


def test_each_stands_with_its_sentence(graph: Dataset) -> None:
    (booking,) = [row for row in rows(graph, "rejected") if row["property"] == "shownTo"]
    assert booking["sentence"] == "Lokat was not booked for his foul on Nduri."
    assert booking["report"] == "report-1"


def test_it_is_no_fact(graph: Dataset) -> None:
    assert [row["scorer"] for row in rows(graph, "goals")] == ["Kaba", "Bellini", "Nduri"]
    assert rows(graph, "cards") == []
    told = {str(s) for s in graph.graph(report_graph("report-1")).subjects()}
    assert not [iri for iri in told if "rejected" in iri]


def test_outvoted_by_the_score() -> None:
    """A second goal of Kaba is more than the score leaves room for."""
    graph = graph_of(
        "Hallvik beat Brevik 1-0 in the Premier League on Saturday.\n\n"
        "Hallvik striker Kaba headed in after 12 minutes.\n\n"
        "Nduri scored for Hallvik in the 80th minute with a fine volley.\n"
    )
    (row,) = rows(graph, "rejected")
    assert row["reason"] == "outvoted"
    assert {row["value"], *(goal["scorer"] for goal in rows(graph, "goals"))} == {"Kaba", "Nduri"}


def test_evidence_is_sound_and_small(graph: Dataset) -> None:
    assert [v for v in validate(graph) if v.severity == "violation"] == []
    facts = len(graph.graph(URIRef(report_graph("report-1"))))
    assert len(graph.graph(URIRef(evidence_graph("report-1")))) <= MOST_TRIPLES * facts


def test_each_can_be_explained(graph: Dataset) -> None:
    for row in rows(graph, "rejected"):
        (found,) = explain(graph, str(row["subject"]))
        assert (found.value, found.status, found.reason) == (
            row["value"],
            "rejected",
            row["reason"],
        )

"""Every constraint has a graph in tests/shapes/ that breaks it and names the message it must give.

A file there holds graphs, each under its "# breaks:" lines, and each is added to good.ttl (or, in
ontology.ttl, to the ontology), with which the shapes have no quarrel.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.namespace import RDF
from rdflib.namespace import SH as SHACL

from kg.graph.screening import may_break
from kg.paths import shapes_folder
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_quads
from kg.validate import (
    ONTOLOGY_SHAPES,
    data_shapes,
    read_ontology,
    validate,
    validate_ontology,
)
from kg.vocabulary import BASE, FUSED, ONTOLOGY, evidence_graph, report_graph

SHAPES = Path(__file__).parent / "shapes"
GOOD = SHAPES / "good.ttl"
MATCH = Path(__file__).parent / "graphs" / "match.trig"
BREAKS = re.compile(r"^# breaks: (.*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A graph that breaks shapes, and the messages that it must give."""

    stem: str
    turtle: str
    messages: frozenset[str]


def _cases() -> list[Case]:
    cases = []
    for path in sorted(SHAPES.glob("*.ttl")):
        head, *blocks = re.split(r"\n\n(?=# breaks:)", path.read_text(encoding="utf-8"))
        cases += [
            Case(path.stem, f"{head}\n{block}", frozenset(BREAKS.findall(block)))
            for block in blocks
        ]
    return cases


DATA_CASES = [case for case in _cases() if case.stem != "ontology"]
ONTOLOGY_CASES = [case for case in _cases() if case.stem == "ontology"]


def _dataset(*turtles: str) -> Dataset:
    dataset = Dataset()
    for turtle in turtles:
        dataset.graph(FUSED).parse(data=turtle, format="turtle")
    return dataset


def test_nothing_is_wrong_with_the_good_graph() -> None:
    assert validate(_dataset(GOOD.read_text(encoding="utf-8"))) == ()


@pytest.mark.parametrize("case", DATA_CASES, ids=lambda case: f"{case.stem}: {min(case.messages)}")
def test_a_broken_graph_gives_the_messages_it_names(case: Case) -> None:
    found = validate(_dataset(GOOD.read_text(encoding="utf-8"), case.turtle))
    assert {violation.message for violation in found} == case.messages


@pytest.mark.parametrize("case", DATA_CASES, ids=lambda case: f"{case.stem}: {min(case.messages)}")
def test_the_screen_doubts_just_what_breaks_a_shape(case: Case) -> None:
    broken = _dataset(GOOD.read_text(encoding="utf-8"), case.turtle)
    is_violation = any(found.severity == "violation" for found in validate(broken))
    assert may_break(quad.triple for quad in to_quads(broken)) == is_violation


def test_the_screen_knows_every_rule_of_the_shapes() -> None:
    good = _dataset(GOOD.read_text(encoding="utf-8"))
    assert not may_break(quad.triple for quad in to_quads(good))


@pytest.mark.parametrize("case", ONTOLOGY_CASES, ids=lambda case: min(case.messages))
def test_a_broken_ontology_gives_the_messages_it_names(case: Case) -> None:
    ontology = read_ontology().parse(data=case.turtle, format="turtle")
    assert {violation.message for violation in validate_ontology(ontology)} == case.messages


def test_the_ontology_meets_its_own_shapes() -> None:
    assert validate_ontology(read_ontology()) == ()


def test_every_constraint_has_a_graph_that_breaks_it() -> None:
    broken = {message for case in _cases() for message in case.messages}
    assert _messages(data_shapes()) | _messages(_ontology_shapes()) == broken


@pytest.mark.parametrize("path", sorted(shapes_folder().glob("*.ttl")), ids=lambda path: path.stem)
def test_every_shape_has_an_iri_and_a_message(path: Path) -> None:
    shapes = Graph().parse(path)
    kinds = (SHACL.NodeShape, SHACL.PropertyShape)
    nodes = {node for kind in kinds for node in shapes.subjects(RDF.type, kind)}
    assert nodes
    for node in nodes:
        assert str(node).startswith("https://w3id.org/football-kg/shapes#"), node
        assert len(list(shapes.objects(node, SHACL.message))) == 1, node
    assert set(shapes.objects(None, SHACL.property)) <= nodes


def test_warnings_are_what_is_untold_and_violations_what_is_wrong() -> None:
    goal = (
        f"@prefix kg: <{ONTOLOGY}> . @base <{BASE}> ."
        " <goal> a kg:Goal ; kg:inMatch <match/open> ; kg:forTeam <team/hallvik> ;"
        " kg:scoredBy <player/ivo-bellini> ; kg:assistedBy <player/ivo-bellini> ."
    )
    found = validate(_dataset(GOOD.read_text(encoding="utf-8"), goal))
    assert [(v.severity, v.shape.split("#")[1], v.path.split("#")[-1]) for v in found] == [
        ("violation", "Goal-assister", "assistedBy"),
        ("violation", "Named-label", "label"),
        ("warning", "MatchEvent-minute-known", ""),
    ]
    assert {v.node for v in found} == {"https://w3id.org/football-kg/id/goal"}


def test_evidence_is_checked_and_what_a_single_report_says_is_not() -> None:
    dataset = Dataset()
    mention = f"@prefix kg: <{ONTOLOGY}> . <https://example.org/m> a kg:Mention ."
    dataset.graph(report_graph("one")).parse(data=mention, format="turtle")
    assert validate(dataset) == ()
    dataset.graph(evidence_graph("one")).parse(data=mention, format="turtle")
    assert "A sentence belongs to one report." in {v.message for v in validate(dataset)}


def test_validation_changes_neither_the_data_nor_the_answer() -> None:
    dataset = read_dataset(MATCH)
    before = set(dataset.quads((None, None, None, None)))
    assert validate(dataset) == validate(dataset)
    assert set(dataset.quads((None, None, None, None))) == before


def test_the_match_of_the_examples_breaks_no_shape() -> None:
    assert [v for v in validate(read_dataset(MATCH)) if v.severity == "violation"] == []


def _ontology_shapes() -> Graph:
    return Graph().parse(shapes_folder() / ONTOLOGY_SHAPES)


def _messages(shapes: Graph) -> set[str]:
    """The messages of all constraints: of property shapes, and of node shapes with a query."""
    constraints = {
        *shapes.subjects(RDF.type, SHACL.PropertyShape),
        *(node for node, _ in shapes.subject_objects(SHACL.sparql)),
    }
    return {str(shapes.value(node, SHACL.message)) for node in constraints}

"""The ontology's terms as Python names."""

import copy
import subprocess
import sys

import pyoxigraph as ox
import pytest
from rdflib import URIRef

from kg.vocabulary import (
    BASE,
    FUSED,
    KG,
    ONTOLOGY,
    PREFIXES,
    SH,
    accepted_graph,
    evidence_graph,
    label_of,
    reading_graph,
    report_graph,
    report_id,
    segment,
    terms,
)


def test_a_term_is_its_iri() -> None:
    assert KG.scoredBy == URIRef("https://w3id.org/football-kg/ontology#scoredBy")


@pytest.mark.parametrize(("slip", "meant"), [("scoreBy", "scoredBy"), ("Gaol", "Goal")])
def test_a_slip_suggests_the_nearest_term(slip: str, meant: str) -> None:
    with pytest.raises(AttributeError, match=rf"defines no kg:{slip}; did you mean {meant}\?"):
        getattr(KG, slip)


@pytest.mark.parametrize("name", ["count", "index", "format", "title"])
def test_a_name_that_strings_have_is_no_term(name: str) -> None:
    with pytest.raises(AttributeError, match=f"defines no kg:{name}"):
        getattr(KG, name)


def test_what_is_defined_can_be_asked_and_listed() -> None:
    assert "Goal" in KG
    assert "goal" not in KG
    assert dir(KG) == list(terms())
    assert list(terms()) == sorted(terms())


def test_a_term_has_a_readable_name() -> None:
    assert label_of(str(KG.scoredBy)) == "scored by"
    assert label_of(PREFIXES["rdf"] + "type") == "type"
    assert label_of(BASE + "player/sory-kaba") == "sory-kaba"


def test_graphs_have_the_iris_of_the_design() -> None:
    assert str(FUSED) == "https://w3id.org/football-kg/id/g/fused"
    assert str(report_graph("one")) == "https://w3id.org/football-kg/id/g/one"
    assert str(evidence_graph("one")) == "https://w3id.org/football-kg/id/g/one/evidence"
    assert PREFIXES["kg"] == ONTOLOGY
    assert str(SH["Goal"]) == "https://w3id.org/football-kg/shapes#Goal"


def test_the_vocabulary_can_be_copied() -> None:
    assert copy.deepcopy(KG).Goal == KG.Goal


def test_reading_the_terms_loads_no_parser_of_rdflib() -> None:
    code = "import sys; from kg.vocabulary import KG; KG.Goal; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "rdflib" in loaded
    assert not loaded & {"rdflib.plugins.parsers.notation3", "rdflib.plugins.sparql"}


@pytest.mark.parametrize("name", ["cup final", "fused", "é%20", "a/b", "evidence", "2020-12-01.x"])
def test_any_file_name_makes_graphs_of_its_own(name: str) -> None:
    graphs = {str(graph(name)) for graph in (report_graph, evidence_graph, reading_graph)}
    assert len({*graphs, str(accepted_graph(name)), str(FUSED)}) == 5
    assert all(ox.NamedNode(graph).value == graph for graph in graphs)
    assert report_id(segment(name)) == name

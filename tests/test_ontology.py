"""The ontology, the shapes and the questions speak of the same things."""

import re
from pathlib import Path

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from kg.paths import ontology_folder, queries_folder, shapes_folder
from kg.query import questions
from kg.validate import ONTOLOGY_SHAPES, read_ontology
from kg.vocabulary import ONTOLOGY, terms

TERM = re.compile(r"\bkg:([A-Za-z]+)\b")
SHARED = "football"
STEMS = {path.stem for path in ontology_folder().glob("*.ttl")}
USERS = sorted([*shapes_folder().glob("*.ttl"), *queries_folder().glob("*.rq")])
MAPPINGS = sorted((ontology_folder() / "mappings").glob("*.ttl"))
TESTS = Path(__file__).parent


def test_every_kind_of_fact_has_its_shapes() -> None:
    shapes = {path.stem for path in shapes_folder().glob("*.ttl") if path.name != ONTOLOGY_SHAPES}
    assert shapes == STEMS


def test_every_kind_of_fact_is_asked_for_and_no_other() -> None:
    assert {fact for question in questions() for fact in question.facts} == STEMS


def test_every_kind_of_fact_has_graphs_that_break_its_shapes() -> None:
    assert {path.stem for path in (TESTS / "shapes").glob("*.ttl")} - {"good", "ontology"} == STEMS


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.name)
def test_terms_in_use_are_defined(path: Path) -> None:
    text = re.sub(r"^@prefix.*|^PREFIX.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    used = set(TERM.findall(text))
    assert used or path.name == ONTOLOGY_SHAPES
    assert used <= terms().keys()


def test_every_property_is_constrained_by_a_shape() -> None:
    shaped = set[str]()
    for path in shapes_folder().glob("*.ttl"):
        shaped |= set(TERM.findall(path.read_text(encoding="utf-8")))
    assert {term for term in terms() if term[0].islower()} <= shaped


def test_every_term_is_a_class_or_a_property() -> None:
    ontology = read_ontology()
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    typed = {
        str(node).removeprefix(ONTOLOGY)
        for kind in kinds
        for node in ontology.subjects(RDF.type, kind)
        if not isinstance(node, BNode)
    }
    assert typed == terms().keys()
    for name in terms():
        is_class = (URIRef(ONTOLOGY + name), RDF.type, OWL.Class) in ontology
        assert name[0].isupper() == is_class, name


def test_the_ontology_imports_nothing_and_has_a_version() -> None:
    ontology = read_ontology()
    header = URIRef(ONTOLOGY.removesuffix("#"))
    assert (header, RDF.type, OWL.Ontology) in ontology
    assert str(ontology.value(header, OWL.versionInfo)) in str(
        ontology.value(header, OWL.versionIRI)
    )
    assert not list(ontology.triples((None, OWL.imports, None)))


@pytest.mark.parametrize("path", MAPPINGS, ids=lambda path: path.stem)
def test_a_mapping_leads_from_our_terms_to_those_of_others(path: Path) -> None:
    mapping = Graph().parse(path)
    assert len(mapping) > 0
    for subject, _, target in mapping:
        assert str(subject).removeprefix(ONTOLOGY) in terms()
        assert not str(target).startswith(ONTOLOGY)


def test_a_subclass_is_one_of_ours_or_of_a_standard() -> None:
    for narrower, wider in read_ontology().subject_objects(RDFS.subClassOf):
        name = str(wider).removeprefix(ONTOLOGY)
        assert name in terms() or not str(wider).startswith(ONTOLOGY), narrower

"""Datasets between rdflib, in which the project builds them, and pyoxigraph, which is faster.

A string is a plain literal on both sides: rdflib would take `"a"` and `"a"^^xsd:string` for two.
"""

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD
from rdflib.term import Node

from kg.vocabulary import FUSED, PREFIXES

STRING = ox.NamedNode(str(XSD.string))
DECIMAL = ox.NamedNode(str(XSD.decimal))

REMEMBERED = 4096  # IRIs: the terms, and the nodes of a report
ALL = (None, None, None)

OxNode = ox.NamedNode | ox.BlankNode


def to_quads(dataset: Dataset) -> list[ox.Quad]:
    """The dataset's quads as pyoxigraph has them, in no particular order."""
    return [
        ox.Quad(_resource(s), _iri(p), to_ox(o), ox.DefaultGraph() if g is None else _resource(g))
        for s, p, o, g in dataset.quads((None, None, None, None))
    ]


def graph_triples(dataset: Dataset, graph: URIRef) -> list[ox.Triple]:
    """The triples of one graph as pyoxigraph has them, in no particular order."""
    return [
        ox.Triple(_resource(s), _iri(p), to_ox(o)) for s, p, o in dataset.graph(graph).triples(ALL)
    ]


def to_dataset(quads: Iterable[ox.Quad]) -> Dataset:
    """The quads as an rdflib dataset, with the project's prefixes bound."""
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    graphs: dict[object, Graph] = {}
    for quad in quads:
        name = quad.graph_name
        if name not in graphs:
            graphs[name] = dataset.graph(
                DATASET_DEFAULT_GRAPH_ID
                if isinstance(name, ox.DefaultGraph)
                else URIRef(name.value)
            )
        graphs[name].add(
            (to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object))
        )
    return dataset


def to_store(dataset: Dataset) -> ox.Store:
    """The dataset in a store in memory, for fast queries."""
    store = ox.Store()
    store.bulk_extend(to_quads(dataset))
    return store


def fused_triples(quads: Iterable[ox.Quad]) -> list[ox.Triple]:
    """The triples of the fused graph."""
    return [quad.triple for quad in quads if quad.graph_name == ox.NamedNode(FUSED)]


def text_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """What a term says: the IRI of a node, the text of a literal."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def as_told(triple: ox.Triple) -> ox.Triple:
    """A triple out of a store as it was when it came: stores write the decimal 1.0 as "1"."""
    value = triple.object
    if isinstance(value, ox.Literal) and value.datatype == DECIMAL and "." not in value.value:
        told = ox.Literal(f"{value.value}.0", datatype=DECIMAL)
        return ox.Triple(triple.subject, triple.predicate, told)
    return triple


def to_ox(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """An rdflib term as pyoxigraph has it."""
    if not isinstance(term, Literal):
        return _resource(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=_iri(term.datatype) if term.datatype else STRING)


def to_rdflib(term: object) -> URIRef | BNode | Literal:
    """A pyoxigraph term as rdflib has it."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"{term} is a statement about a statement, which RDF 1.1 does not have")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = None if term.datatype == STRING else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype)


def _resource(term: Node) -> OxNode:
    return ox.BlankNode(str(term)) if isinstance(term, BNode) else _iri(term)


def _iri(term: Node) -> ox.NamedNode:
    return _named(str(term))


@lru_cache(REMEMBERED)
def _named(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)

"""Check a graph against the shapes: what is wrong with it, and what the report did not tell.

Everything that can be wrong is a shape in `shapes/`; this module only asks pySHACL and puts its
answer into words. The fused graph is checked, and the evidence of all reports.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal as OneOf

import pyoxigraph as ox
import pyshacl
from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.namespace import SH as SHACL
from rdflib.term import Node

from kg.paths import ontology_folder, shapes_folder
from kg.rdf.terms import to_quads
from kg.rdf.turtle import node_key
from kg.vocabulary import BASE, FUSED

SUBCLASS = ox.NamedNode(RDFS.subClassOf)
ONTOLOGY_SHAPES = "ontology.ttl"  # of the ontology itself, not of the data


@dataclass(frozen=True)
class Violation:
    """One thing that a shape finds: a violation is wrong, a warning is what no report tells.

    `node`, `path` and `shape` are IRIs; `path` is empty where the shape is about the whole node.
    """

    severity: OneOf["violation", "warning"]
    node: str
    path: str
    message: str
    shape: str


class _Data(OxigraphDataGraph):
    """A store as pySHACL sees it; to tell whether it is empty, nobody counts all it holds.

    pySHACL asks that for every result: on a season of reports, minutes instead of a second.
    """

    def __bool__(self) -> bool:
        return True


def validate(dataset: Dataset) -> tuple[Violation, ...]:
    """What the shapes find in the dataset, violations first, then in the order of the graph."""
    found = findings(quad.triple for quad in to_quads(dataset) if _is_checked(quad))
    return tuple(dict.fromkeys(violation for violation, _ in found))


def findings(triples: Iterable[ox.Triple]) -> tuple[tuple[Violation, str], ...]:
    """What the shapes find in some triples, each with the value at fault, "" if it is not told.

    Violations come first, then in the order of the graph.
    """
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    store.bulk_extend(class_hierarchy())
    # The store is our own copy; without `inplace`, pySHACL would make another.
    return _check(_Data(store), data_shapes())


def validate_ontology(ontology: Graph) -> tuple[Violation, ...]:
    """What the ontology's own shapes find in an ontology."""
    shapes = Graph().parse(shapes_folder() / ONTOLOGY_SHAPES)
    return tuple(dict.fromkeys(violation for violation, _ in _check(ontology, shapes)))


@cache
def data_shapes() -> Graph:
    """All shapes of the data, in one graph; not to be changed."""
    shapes = Graph()
    for path in sorted(shapes_folder().glob("*.ttl")):
        if path.name != ONTOLOGY_SHAPES:
            shapes.parse(path)
    # A store gives "played" as an xsd:string, which rdflib does not take for the plain "played"
    # of a sh:in list.
    for node, _, item in list(shapes.triples((None, RDF.first, None))):
        if isinstance(item, Literal) and item.datatype is None:
            shapes.set((node, RDF.first, Literal(str(item), datatype=XSD.string)))
    return shapes


@cache
def class_hierarchy() -> tuple[ox.Quad, ...]:
    """The subclasses of the ontology, by which a shape of teams holds for national teams too."""
    return tuple(
        ox.Quad(triple.subject, triple.predicate, triple.object)
        for path in sorted(ontology_folder().glob("*.ttl"))
        for triple in ox.parse(path=path)
        if triple.predicate == SUBCLASS
    )


def read_ontology() -> Graph:
    """All files of the ontology in one graph, without the mappings."""
    graph = Graph()
    for path in sorted(ontology_folder().glob("*.ttl")):
        graph.parse(path)
    return graph


def _is_checked(quad: ox.Quad) -> bool:
    name = quad.graph_name
    return isinstance(name, ox.NamedNode) and (
        name.value == str(FUSED)
        or (name.value.startswith(f"{BASE}g/") and name.value.endswith("/evidence"))
    )


def _check(data: OxigraphDataGraph | Graph, shapes: Graph) -> tuple[tuple[Violation, str], ...]:
    _, report, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(report, Graph):  # a shape is broken, which is no fault of the data
        raise RuntimeError(text)
    return _read_report(report)


def _read_report(report: Graph) -> tuple[tuple[Violation, str], ...]:
    found = {
        (_read_result(report, result), str(_one(report, result, SHACL.value) or ""))
        for result in report.subjects(RDF.type, SHACL.ValidationResult)
    }
    return tuple(sorted(found, key=lambda finding: (_sort_key(finding[0]), finding[1])))


def _read_result(report: Graph, result: Node) -> Violation:
    grave = _one(report, result, SHACL.resultSeverity) != SHACL.Warning
    return Violation(
        severity="violation" if grave else "warning",
        node=str(_one(report, result, SHACL.focusNode)),
        path=_path(_one(report, result, SHACL.resultPath)),
        message=str(_one(report, result, SHACL.resultMessage)),
        shape=str(_one(report, result, SHACL.sourceShape)),
    )


def _one(report: Graph, result: Node, predicate: URIRef) -> Node | None:
    return report.value(result, predicate)


def _path(path: Node | None) -> str:
    return str(path) if isinstance(path, URIRef) else ""


def _sort_key(violation: Violation) -> tuple[object, ...]:
    node = node_key(ox.NamedNode(violation.node))
    return violation.severity, node, violation.shape, violation.path, violation.message

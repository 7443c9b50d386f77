"""The shapes whose breach is a violation, as `kg.graph.screening` asks them: read once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

import networkx as nx
import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF
from rdflib.namespace import SH as SHACL
from rdflib.term import Node

from kg.rdf.terms import to_ox
from kg.validate import class_hierarchy, data_shapes

TARGETS = (SHACL.targetClass, SHACL.targetSubjectsOf)
# What a shape says besides its rules; what is said of its properties has shapes of its own.
BESIDES = frozenset({RDF.type, *TARGETS, SHACL.message, SHACL.severity, SHACL.sparql})

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True)
class Rule:
    """What a shape asks of values: the name of the rule in SHACL, and what it compares them with.

    `ways` are the rules of each alternative of sh:or.
    """

    name: str
    given: frozenset[Term]
    ways: tuple[tuple["Rule", ...], ...] = ()


@dataclass(frozen=True)
class Shape:
    """What is asked of the nodes of some classes, or of those that have some property.

    The rules are about the values to which one path or another leads, each path a property or
    several in turn; each of `queries` gives the nodes that break it, as `?this`.
    """

    classes: frozenset[Term]
    having: frozenset[Term]
    paths: tuple[tuple[Term, ...], ...]
    rules: tuple[Rule, ...]
    queries: tuple[str, ...]


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes of the data whose breach is a violation, with those of their properties."""
    graph = data_shapes()
    owners = {node for target in TARGETS for node in graph.subjects(target, None)}
    return tuple(shape for owner in sorted(owners, key=str) for shape in shapes_of(owner, graph))


def shapes_of(owner: Node, graph: Graph) -> Iterator[Shape]:
    """A shape that tells of which nodes it is, and those of their properties."""
    classes, having = (frozenset(map(to_ox, graph.objects(owner, target))) for target in TARGETS)
    for node in (owner, *graph.objects(owner, SHACL.property)):
        if (node, SHACL.severity, SHACL.Warning) not in graph:
            paths = paths_of(graph.value(node, SHACL.path), graph)
            besides = BESIDES | {SHACL.property if node == owner else SHACL.path}
            rules = tuple(rules_of(node, graph, besides))
            constraints = graph.objects(node, SHACL.sparql)
            queries = tuple(str(graph.value(one, SHACL.select)) for one in constraints)
            yield Shape(classes, having, paths, rules, queries)


def paths_of(path: Node | None, graph: Graph) -> tuple[tuple[Term, ...], ...]:
    """The ways that a path leads, one or another; each is a property, or several in turn."""
    if path is None:
        return ()
    ways = graph.value(path, SHACL.alternativePath)
    told = [items_of(way, graph) for way in (items_of(ways, graph) if ways else [path])]
    if not all(isinstance(step, URIRef) for way in told for step in way):
        raise NotImplementedError(f"a path of another kind: {path}")
    return tuple(tuple(map(to_ox, way)) for way in told)


def rules_of(shape: Node, graph: Graph, besides: Collection[Node] = BESIDES) -> Iterator[Rule]:
    """The rules of one shape."""
    for name, given in graph.predicate_objects(shape):
        if name not in besides:
            items = items_of(given, graph)
            ways = [tuple(rules_of(item, graph)) for item in items] if name == SHACL["or"] else []
            terms = frozenset(map(to_ox, items))
            yield Rule(str(name).removeprefix(str(SHACL)), terms, tuple(ways))


def items_of(given: Node, graph: Graph) -> list[Node]:
    """The items of a list, or the one thing that is no list."""
    return list(RdfList(graph, given)) if (given, RDF.first, None) in graph else [given]


@cache
def superclasses() -> dict[Term, frozenset[Term]]:
    """Each class that stands below others, with itself and all above it."""
    below = nx.DiGraph([(quad.subject, quad.object) for quad in class_hierarchy()])
    return {name: frozenset({name, *nx.descendants(below, name)}) for name in below}

"""Canonical Turtle and TriG: equal data gives equal bytes, and a reader finds what he looks for.

Matches come first, each followed by what happened in it; a node's type and names come before the
rest. Nodes of the project are written relative to `@base`: `<player/marco-rovani>`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import pyoxigraph as ox

from kg.vocabulary import BASE, FUSED, PREFIXES

# Only what stays itself when read against the base: no scheme, no empty segment, no dot segment.
RELATIVE = re.compile(r"(?!\.)[\w%~+=,#-][\w.%~+=,#-]*(/(?!\.)[\w.%~+=,#-]+)*", re.ASCII)
LOCAL_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
PLAIN = {  # literals that need no quotes
    PREFIXES["xsd"] + "integer": re.compile(r"[+-]?[0-9]+"),
    PREFIXES["xsd"] + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    PREFIXES["xsd"] + "boolean": re.compile(r"true|false"),
}
TYPE = PREFIXES["rdf"] + "type"
FIRST = (TYPE, PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "altLabel")
HEADER = f"@base <{BASE}> .\n" + "".join(f"@prefix {p}: <{n}> .\n" for p, n in PREFIXES.items())

REMEMBERED = 4096  # IRIs: the terms, and the nodes of a report

SortKey = tuple[object, ...]
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


def to_turtle(triples: Iterable[ox.Triple]) -> str:
    """The triples as one Turtle document."""
    return HEADER + "".join(f"\n{block}\n" for block in _blocks(triples))


def to_trig(quads: Iterable[ox.Quad]) -> str:
    """The quads as one TriG document: the fused graph first, then the others by name."""
    parts = [HEADER]
    for name, triples in by_graph(quads):
        blocks = list(_blocks(triples))
        if isinstance(name, ox.DefaultGraph):
            parts += [f"\n{block}\n" for block in blocks]
        else:
            parts.append(f"\n{write_term(name)} {{\n" + "\n".join(f"{b}\n" for b in blocks) + "}\n")
    return "".join(parts)


def by_graph(quads: Iterable[ox.Quad]) -> list[tuple[GraphName, list[ox.Triple]]]:
    """The triples of each graph, the graphs in the order of a document."""
    graphs: dict[GraphName, list[ox.Triple]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad.triple)
    return sorted(graphs.items(), key=lambda graph: _graph_key(graph[0]))


def in_order(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Triples in the order of a document: by node, property and value."""
    told = list(triples)
    nodes = {node for triple in told for node in (triple.subject, triple.object)}
    places = {node: node_key(node) for node in nodes}

    def place(triple: ox.Triple) -> SortKey:
        predicate = triple.predicate.value
        rank = FIRST.index(predicate) if predicate in FIRST else len(FIRST)
        return places[triple.subject], rank, predicate, places[triple.object]

    return sorted(told, key=place)


def node_key(term: object) -> SortKey:
    """The place of a node: matches and their events first; numbers in names count as numbers."""
    if not isinstance(term, ox.NamedNode):
        return 1, str(term)
    name = term.value.removeprefix(BASE)
    segments = tuple(
        tuple((part.isdecimal(), int(part) if part.isdecimal() else part) for part in parts)
        for parts in (re.split(r"([0-9]+)", segment) for segment in name.split("/"))
    )
    return 0, not name.startswith("match/"), segments, name


def write_term(term: object) -> str:
    """A term as Turtle writes it, as short as can be."""
    if isinstance(term, ox.NamedNode):
        return _write_iri(term.value)
    if isinstance(term, ox.Literal) and term.language is None:
        datatype = term.datatype.value
        if datatype in PLAIN and PLAIN[datatype].fullmatch(term.value):
            return term.value
        return str(term).replace(f"^^<{datatype}>", f"^^{_write_iri(datatype)}")
    return str(term)


@lru_cache(REMEMBERED)
def _write_iri(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and LOCAL_NAME.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    if iri.startswith(BASE) and RELATIVE.fullmatch(iri[len(BASE) :]):
        return f"<{iri[len(BASE) :]}>"
    return str(ox.NamedNode(iri))


def _graph_key(name: object) -> SortKey:
    if isinstance(name, ox.DefaultGraph):
        return (0,)
    return (1,) if name == ox.NamedNode(FUSED) else (2, node_key(name))


def _blocks(triples: Iterable[ox.Triple]) -> Iterator[str]:
    for subject, of_subject in groupby(in_order(triples), key=lambda triple: triple.subject):
        lines = []
        for predicate, group in groupby(of_subject, key=lambda triple: triple.predicate):
            name = "a" if predicate.value == TYPE else write_term(predicate)
            lines.append(f"{name} {', '.join(write_term(triple.object) for triple in group)}")
        yield f"{write_term(subject)} " + " ;\n  ".join(lines) + " ."

"""Which node of a graph is meant by a name or the end of an IRI, and what nodes are called."""

from collections.abc import Iterable

import pyoxigraph as ox
from rapidfuzz import process

from kg.errors import InputError
from kg.rdf.terms import text_of
from kg.rdf.turtle import node_key
from kg.store import Store, Term, sparql
from kg.vocabulary import BASE, FUSED, PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
# Where a node may be found: the fused graph, and for those that only rejected claims speak of, any.
PLACES = (f"GRAPH <{FUSED}>", "GRAPH ?graph")
SUGGESTIONS = 5
NEAR = 70  # of 100: what is less like a name was not meant by it


def find_node(store: Store, name: str) -> ox.NamedNode:
    """The one node whose IRI is this, or ends in it, or whose label it is.

    Raises InputError if there is none, with the nearest, or if there are several.
    """
    for place in PLACES:
        meant = nodes_meant(store, place, name)
        if len(meant) == 1:
            return ox.NamedNode(meant.pop())
        if meant:
            raise InputError(name, f"{len(meant)} nodes end like this", f"give {in_a_line(meant)}")
    known = nodes(store, f"GRAPH <{FUSED}> {{ ?node rdfs:label ?label }}")
    nearest = process.extractOne(name, sorted(map(short, known)), score_cutoff=NEAR)
    remedy = "give a graph with facts (.trig or .nq)"
    if known:
        remedy = f"did you mean {nearest[0]}?" if nearest else "give a name, or the end of an IRI"
    raise InputError(name, "the graph has no such node", remedy)


def nodes_meant(store: Store, place: str, name: str) -> set[str]:
    """The nodes of a place that have this IRI, or else whose IRI ends so or whose label it is."""
    if name.startswith(BASE):
        node = iri_of(name)
        own = f"{place} {{ {{ {node} ?p ?o }} UNION {{ ?s ?p {node} }} }}"
        return {name} if store.select(f"SELECT * WHERE {{ {own} }} LIMIT 1") else set()
    end, label = ox.Literal(f"/{name}"), ox.Literal(name.lower())
    ours = f'STRSTARTS(STR(?node), "{BASE}")'
    ending = f"FILTER (isIRI(?node) && {ours} && STRENDS(STR(?node), {end}))"
    said = "{ ?node ?p ?o } UNION { ?claim rdf:subject ?node }"  # rejected ones have nothing else
    return nodes(store, f"{place} {{ {said} }} {ending}") or nodes(
        store, f"{place} {{ ?node rdfs:label ?label }} FILTER (LCASE(STR(?label)) = {label})"
    )


def nodes(store: Store, pattern: str) -> set[str]:
    """The IRIs of the nodes that a graph pattern of SPARQL picks out."""
    rows = store.select(f"{PROLOGUE}SELECT DISTINCT ?node WHERE {{ {pattern} }}")
    return {text_of(row["node"]) for row in rows}


def iri_of(text: str) -> ox.NamedNode:
    """An IRI as a node; raises InputError for text that is none."""
    try:
        return ox.NamedNode(text)
    except ValueError:
        raise InputError(text, "this is no IRI", "give the end of one, or a name") from None


def in_a_line(iris: Iterable[str]) -> str:
    """Nodes to choose from, in words."""
    ordered = [short(iri) for iri in sorted(iris, key=lambda iri: node_key(ox.NamedNode(iri)))]
    more = ", ..." if len(ordered) > SUGGESTIONS else ""
    return " or ".join(ordered[:SUGGESTIONS]) + more


def short(iri: str) -> str:
    """The end of an IRI by which a user may name it."""
    return iri.removeprefix(BASE)


def names_of(store: Store, terms: Iterable[Term]) -> dict[str, str]:
    """What nodes are called, by IRI: in the fused graph, or else where only a report names them."""
    unnamed = {term for term in terms if isinstance(term, ox.NamedNode)}
    names: dict[str, str] = {}
    for place in PLACES:
        if unnamed:
            rows = store.select(
                f"{PROLOGUE}SELECT DISTINCT ?node ?label WHERE {{ "
                f"VALUES ?node {{ {sparql.of_any(unnamed)} }} "
                f"{place} {{ ?node rdfs:label ?label }} }} ORDER BY DESC(?label)"
            )
            names |= {text_of(row["node"]): text_of(row["label"]) for row in rows}
        unnamed = {node for node in unnamed if node.value not in names}
    return names

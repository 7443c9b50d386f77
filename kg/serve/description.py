"""A node as data: what the fused graph says of it, or else what reports say."""

import pyoxigraph as ox

from kg.explain import PROLOGUE
from kg.query import IN_FUSED
from kg.serve.messages import Refusal
from kg.store import Store, to_triples

# A node with what belongs to it: the events of a match.
DESCRIBED = """
CONSTRUCT { ?node ?property ?value } WHERE {
  { BIND (NODE AS ?node) } UNION { ?node kg:inMatch NODE }
  ?node ?property ?value
}"""
# What the graphs of reports, and claims that name it, say of one that the fused graph has not.
MENTIONED = """
CONSTRUCT { ?node ?property ?value } WHERE { GRAPH ?graph {
  { BIND (NODE AS ?node) } UNION { ?node rdf:subject NODE } UNION { ?node rdf:object NODE }
  ?node ?property ?value
} }"""
IS_MATCH = "ASK { NODE a kg:Match }"


def described(store: Store, node: str) -> list[ox.Triple]:
    """What is told of a node, which is written as in SPARQL.

    Raises:
        Refusal: nothing is told of it.
    """
    for pattern in (DESCRIBED, MENTIONED):
        triples = to_triples(store.ask(PROLOGUE + pattern.replace("NODE", node), IN_FUSED))
        if triples:
            return triples
    raise Refusal(404, f"nothing is told of {node}")


def is_match(store: Store, node: str) -> bool:
    """Whether a node is a match."""
    return bool(store.ask(PROLOGUE + IS_MATCH.replace("NODE", node), IN_FUSED))

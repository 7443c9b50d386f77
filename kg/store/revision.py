"""The state of a store on a server: a mark in a graph of its own, which every change renews."""

import pyoxigraph as ox

from kg.store.interface import FORMAT
from kg.vocabulary import BASE, STORE

GRAPHS = f"{BASE}g/"
STATE = ox.NamedNode(f"{GRAPHS}store")  # the graph that says in which state the store is
THIS = ox.NamedNode(f"{BASE}store")
REVISION = ox.NamedNode(f"{STORE}revision")
STORE_FORMAT = ox.NamedNode(f"{STORE}format")
UNWRITTEN = f"FILTER NOT EXISTS {{ GRAPH {STATE} {{ ?store ?told ?value }} }}"
STATE_ASKED = (
    f"SELECT ?revision ?format WHERE {{ GRAPH {STATE} {{ "
    f"{THIS} {REVISION} ?revision ; {STORE_FORMAT} ?format }} }}"
)


def state(revision: str | None) -> frozenset[ox.Quad]:
    """What a store says of itself: its format and its mark; nothing if it was never written."""
    if revision is None:
        return frozenset()
    return frozenset(
        {
            ox.Quad(THIS, STORE_FORMAT, ox.Literal(FORMAT), STATE),
            ox.Quad(THIS, REVISION, ox.Literal(revision), STATE),
        }
    )


def holds(revision: str | None) -> str:
    """The graph pattern that holds only while the store is in a state."""
    if revision is None:
        return UNWRITTEN
    return f"GRAPH {STATE} {{ {THIS} {REVISION} {ox.Literal(revision)} }}"

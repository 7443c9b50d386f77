"""SPARQL of the portable kind, as text: what every server of SPARQL 1.1 understands."""

from collections.abc import Iterable
from itertools import groupby

import pyoxigraph as ox

from kg.store.interface import Change


def update(change: Change) -> str:
    """A change as one request, which a store carries out whole or not at all."""
    parts = []
    if change.gone:
        parts.append(f"DELETE DATA {{\n{blocks(change.gone)}}}")
    if change.come:
        parts.append(f"INSERT DATA {{\n{blocks(change.come)}}}")
    return " ;\n".join(parts)


def conditional_update(change: Change, condition: str) -> str:
    """A change that is carried out only where a graph pattern holds."""
    gone = f"DELETE {{\n{blocks(change.gone)}}}\n" if change.gone else ""
    come = f"INSERT {{\n{blocks(change.come)}}}\n" if change.come else ""
    return f"{gone}{come}WHERE {{ {condition} }}"


def blocks(quads: Iterable[ox.Quad]) -> str:
    """Quads as GRAPH blocks, in a stable order."""
    lines = sorted((str(q.graph_name), str(q.triple)) for q in quads)
    return "".join(
        f"GRAPH {graph} {{\n" + "".join(f"{triple} .\n" for _, triple in group) + "}\n"
        for graph, group in groupby(lines, key=lambda line: line[0])
    )


def of_any(terms: Iterable[ox.NamedNode | ox.Literal]) -> str:
    """Terms as the content of a VALUES block, in a stable order."""
    return " ".join(sorted(str(term) for term in terms))

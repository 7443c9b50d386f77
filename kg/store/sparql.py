"""SPARQL of the portable kind, as text: what every server of SPARQL 1.1 understands."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.store.interface import Change

AT_ONCE = 200  # quads in one operation


def update(change: Change) -> str:
    """A change as one request, which a store carries out whole or not at all."""
    parts = []
    if change.gone:
        parts.append(f"DELETE DATA {{\n{blocks(change.gone)}}}")
    if change.come:
        parts.append(f"INSERT DATA {{\n{blocks(change.come)}}}")
    return " ;\n".join(parts)


def conditional_update(change: Change, condition: str) -> str:
    """A change that is carried out only where a graph pattern holds, in one request.

    Some servers (Virtuoso) compile each operation, and none of a thousand quads: so there are many
    operations, each under the condition.
    """
    return " ;\n".join(
        f"{operation} {{\n{blocks(part)}}}\nWHERE {{ {condition} }}"
        for operation, quads in (("DELETE", change.gone), ("INSERT", change.come))
        for part in parts(quads)
    )


def renewal(gone: Iterable[ox.Quad], come: Iterable[ox.Quad], condition: str) -> str:
    """A few quads in place of others, in one operation, where a graph pattern holds."""
    old, new = blocks(gone), blocks(come)
    operations = f"DELETE {{\n{old}}}\n" * bool(old) + f"INSERT {{\n{new}}}\n" * bool(new)
    return f"{operations}WHERE {{ {condition} }}" if operations else ""


def parts(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    """Quads in parts that a server can compile, in a stable order."""
    ordered = sorted(quads, key=str)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


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

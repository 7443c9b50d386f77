"""What a store says, written to a file of any format."""

from pathlib import Path

import pyoxigraph as ox

from kg.rdf.files import WITH_EVIDENCE, write_quads, writer_of
from kg.store.interface import Store
from kg.vocabulary import FUSED

FOR_THE_STORE = ("/reading", "/accepted")  # graphs of which a file has no need


def write_store(store: Store, path: str | Path) -> None:
    """Write what a store says, without what it keeps for itself, as `write_dataset` would.

    Raises InputError for an unknown format, a place that cannot be written to, and a store that
    cannot be read.
    """
    path = Path(path)
    writer_of(path)  # a format that is unknown is told before anything is read
    every = store.graphs() if path.suffix.lower() in WITH_EVIDENCE else [str(FUSED)]
    quads = (
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))
        for graph in every
        if not graph.endswith(FOR_THE_STORE)
        for triple in store.triples(graph)
    )
    write_quads(quads, path)

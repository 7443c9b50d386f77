"""Read and write graphs as files; the suffix says the format.

Formats for one graph (.ttl .nt .rdf .jsonld .csv) hold the fused graph; .trig and .nq hold all.
Equal data gives equal bytes, and a file is either written whole or left as it was.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import InputError
from kg.rdf.terms import graph_triples, to_dataset, to_quads
from kg.rdf.writers import WRITERS
from kg.vocabulary import FUSED

PLACE = re.compile(r"^Parser error at line [^:]*: ")  # told already, before the message


def read_dataset(path: str | Path) -> Dataset:
    """Read an RDF file; what a format without named graphs holds goes to the fused graph.

    Raises InputError for a file that is missing, unreadable, of unknown format, or broken: then
    with line and column.
    """
    try:
        return to_dataset(read_quads(path))
    except TypeError as error:
        raise InputError(str(path), str(error), "give RDF 1.1") from None


def read_quads(path: str | Path) -> list[ox.Quad]:
    """The quads of an RDF file, as `read_dataset` reads them and with its errors."""
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(str(path), "this is no RDF file", f"give one of {' '.join(READERS)}")
    try:
        quads = list(ox.parse(path=path, format=reader))
    except SyntaxError as error:
        where = f"{path}:{error.lineno}:{error.offset}"
        raise InputError(where, fault_in(error), "mend the file, or build it anew") from None
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({reason_of(error)})", "check the path"
        ) from None
    if not reader.supports_datasets or reader == ox.RdfFormat.JSON_LD:
        fused = ox.NamedNode(FUSED)
        quads = [ox.Quad(q.subject, q.predicate, q.object, fused) for q in quads]
    return quads


def write_dataset(dataset: Dataset, path: str | Path) -> None:
    """Write the dataset in the format that the suffix names (one of FORMATS).

    Raises InputError for an unknown format and for a place that cannot be written to.
    """
    path = Path(path)
    if path.suffix.lower() in WITH_EVIDENCE:
        quads = to_quads(dataset)
    else:
        fused = ox.NamedNode(FUSED)
        triples = graph_triples(dataset, FUSED)
        quads = [ox.Quad(t.subject, t.predicate, t.object, fused) for t in triples]
    write_quads(quads, path)


def write_quads(quads: Iterable[ox.Quad], path: Path) -> None:
    """Write quads in the format that the suffix names; raises what `write_dataset` raises."""
    write_atomically(path, writer_of(path)(canonical(list(quads))))


def writer_of(path: Path) -> Callable[[list[ox.Quad]], bytes]:
    """What makes the bytes of a file of this name; raises InputError for an unknown format."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        remedy = f"use one of {' '.join(FORMATS)}"
        raise InputError(str(path), "this format cannot be written", remedy)
    return writer


def canonical(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Quads with blank nodes named by what is said of them, so that their order is one."""
    if not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad):
        return quads
    canonical = ox.Dataset(quads)
    canonical.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return list(canonical)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there: whatever fails, nothing half is left.

    Raises InputError for a place that cannot be written to.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        what = f"cannot be written ({reason_of(error)})"
        raise InputError(str(path), what, "name a file in a folder you may write to") from None


def reason_of(error: OSError) -> str:
    """Why a file cannot be read or written, in words."""
    return (error.strerror or str(error)).split(" (os error")[0].lower()


def fault_in(error: SyntaxError) -> str:
    """What is wrong with an RDF file, in one line, without the place."""
    return " ".join(PLACE.sub("", error.msg).split())


READERS = MappingProxyType(
    {
        ".ttl": ox.RdfFormat.TURTLE,
        ".trig": ox.RdfFormat.TRIG,
        ".nt": ox.RdfFormat.N_TRIPLES,
        ".nq": ox.RdfFormat.N_QUADS,
        ".jsonld": ox.RdfFormat.JSON_LD,
        ".rdf": ox.RdfFormat.RDF_XML,
    }
)
FORMATS_READ = tuple(READERS)
FORMATS = tuple(WRITERS)
WITH_EVIDENCE = frozenset({".trig", ".nq"})

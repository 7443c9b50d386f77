"""Read and write graphs as files; the suffix says the format.

Formats for one graph (.ttl .nt .rdf .jsonld .csv) hold the fused graph; .trig and .nq hold all.
Equal data gives equal bytes, and a file is either written whole or left as it was.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox
from rdflib import Dataset

from kg.errors import InputError
from kg.rdf.json_ld import to_json_ld
from kg.rdf.terms import fused_triples, text_of, to_dataset, to_quads
from kg.rdf.turtle import quad_key, to_trig, to_turtle, triple_key
from kg.vocabulary import FUSED, PREFIXES, label_of

LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
PLACE = re.compile(r"^Parser error at line [^:]*: ")  # told already, before the message
CSV_COLUMNS = ("subject", "subject_label", "property", "value", "value_label")


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
        raise InputError(where, _fault(error), "mend the file, or build it anew") from None
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({_reason(error)})", "check the path"
        ) from None
    if not reader.supports_datasets or reader == ox.RdfFormat.JSON_LD:
        fused = ox.NamedNode(FUSED)
        quads = [ox.Quad(q.subject, q.predicate, q.object, fused) for q in quads]
    return quads


def write_dataset(dataset: Dataset, path: str | Path) -> None:
    """Write the dataset in the format that the suffix names (one of FORMATS).

    Raises InputError for an unknown format and for a place that cannot be written to.
    """
    write_quads(to_quads(dataset), Path(path))


def write_quads(quads: Iterable[ox.Quad], path: Path) -> None:
    """Write quads in the format that the suffix names; raises what `write_dataset` raises."""
    write_atomically(path, writer_of(path)(canonical_quads(list(quads))))


def writer_of(path: Path) -> Callable[[list[ox.Quad]], bytes]:
    """What makes the bytes of a file of this name; raises InputError for an unknown format."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        remedy = f"use one of {' '.join(FORMATS)}"
        raise InputError(str(path), "this format cannot be written", remedy)
    return writer


def canonical_quads(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Quads in canonical order, blank nodes renamed so that the order is one."""
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in quad):
        canonical = ox.Dataset(quads)
        canonical.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        quads = list(canonical)
    return sorted(quads, key=quad_key)


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
        what = f"cannot be written ({_reason(error)})"
        raise InputError(str(path), what, "name a file in a folder you may write to") from None


def _write_turtle(quads: list[ox.Quad]) -> bytes:
    return to_turtle(fused_triples(quads)).encode()


def _write_trig(quads: list[ox.Quad]) -> bytes:
    return to_trig(quads).encode()


def _write_quads(quads: list[ox.Quad]) -> bytes:
    return _serialize(quads, ox.RdfFormat.N_QUADS)


def _write_triples(quads: list[ox.Quad]) -> bytes:
    return _serialize(fused_triples(quads), ox.RdfFormat.N_TRIPLES)


def _write_xml(quads: list[ox.Quad]) -> bytes:
    return _serialize(fused_triples(quads), ox.RdfFormat.RDF_XML)


def _serialize(statements: list[ox.Quad] | list[ox.Triple], rdf_format: ox.RdfFormat) -> bytes:
    buffer = io.BytesIO()
    ox.serialize(statements, buffer, format=rdf_format, prefixes=PREFIXES)
    return buffer.getvalue()


def _write_json_ld(quads: list[ox.Quad]) -> bytes:
    return to_json_ld(fused_triples(quads)).encode()


def _write_csv(quads: list[ox.Quad]) -> bytes:
    triples = sorted(fused_triples(quads), key=triple_key)
    labels = {str(t.subject): text_of(t.object) for t in triples if t.predicate == LABEL}
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(CSV_COLUMNS)
    rows.writerows(
        (
            text_of(triple.subject),
            labels.get(str(triple.subject)),
            label_of(triple.predicate.value),
            text_of(triple.object),
            labels.get(str(triple.object)),
        )
        for triple in triples
    )
    return table.getvalue().encode()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).split(" (os error")[0].lower()


def _fault(error: SyntaxError) -> str:
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
WRITERS: MappingProxyType[str, Callable[[list[ox.Quad]], bytes]] = MappingProxyType(
    {
        ".ttl": _write_turtle,
        ".trig": _write_trig,
        ".nt": _write_triples,
        ".nq": _write_quads,
        ".jsonld": _write_json_ld,
        ".rdf": _write_xml,
        ".csv": _write_csv,
    }
)
FORMATS = tuple(WRITERS)
WITH_EVIDENCE = frozenset({".trig", ".nq"})

"""The bytes of a file in each format that can be written, in canonical order."""

import csv
import io
from collections.abc import Callable
from types import MappingProxyType

import pyoxigraph as ox

from kg.rdf.json_ld import to_json_ld
from kg.rdf.terms import fused_triples, text_of
from kg.rdf.turtle import by_graph, in_order, to_trig, to_turtle
from kg.vocabulary import PREFIXES, label_of

LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
CSV_COLUMNS = ("subject", "subject_label", "property", "value", "value_label")


def turtle_bytes(quads: list[ox.Quad]) -> bytes:
    """The fused graph as Turtle."""
    return to_turtle(fused_triples(quads)).encode()


def trig_bytes(quads: list[ox.Quad]) -> bytes:
    """All graphs as TriG."""
    return to_trig(quads).encode()


def quads_bytes(quads: list[ox.Quad]) -> bytes:
    """All graphs as N-Quads."""
    ordered = [
        ox.Quad(triple.subject, triple.predicate, triple.object, name)
        for name, triples in by_graph(quads)
        for triple in in_order(triples)
    ]
    return serialize(ordered, ox.RdfFormat.N_QUADS)


def triples_bytes(quads: list[ox.Quad]) -> bytes:
    """The fused graph as N-Triples."""
    return serialize(in_order(fused_triples(quads)), ox.RdfFormat.N_TRIPLES)


def xml_bytes(quads: list[ox.Quad]) -> bytes:
    """The fused graph as RDF/XML."""
    return serialize(in_order(fused_triples(quads)), ox.RdfFormat.RDF_XML)


def serialize(statements: list[ox.Quad] | list[ox.Triple], rdf_format: ox.RdfFormat) -> bytes:
    """Statements in a format that needs no order of its own."""
    buffer = io.BytesIO()
    ox.serialize(statements, buffer, format=rdf_format, prefixes=PREFIXES)
    return buffer.getvalue()


def json_ld_bytes(quads: list[ox.Quad]) -> bytes:
    """The fused graph as JSON-LD."""
    return to_json_ld(fused_triples(quads)).encode()


def csv_bytes(quads: list[ox.Quad]) -> bytes:
    """The fused graph as a table, each node with what it is called."""
    triples = in_order(fused_triples(quads))
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


WRITERS: MappingProxyType[str, Callable[[list[ox.Quad]], bytes]] = MappingProxyType(
    {
        ".ttl": turtle_bytes,
        ".trig": trig_bytes,
        ".nt": triples_bytes,
        ".nq": quads_bytes,
        ".jsonld": json_ld_bytes,
        ".rdf": xml_bytes,
        ".csv": csv_bytes,
    }
)

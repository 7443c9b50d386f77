"""The results of a SPARQL query as bytes of a media type."""

import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kg.rdf.json_ld import to_json_ld
from kg.rdf.terms import as_told
from kg.rdf.turtle import to_turtle
from kg.serve.messages import TURTLE, Refusal
from kg.store import Results
from kg.vocabulary import PREFIXES

MOST_BYTES = 64 * 1024 * 1024  # of an answer
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
N_TRIPLES, RDF_XML, JSON_LD = "application/n-triples", "application/rdf+xml", "application/ld+json"

# Media types for SELECT and ASK; those after the first four are what some clients call them.
ROWS: Mapping[str, ox.QueryResultsFormat] = MappingProxyType(
    {
        JSON: ox.QueryResultsFormat.JSON,
        XML: ox.QueryResultsFormat.XML,
        CSV: ox.QueryResultsFormat.CSV,
        TSV: ox.QueryResultsFormat.TSV,
        "application/json": ox.QueryResultsFormat.JSON,
        "application/xml": ox.QueryResultsFormat.XML,
        "text/xml": ox.QueryResultsFormat.XML,
    }
)


class Bounded(io.BytesIO):
    """Bytes up to MOST_BYTES; whoever writes more is refused."""

    def write(self, content: object) -> int:
        """Take bytes.

        Raises:
            Refusal: there are too many.
        """
        if self.tell() > MOST_BYTES:
            megabytes = MOST_BYTES // 1024**2
            raise Refusal(413, f"the answer is longer than {megabytes} MB; ask for less, or LIMIT")
        return super().write(content)  # type: ignore[arg-type]


def write_rows(found: ox.QuerySolutions | ox.QueryBoolean, media_type: str) -> bytes:
    """The rows of a SELECT or the answer to an ASK; `media_type` is one of ROWS.

    Raises:
        Refusal: there are too many.
    """
    out = Bounded()
    if isinstance(found, ox.QueryBoolean) and media_type in (CSV, TSV):
        return b"true\n" if found else b"false\n"
    found.serialize(out, format=ROWS[media_type])
    return out.getvalue()


def write_graph(triples: Iterable[ox.Triple], media_type: str) -> bytes:
    """The triples of a graph; `media_type` is one of GRAPHS.

    Raises:
        Refusal: there are too many.
    """
    return GRAPHS[media_type]([as_told(triple) for triple in triples])


def is_graph(found: Results) -> bool:
    """Whether a query gave triples: it was a CONSTRUCT or a DESCRIBE."""
    return not isinstance(found, ox.QuerySolutions | ox.QueryBoolean)


def _serialize(triples: list[ox.Triple], form: ox.RdfFormat) -> bytes:
    out = Bounded()
    ox.serialize(triples, out, format=form, prefixes=PREFIXES)
    return out.getvalue()


# Media types for CONSTRUCT and DESCRIBE, and for nodes.
GRAPHS: Mapping[str, Callable[[list[ox.Triple]], bytes]] = MappingProxyType(
    {
        TURTLE: lambda triples: to_turtle(triples).encode(),
        N_TRIPLES: lambda triples: _serialize(triples, ox.RdfFormat.N_TRIPLES),
        RDF_XML: lambda triples: _serialize(triples, ox.RdfFormat.RDF_XML),
        JSON_LD: lambda triples: to_json_ld(triples).encode(),
    }
)
FORMATS = MappingProxyType(  # what `format=` calls them
    {
        "json": JSON,
        "xml": XML,
        "csv": CSV,
        "tsv": TSV,
        "ttl": TURTLE,
        "nt": N_TRIPLES,
        "rdf": RDF_XML,
        "jsonld": JSON_LD,
        "html": "text/html",
    }
)

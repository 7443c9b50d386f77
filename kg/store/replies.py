"""What a SPARQL server answers, read: rows, yes or no, or triples."""

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf.terms import as_told
from kg.store.http import Reply
from kg.store.interface import Results

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"


def to_results(reply: Reply, where: str) -> Results:
    """What any query was answered; raises StoreError where it is no answer to SPARQL."""
    if reply.media_type != ROWS:
        return to_triples(reply, where)
    try:
        return ox.parse_query_results(reply.body, format=ox.QueryResultsFormat.JSON)
    except SyntaxError:
        raise garbage(where) from None


def to_triples(reply: Reply, where: str) -> list[ox.Triple]:
    """The triples of a graph; raises StoreError where the answer holds none."""
    form = ox.RdfFormat.from_media_type(reply.media_type)
    try:
        if form is None:
            raise garbage(where)
        return [as_told(quad.triple) for quad in ox.parse(reply.body, format=form)]
    except SyntaxError:
        raise garbage(where) from None


def garbage(where: str) -> StoreError:
    """What to say of a server whose answers are none."""
    what = "what the server answers is no answer to SPARQL"
    return StoreError(where, what, "check the URL: is it a SPARQL server?")

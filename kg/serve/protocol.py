"""The SPARQL 1.1 Protocol, for queries: read-only, and no further than this store.

A query that names no graphs is asked of the fused graph, with all named graphs in reach of GRAPH.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.errors import InputError
from kg.query import IN_FUSED, broken
from kg.serve import keywords
from kg.serve.accept import best
from kg.serve.messages import HTML, Refusal, Request, Response
from kg.serve.results import FORMATS, GRAPHS, ROWS, is_graph, write_graph, write_rows
from kg.store import Results, Store, View

PATH = "/sparql"
METHODS = "GET, HEAD, POST"
FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
READ_ONLY = "this endpoint is read-only: it answers queries and takes no updates"
NO_SERVICE = "SERVICE is not answered here: this endpoint asks no other server"

Parameters = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """A query, of which graphs, and in which format if not by the Accept header."""

    sparql: str
    view: View
    format: str


def read_query(request: Request) -> Asked | None:
    """What a request asks by the protocol; None if it brings no query.

    Raises:
        Refusal: it is an update, wants other servers asked, or is not of the protocol.
    """
    parameters = _parameters(request)
    queries = [value for name, value in parameters if name == "query"]
    if request.media_type == UPDATE or any(name == "update" for name, _ in parameters):
        raise Refusal(403, READ_ONLY)
    if not queries:
        return None
    if len(queries) > 1:
        raise Refusal(400, "one request asks one query")
    sparql = queries[0]
    if keywords.is_update(sparql):
        raise Refusal(403, READ_ONLY)
    if keywords.reaches_out(sparql):
        raise Refusal(403, NO_SERVICE)
    told = [value for name, value in parameters if name == "format"]
    return Asked(sparql, _view(sparql, parameters), told[0] if told else "")


def ask(store: Store, asked: Asked) -> Results:
    """What a query answers.

    Raises:
        Refusal: the query is broken, or cannot be evaluated.
    """
    try:
        return store.ask(asked.sparql, asked.view)
    except SyntaxError as error:
        raise Refusal(400, str(broken("query", str(error)))) from None
    except InputError:
        raise
    except (RuntimeError, ValueError) as error:
        raise Refusal(400, f"the query cannot be answered: {error}") from None


def write(found: Results, accept: str, form: str = "") -> Response:
    """Results as the client likes them; HTML is not made here.

    Raises:
        Refusal: they do not come as it likes, or are too long.
    """
    offers = GRAPHS if is_graph(found) else ROWS
    media_type = best(named(form) or accept, list(offers))
    if isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
        return Response(200, media_type, write_rows(found, media_type))
    return Response(200, media_type, write_graph(found, media_type))


def wants_html(accept: str, form: str = "") -> bool:
    """Whether a client likes a page better than data."""
    return best(named(form) or accept, [*ROWS, *GRAPHS, HTML]) == HTML


def named(form: str) -> str:
    """The media type that `format=` names, "" for none.

    Raises:
        Refusal: there is no such format.
    """
    if form and form not in FORMATS:
        raise Refusal(400, f'no format is called "{form}"; use one of {" ".join(FORMATS)}')
    return FORMATS[form] if form else ""


def _parameters(request: Request) -> Parameters:
    """The parameters of the protocol, from wherever they were sent."""
    if request.method != "POST":
        return request.parameters
    text = _text(request.body)
    if request.media_type == QUERY:
        return (*request.parameters, ("query", text))
    if request.media_type == FORM:
        return parse_qsl(text, keep_blank_values=True)
    if request.media_type == UPDATE:
        return request.parameters
    raise Refusal(415, f"post a query as {FORM} or {QUERY}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(400, "the query is not UTF-8") from None


def _view(sparql: str, parameters: Parameters) -> View:
    """Which graphs are asked: those of the request, else of the query, else the fused one."""
    default = tuple(_iri(value) for name, value in parameters if name == "default-graph-uri")
    others = tuple(_iri(value) for name, value in parameters if name == "named-graph-uri")
    if default or others:
        return View(default, others)
    return View(None) if keywords.names_its_graphs(sparql) else IN_FUSED


def _iri(text: str) -> str:
    try:
        return ox.NamedNode(text).value
    except ValueError:
        raise Refusal(400, f"{text!r} is no IRI of a graph") from None

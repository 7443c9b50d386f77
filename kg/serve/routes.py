"""Which page answers which request: the table of all paths, and what is answered when one fails."""

from collections.abc import Callable
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import InputError
from kg.query import IN_FUSED, Question, questions
from kg.serve import protocol
from kg.serve.accept import best
from kg.serve.description import described, is_match
from kg.serve.home import read_home
from kg.serve.match import read_match
from kg.serve.messages import HTML, TEXT, Refusal, Request, Response, see_other
from kg.serve.node import read_node
from kg.serve.pages import ASSETS, SERVICE, asset, page
from kg.serve.places import ID, href, iri_of
from kg.serve.report import all_reports, read_report
from kg.serve.results import GRAPHS
from kg.serve.searching import search
from kg.serve.source import Source
from kg.serve.tables import read_table, records
from kg.store import Store
from kg.vocabulary import BASE

READERS_METHODS = "GET, HEAD"
QUESTIONS = "/questions/"


def answer(source: Source, request: Request) -> Response:
    """The answer to a request; what was written while we read is read once more.

    Of a store that somebody writes to, files may go while they are read.
    """
    try:
        try:
            return _route(source.store(), request)
        except (InputError, OSError):
            source.close()
            return _route(source.store(), request)
    except Refusal as refusal:
        return refused(request, refusal)
    except (InputError, OSError) as error:
        source.close()
        return refused(request, Refusal(503, str(error)))
    except Exception as error:  # a fault of ours must not end the process
        source.close()
        return refused(request, Refusal(500, f"football-kg fails at it: {error!r}"))


def refused(request: Request, refusal: Refusal) -> Response:
    """A page, or a line for those who want none, that says why there is no answer."""
    try:
        as_page = best(request.accept, [TEXT, HTML]) == HTML
    except Refusal:
        as_page = False
    if as_page:
        answer = page("error", refusal.status, why=refusal.why, number=refusal.status)
    else:
        answer = Response(refusal.status, TEXT, f"{refusal.why}\n".encode())
    return Response(answer.status, answer.media_type, answer.body, refusal.headers)


def _route(store: Store, request: Request) -> Response:
    methods = protocol.METHODS if request.path == protocol.PATH else READERS_METHODS
    if request.method not in methods.split(", "):
        raise Refusal(405, f"only {methods} are answered here", (("Allow", methods),))
    if request.path in ASSETS:
        return asset(request.path)
    if request.path in PAGES:
        return PAGES[request.path](store, request)
    if request.path.startswith(QUESTIONS):
        return _question(store, request)
    if request.path.startswith(ID):
        return _node(store, request)
    raise Refusal(404, "there is no such page; / is the first one")


def _home(store: Store, request: Request) -> Response:
    told = request.parameter("page")
    number = int(told) if told.isdecimal() and len(told) < 10 else 0
    return page("home", page=read_home(store, number))


def _search(store: Store, request: Request) -> Response:
    wanted = request.parameter("q").strip()
    if wanted.startswith(BASE):
        return see_other(href(wanted.replace("\n", "")))
    found, near = search(store, wanted)
    return page("search", wanted=wanted, found=found, near=near)


def _questions(_store: Store, _: Request) -> Response:
    return page("questions")


def _reports(store: Store, _: Request) -> Response:
    return page("reports", reports=all_reports(store))


def _sparql(store: Store, request: Request) -> Response:
    asked = protocol.read_query(request)
    html = protocol.wants_html(request.accept, asked.format if asked else "")
    if asked is None:
        if html:
            return page("sparql", sparql="", table=None, records=(), fault="")
        if request.method != "POST" and not request.parameters:
            return asset(SERVICE)
        raise Refusal(400, "there is no query; send one as query=...")
    if not html:
        return protocol.write(protocol.ask(store, asked), request.accept, asked.format)
    try:
        table = read_table(store, protocol.ask(store, asked))
    except Refusal as fault:
        return page(
            "sparql", fault.status, sparql=asked.sparql, table=None, records=(), fault=fault.why
        )
    return page("sparql", sparql=asked.sparql, table=table, records=(), fault="")


def _question(store: Store, request: Request) -> Response:
    question = _find_question(request.path.removeprefix(QUESTIONS))
    form = request.parameter("format")
    found = store.ask(question.sparql, IN_FUSED)
    if not protocol.wants_html(request.accept, form):
        return protocol.write(found, request.accept, form)
    table = read_table(store, found)
    shown = records(table) if table.of_records else ()
    return page("question", question=question, table=table, records=shown)


def _find_question(name: str) -> Question:
    named = {question.name: question for question in questions()}
    if name not in named:
        raise Refusal(404, f"there is no question of this name; ask one of {', '.join(named)}")
    return named[name]


def _node(store: Store, request: Request) -> Response:
    iri = iri_of(request.path)
    try:
        node = str(ox.NamedNode(iri))
    except ValueError:
        raise Refusal(404, "this is no IRI") from None
    form = protocol.named(request.parameter("format"))
    if best(form or request.accept, [HTML, *GRAPHS]) != HTML:
        return protocol.write(iter(described(store, node)), form or request.accept)
    if iri.startswith(f"{BASE}report/"):
        return page("report", iri=iri, page=read_report(store, iri))
    if is_match(store, node):
        return page("match", iri=iri, page=read_match(store, iri))
    return page("node", iri=iri, page=read_node(store, iri))


PAGES: MappingProxyType[str, Callable[[Store, Request], Response]] = MappingProxyType(
    {
        "/": _home,
        "/questions": _questions,
        "/search": _search,
        "/reports": _reports,
        protocol.PATH: _sparql,
    }
)

"""The SPARQL endpoint: the protocol, its refusals, its limits; no request leaves the machine."""

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox
import pytest
from serving import get, head, post, request, serving
from sparql_server import answering, reply

from kg.errors import InputError
from kg.query import ask, questions
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_store
from kg.serve import Server
from kg.serve.accept import best
from kg.serve.keywords import is_update, names_its_graphs, reaches_out
from kg.serve.messages import Refusal
from kg.serve.results import write_rows
from kg.store import Change, open_store
from kg.vocabulary import BASE, FUSED

SEASON = Path(__file__).parent / "answers" / "season.trig"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
PROLOGUE = "PREFIX kg: <https://w3id.org/football-kg/ontology#>\n"
TEAMS = PROLOGUE + "SELECT ?team WHERE { ?team a kg:Team } ORDER BY ?team LIMIT 2"
COUNT = "SELECT (COUNT(*) AS ?number) WHERE { ?s ?p ?o }"
COUNT_NAMED = "SELECT (COUNT(*) AS ?number) WHERE { GRAPH ?g { ?s ?p ?o } }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
GAZETTE = f"{BASE}g/gazette"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving(SEASON) as served:
        yield f"{served}/sparql"


def number(answer: httpx.Response) -> int:
    """The one number of an answer in CSV."""
    assert answer.status_code == 200, answer.text
    return int(answer.text.split()[1])


# ------------------------------------------------------------------------------- the protocol


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_named_questions_have_the_answers_of_kg_query(url: str, question: object) -> None:
    sparql = question.sparql  # type: ignore[attr-defined]
    told = post(url, data={"query": sparql}, headers={"Accept": JSON}).json()
    columns = told["head"]["vars"]
    rows = [
        tuple(row[name]["value"] if name in row else None for name in columns)
        for row in told["results"]["bindings"]
    ]
    answer = ask(read_dataset(SEASON), question)  # type: ignore[arg-type]
    assert (tuple(columns), tuple(rows)) == (answer.columns, answer.rows)


def test_a_query_comes_in_three_ways(url: str) -> None:
    ways = (
        get(url, params={"query": TEAMS}),
        post(url, data={"query": TEAMS}),
        post(url, content=TEAMS, headers={"Content-Type": "application/sparql-query"}),
    )
    assert [way.status_code for way in ways] == [200] * 3
    assert {way.headers["Content-Type"] for way in ways} == {JSON}
    assert len({way.content for way in ways}) == 1
    assert len(ways[0].json()["results"]["bindings"]) == 2


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", JSON),
        ("*/*", JSON),
        (JSON, JSON),
        ("application/json", "application/json"),
        (XML, XML),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (f"{JSON};q=0.2, {XML};q=0.8", XML),
        ("text/*;q=0.5, application/unheard-of", "text/csv; charset=utf-8"),
        ("text/html, */*;q=0.1", "text/html; charset=utf-8"),
    ],
)
def test_rows_come_as_one_likes(url: str, accept: str, media_type: str) -> None:
    for query in (TEAMS, "ASK { ?s ?p ?o }"):
        answer = get(url, params={"query": query}, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, media_type)
        assert answer.content


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_graphs_come_as_one_likes(url: str, accept: str, form: ox.RdfFormat) -> None:
    queries = (
        PROLOGUE + "CONSTRUCT WHERE { ?goal a kg:Goal ; kg:scoredBy ?player }",
        PROLOGUE + "DESCRIBE ?goal WHERE { ?goal a kg:Goal }",
    )
    for query in queries:
        answer = get(url, params={"query": query}, headers={"Accept": accept})
        assert answer.headers["Content-Type"].startswith(accept)
        told = {quad.triple for quad in ox.parse(answer.content, format=form)}
        asked = to_store(read_dataset(SEASON)).query(query, default_graph=ox.NamedNode(FUSED))
        assert isinstance(asked, ox.QueryTriples)
        assert told == set(asked)


def test_a_format_may_be_named_instead(url: str) -> None:
    answer = get(url, params={"query": TEAMS, "format": "csv"}, headers={"Accept": "text/html"})
    assert answer.text.splitlines()[0] == "team"
    answer = get(url, params={"query": TEAMS, "format": "doc"})
    assert (answer.status_code, answer.text[:31]) == (400, 'no format is called "doc"; use ')


def test_graphs_are_those_of_the_request_then_of_the_query_then_the_fused_one(url: str) -> None:
    store = to_store(read_dataset(SEASON))

    def size(graph: str) -> int:
        return len(list(store.quads_for_pattern(None, None, None, ox.NamedNode(graph))))

    def told(query: str, **graphs: str | list[str]) -> int:
        parameters = {name.replace("_", "-"): value for name, value in graphs.items()}
        headers = {"Accept": "text/csv"}
        got = get(url, params={"query": query, **parameters}, headers=headers)
        posted = post(url, data={"query": query, **parameters}, headers=headers)
        assert got.content == posted.content
        return number(got)

    gazette, fused = size(GAZETTE), size(str(FUSED))
    assert gazette
    assert fused > gazette
    assert told(COUNT) == fused
    assert told(COUNT_NAMED) == len(store)
    assert told(COUNT.replace("WHERE", f"FROM <{GAZETTE}> WHERE")) == gazette
    assert told(COUNT_NAMED.replace("WHERE", f"FROM NAMED <{GAZETTE}> WHERE")) == gazette
    assert told(COUNT, default_graph_uri=GAZETTE) == gazette
    assert (
        told(COUNT.replace("WHERE", f"FROM <{FUSED}> WHERE"), default_graph_uri=GAZETTE) == gazette
    )
    assert told(COUNT_NAMED, default_graph_uri=GAZETTE) == 0
    assert told(COUNT, named_graph_uri=GAZETTE) == 0
    assert told(COUNT_NAMED, named_graph_uri=[GAZETTE, str(FUSED)]) == gazette + fused


def test_the_endpoint_says_what_it_is(url: str) -> None:
    told = get(url, headers={"Accept": "text/turtle"})
    service = list(ox.parse(told.content, format=ox.RdfFormat.TURTLE, base_iri=url))
    assert f"<{url}>" in {str(quad.object) for quad in service}


def test_head_is_get_without_the_body(url: str) -> None:
    got = get(url, params={"query": TEAMS})
    told = head(url, params={"query": TEAMS})
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers["Content-Length"] == got.headers["Content-Length"]


# ------------------------------------------------------------------------------- refusals

UPDATES = (
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "# SELECT\nPREFIX a: <http://a#> BASE <http://b> DELETE WHERE { ?s ?p ?o }",
    "load <http://127.0.0.1:1/>",
    "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DROP ALL",
)


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused(url: str, update: str) -> None:
    tries = (
        get(url, params={"query": update}),
        get(url, params={"update": update}),
        post(url, data={"update": update}),
        post(url, content=update, headers={"Content-Type": "application/sparql-update"}),
    )
    for answer in tries:
        assert answer.status_code == 403
        assert answer.text == (
            "this endpoint is read-only: it answers queries and takes no updates\n"
        )


@pytest.mark.parametrize(
    ("parameters", "status", "said"),
    [
        ({"qeury": TEAMS}, 400, "there is no query"),
        ({"query": "SELECT * WHERE {"}, 400, "query:1:"),
        ({"query": "goals"}, 400, "query:1:"),
        ({"query": "SELECT ?x WHERE { ?x a kg:Goal }"}, 400, "prefix that it does not declare"),
        ({"query": [TEAMS, TEAMS]}, 400, "one query"),
        ({"query": TEAMS, "default-graph-uri": "no iri"}, 400, "'no iri' is no IRI"),
        ({"query": TEAMS, "named-graph-uri": "<x>"}, 400, "is no IRI"),
    ],
)
def test_a_wrong_request_is_told_in_one_line(
    url: str, parameters: dict[str, str], status: int, said: str
) -> None:
    for answer in (get(url, params=parameters), post(url, data=parameters)):
        assert answer.status_code == status
        assert said in answer.text
        assert answer.text.count("\n") == 1
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_what_nobody_sends_as_a_query(url: str) -> None:
    assert post(url, content="x", headers={"Content-Type": "text/plain"}).status_code == 415
    assert post(url, content=b"").status_code == 415
    direct = {"Content-Type": "application/sparql-query"}
    assert post(url, content=b"ASK { \xff }", headers=direct).status_code == 400
    assert get(f"{url}?query=%FF").status_code == 400
    assert post(url, content=iter([b"ASK {}"]), headers=direct).status_code == 411
    refused = get(url, params={"query": TEAMS}, headers={"Accept": "image/png"})
    assert refused.status_code == 406
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = request(method, url)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")


def test_a_body_that_is_too_long_is_not_read(url: str) -> None:
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
        told = line.makefile("rb").read()
    assert told.startswith(b"HTTP/1.1 413 ")


def test_an_answer_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.serve.results.MOST_BYTES", 1000)
    found = to_store(read_dataset(SEASON)).query("SELECT * WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(found, ox.QuerySolutions)
    with pytest.raises(Refusal, match="LIMIT"):
        write_rows(found, JSON)


# ------------------------------------------------------------------------------- other servers

SERVICES = (
    "SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ service silent <{url}> {{ ?s ?p ?o }} }}",
    "PREFIX a: <{url}> SELECT * WHERE {{ SERVICESILENTa:x {{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * WHERE {{ SERVICE:x {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?x a 1.service<{url}>{{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ BIND (1 AS ?x) SERVICE#<\n<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ FILTER ('a' < \"b'\") SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?p <http://a/\\u0041#> . SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?p <http://a/\u00a0#> . SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?p '''a'b''' . SERVICE <{url}> {{ ?s ?p ?o }} }}",
    'SELECT * WHERE {{ ?s ?p """a""b""" . SERVICE <{url}> {{ ?s ?p ?o }} }}',
    'SELECT * WHERE {{ ?s ?p "a\\"b" . SERVICE <{url}> {{ ?s ?p ?o }} }}',
    "SELECT * WHERE {{ {{ SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "ASK {{ FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ VALUES ?x {{ <{url}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
)


@pytest.mark.parametrize("query", SERVICES)
def test_no_other_server_is_asked(url: str, query: str) -> None:
    asked: list[bytes] = []

    def listen(handler: object, body: bytes) -> None:
        asked.append(body)
        reply(200, b"{}", JSON)(handler, body)  # type: ignore[arg-type]

    with answering(listen) as other:
        answer = get(url, params={"query": query.format(url=f"{other}/")})
    assert asked == []
    assert answer.status_code == 403
    assert answer.text.startswith("SERVICE is not answered here")


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?service ?p ?o }",
        "ASK { ?s ?p 'at your service' } # service",
        "ASK { ?s ?p '''SERVICE <a:b> {}''' }",
        "ASK { <http://a/service> ?p ?o }",
    ],
)
def test_the_word_service_alone_is_no_harm(url: str, query: str) -> None:
    assert not reaches_out(query)
    assert get(url, params={"query": query}).status_code == 200


def test_words_of_a_query() -> None:
    assert names_its_graphs("SELECT * FROM <a:b> WHERE {}")
    assert names_its_graphs("SELECT * from\nnamed <a:b> WHERE {}")
    assert not names_its_graphs("SELECT ?from WHERE { ?from <a:from> 'from' ; x:from from:x }")
    assert not is_update("PREFIX insert: <a:b> SELECT * { ?insert insert:x 'DROP ALL' }")


# ------------------------------------------------------------------------------- limits


def test_a_query_that_takes_too_long_is_stopped_and_others_go_on() -> None:
    with serving(SEASON, seconds=2.0) as served, ThreadPoolExecutor() as pool:
        url = f"{served}/sparql"
        begun = time.monotonic()
        slow = pool.submit(get, url, params={"query": ENDLESS})
        time.sleep(0.3)
        assert get(served).status_code == 200
        assert not slow.done()
        assert get(url, params={"query": TEAMS}).status_code == 200
        answer = slow.result()
        assert answer.status_code == 503
        assert answer.text.startswith("this takes longer than 2 seconds")
        assert time.monotonic() - begun < 10
        # With all at such queries pages go on, and who asks in vain is told so.
        many = [pool.submit(get, url, params={"query": ENDLESS}) for _ in range(4)]
        time.sleep(0.5)
        assert get(served).status_code == 200
        told = [one.result() for one in many]
        assert {one.status_code for one in told} == {503}
        assert get(url, params={"query": TEAMS}).status_code == 200


# ------------------------------------------------------------------------------- stores


def quad(value: int, graph: str) -> ox.Quad:
    node = ox.NamedNode(f"{BASE}a")
    return ox.Quad(node, node, ox.Literal(value), ox.NamedNode(graph))


def test_what_is_added_to_a_store_is_seen(tmp_path: Path) -> None:
    where = str(tmp_path / "season")
    with open_store(where, write=True):
        pass
    with serving(where) as served:
        url = f"{served}/sparql"

        def count() -> int:
            headers = {"Accept": "text/csv"}
            return number(get(url, params={"query": COUNT}, headers=headers))

        assert count() == 0
        with open_store(where, write=True) as store:
            for step in range(1, 60):
                # Each step is one change: no reader may see half of it.
                store.apply(
                    Change(come=frozenset(quad(10 * step + n, str(FUSED)) for n in range(10)))
                )
                if step % 3 == 0:
                    assert count() == 10 * step
                if step % 20 == 0:
                    store.quads.optimize()  # type: ignore[attr-defined]
            assert count() == 590
        assert count() == 590


def test_a_graph_file_that_was_written_anew_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "match.nt"
    file.write_text("<a:a> <a:b> <a:c> .\n", encoding="ascii")
    with serving(file) as served:
        url, headers = f"{served}/sparql", {"Accept": "text/csv"}
        assert number(get(url, params={"query": COUNT}, headers=headers)) == 1
        file.write_text("<a:a> <a:b> <a:c> , <a:d> .\n", encoding="ascii")
        broken = get(url, params={"query": COUNT}, headers=headers)
        assert broken.status_code == 503
        assert f"{file}:1:" in broken.text
        file.write_text("<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n", encoding="ascii")
        assert number(get(url, params={"query": COUNT}, headers=headers)) == 2


def test_what_cannot_be_opened_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no store here"), serving(tmp_path / "none"):
        pass
    with pytest.raises(InputError, match="cannot be read"), serving(tmp_path / "none.ttl"):
        pass
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError, match="give another --host or --port"):
            Server(str(SEASON), "127.0.0.1", taken.getsockname()[1], 1.0)


# ------------------------------------------------------------------------------- negotiation


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/turtle"),
        ("text/html", "text/html"),
        ("text/*", "text/turtle"),
        ("text/html;q=0.5, text/turtle;q=0.4", "text/html"),
        ("text/*;q=0.9, text/turtle;q=0.1", "text/html"),
        ("*/*;q=0.1, TEXT/HTML", "text/html"),
        ("text/turtle;q=wrong, text/html;q=0.1", "text/html"),
        ("nonsense,,;q=, */*", "text/turtle"),
    ],
)
def test_the_best_of_two(accept: str, chosen: str) -> None:
    assert best(accept, ["text/turtle", "text/html"]) == chosen


def test_none_will_do() -> None:
    with pytest.raises(Refusal, match="text/turtle, text/html alone"):
        best("image/png, text/turtle;q=0", ["text/turtle", "text/html"])


def test_json_is_json(url: str) -> None:
    answer = get(url, params={"query": "ASK { ?s ?p ?o }"})
    assert json.loads(answer.content) == {"head": {}, "boolean": True}

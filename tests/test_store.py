"""A folder, a server and memory: one store as good as the other."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from sparql_server import answering, drip, guarded, hang, oxigraph, reply

from kg.errors import StoreError
from kg.query import ask, questions
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_quads, to_store
from kg.store import Change, Memory, Remote, Store, View, open_store
from kg.store.embedded import Embedded
from kg.store.endpoints import Endpoints, endpoints_of
from kg.vocabulary import BASE, FUSED

SEASON = Path(__file__).parent / "answers" / "season.trig"
ROWS = "application/sparql-results+json"
KINDS = ("memory", "folder", "server")


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}{name}")


def quad(value: int, graph: str = "g/r1") -> ox.Quad:
    return ox.Quad(node("a"), node("b"), ox.Literal(value), node(graph))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph() as url:
        yield url


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path, server: str) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield Memory()
        return
    where = str(tmp_path / "store") if request.param == "folder" else server
    with open_store(where, write=True) as opened:
        opened.clear()
        yield opened


def test_a_change_takes_and_gives(store: Store) -> None:
    store.apply(Change(come=frozenset({quad(1), quad(2), quad(3, "g/r2")})))
    store.apply(Change(gone=frozenset({quad(1), quad(3, "g/r2")}), come=frozenset({quad(4)})))
    assert {str(triple.object) for triple in store.triples(f"{BASE}g/r1")} == {
        str(quad(2).object),
        str(quad(4).object),
    }
    assert store.graphs() == [f"{BASE}g/r1"]
    assert store.triples(f"{BASE}g/r2") == []
    store.apply(Change(gone=frozenset({quad(2), quad(4)})))
    assert store.graphs() == []
    assert store.select("SELECT * WHERE { GRAPH ?g { ?s ?p ?o } }") == []


def test_a_folder_is_put_in_order_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.embedded.SOON", 2)
    with Embedded(tmp_path / "store", write=True) as folder:
        for value in range(5):
            folder.apply(Change(come=frozenset({quad(value)})))
        assert (folder.changes, folder.in_order) == (5, 4)
        assert len(folder.triples(f"{BASE}g/r1")) == 5


def test_a_literal_comes_back_as_it_was(store: Store) -> None:
    texts = ['say "so"\n\\ and ü', "", "tab\there", "1.0"]
    decimals = [ox.Literal(text, datatype=ox.NamedNode(DECIMAL)) for text in ("1.0", "0.95")]
    told = {ox.Triple(node("a"), node("b"), term) for term in (*map(ox.Literal, texts), *decimals)}
    store.apply(
        Change(come=frozenset(ox.Quad(t.subject, t.predicate, t.object, node("g/x")) for t in told))
    )
    assert set(store.triples(f"{BASE}g/x")) == told


DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def test_a_store_is_filled_and_cleared(store: Store) -> None:
    quads = sorted(to_quads(read_dataset(SEASON)), key=str)
    store.fill(sorted(quads, key=lambda q: str(q.graph_name)))
    assert sum(len(store.triples(graph)) for graph in store.graphs()) == len(quads)
    store.clear()
    assert store.graphs() == []


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_server_gives_the_same_answers(question: object, asked: tuple[Store, ox.Store]) -> None:
    remote, local = asked
    assert ask(remote, question) == ask(local, question)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[Store, ox.Store]]:
    """A season on a server, and in this process."""
    dataset = read_dataset(SEASON)
    with oxigraph() as url, open_store(url, write=True) as remote:
        remote.fill(sorted(to_quads(dataset), key=lambda q: str(q.graph_name)))
        yield remote, to_store(dataset)


def test_broken_sparql_is_told_alike(store: Store) -> None:
    with pytest.raises(SyntaxError, match="error at 1:"):
        store.ask("SELECT * WHERE {", View((str(FUSED),)))


# ------------------------------------------------------------------------------- servers


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_a_server_that_asks_who_you_are(server: str, scheme: str) -> None:
    with answering(guarded(server, scheme, "ada", "p:w@1")) as url:
        door = url.replace("://", "://ada:p%3Aw%401@")
        with open_store(door, write=True) as store:
            store.clear()
            store.apply(Change(come=frozenset({quad(1)})))
            assert len(store.triples(f"{BASE}g/r1")) == 1
            assert "p:w" not in store.where
        for wrong in (url, url.replace("://", "://ada:no@")):
            with pytest.raises(StoreError, match="wants a user and a password"):
                open_store(wrong)


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (reply(500, b"Boom\nat line 1"), "the server answers 500 (Boom at line 1)"),
        (reply(200, b"<html>Hello</html>", "text/html"), "no answer to SPARQL"),
        (reply(200, b'{"head":', ROWS), "no answer to SPARQL"),
        (reply(200, b'{"head":{},"boolean":true}', ROWS), "no answer to SPARQL"),
        (reply(200, b"\xff\xfe\x00", "application/n-triples"), "no answer to SPARQL"),
        (reply(404, b"nothing here"), "no answer to SPARQL"),
        (reply(503, b"later"), "the server answers 503 (later)"),
        (hang, "no answer within 0.5 seconds"),
        (drip, "no answer within 0.5 seconds"),
    ],
    ids=["500", "html", "broken", "other", "binary", "404", "503", "hangs", "drips"],
)  # fmt: skip
def test_a_server_that_misbehaves(behaviour: object, said: str) -> None:
    with answering(behaviour) as url:  # type: ignore[arg-type]
        endpoints = Endpoints(f"{url}/query", f"{url}/update", f"{url}/store", seconds=0.5)
        with pytest.raises(StoreError) as told:
            Remote(endpoints, waits=(0.01, 0.01))
    assert said in str(told.value)
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(url)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(StoreError, match="the server does not answer"):
        Remote(endpoints_of("http://127.0.0.1:9"), waits=(0.01,))


def test_of_two_writers_on_a_server_one_is_refused(server: str) -> None:
    with open_store(server, write=True) as store:
        store.clear()
    with open_store(server, write=True) as one, open_store(server, write=True) as other:
        other.apply(Change(come=frozenset({quad(1)})))
        with pytest.raises(StoreError, match="somebody else is writing"):
            one.apply(Change(come=frozenset({quad(2)})))
        assert [str(t.object) for t in other.triples(f"{BASE}g/r1")] == [str(quad(1).object)]


def test_a_store_of_another_version_on_a_server(server: str) -> None:
    with open_store(server, write=True) as store:
        store.clear()
        store.apply(Change(come=frozenset({quad(1)})))
    with open_store(server, write=True) as store:
        assert isinstance(store, Remote)
        old, new = (f"{{ GRAPH ?g {{ ?s ?p '{form}' }} }}" for form in ("1", "9"))
        store.connection.client.post(
            f"{server}/update",
            content=f"DELETE {old} INSERT {new} WHERE {old}",
            headers={"Content-Type": "application/sparql-update"},
        )
        with pytest.raises(StoreError, match="the store has format 9"):
            open_store(server)
        store.clear()


def test_three_urls_in_a_file(tmp_path: Path, server: str) -> None:
    file = tmp_path / "server.toml"
    urls = {"query": "query", "update": "update", "data": "store"}
    lines = (f'{name} = "{server}/{end}"\n' for name, end in urls.items())
    file.write_text("".join((*lines, "seconds = 5\n")))
    with open_store(str(file), write=True) as store:
        store.clear()
        store.apply(Change(come=frozenset({quad(1)})))
        assert store.graphs() == [f"{BASE}g/r1"]
        store.clear()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "cannot be read"),
        ("query = ", "no TOML file"),
        ('query = "http://a"', "it names no URL for update"),
        ('query = "http://a"\nupdate = "http://a"\ndata = "http://a"\nuesr = "x"', "uesr"),
    ],
)  # fmt: skip
def test_a_file_that_names_no_server(tmp_path: Path, text: str | None, said: str) -> None:
    file = tmp_path / "server.toml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(StoreError, match=said):
        open_store(str(file))

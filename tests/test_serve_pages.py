"""The pages: each is sound and leads on, says what the graph says, and lets nothing slip in."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pyoxigraph as ox
import pytest
from serving import get, head, request, serving
from sparql_server import oxigraph

from kg.cli import run
from kg.query import questions
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_quads
from kg.serve.pages import FOLDER
from kg.serve.places import href, iri_of
from kg.serve.searching import plain
from kg.store import open_store
from kg.vocabulary import BASE, FUSED

ROOT = Path(__file__).parents[1]
GRAPHS = ROOT / "tests" / "graphs"
SEASON = ROOT / "tests" / "answers" / "season.trig"
MATCH = "/id/match/2020-12-01-atalanta-midtjylland"
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}  # as browsers say
WITHOUT_END = {"meta", "link", "img", "input", "br", "circle", "polygon", "polyline"}
EVIL = "<script>alert('x')</script>\"&amp;"


class Page(HTMLParser):
    """A page: its tags are checked as they come, and its links, ids and words are kept."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        if tag not in WITHOUT_END:
            self.open.append(tag)
        if "id" in told:
            self.ids.append(told["id"] or "")
        assert "style" not in told, "the policy of the pages forbids it"
        assert not [name for name in told if name.startswith("on")]
        if tag == "a":
            self.links.append(told["href"] or "")
        elif tag in ("link", "img", "script"):
            self.loaded.append(told.get("href") or told.get("src") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHOUT_END:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "title":
            self.words += f" {data}"

    @property
    def text(self) -> str:
        return " ".join(self.words.split())


@pytest.fixture(scope="module")
def match() -> Iterator[str]:
    with serving(GRAPHS / "match.trig") as url:
        yield url


@pytest.fixture(scope="module")
def season() -> Iterator[str]:
    with serving(SEASON) as url:
        yield url


@cache
def read(url: str) -> Page:
    """A page that is there, and sound."""
    answer = get(url, headers=HTML, follow_redirects=True)
    assert answer.status_code == 200, f"{url}: {answer.text}"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    return sound(answer.text)


def sound(text: str) -> Page:
    """A page, if it is sound."""
    page = Page(text)
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert [page.tags.count(tag) for tag in ("html", "title", "main", "h1")] == [1, 1, 1, 1]
    assert "script" not in page.tags
    assert '<html lang="en">' in text
    assert all(place.startswith("/") for place in page.loaded)
    return page


# ------------------------------------------------------------------------------- all pages


def test_every_link_leads_to_a_page(season: str, match: str) -> None:
    for start in (season, match):
        seen: set[str] = set()
        coming = [f"{start}/"]
        while coming:
            url = coming.pop()
            page = read(url)
            for link in page.links:
                target, _, anchor = urljoin(url, link).partition("#")
                assert target.startswith(start), f"{url} leads to {target}"
                assert not anchor or anchor in read(target).ids, f"{url} leads to {link}"
                if target in seen:
                    continue
                seen.add(target)
                if "format=" not in target:
                    coming.append(target)
                elif target.endswith(("ttl", "csv")):
                    assert get(target).status_code == 200
        assert len(seen) > 40


def test_every_node_has_a_page_and_its_data(season: str) -> None:
    quads = to_quads(read_dataset(SEASON))
    nodes = {quad.subject for quad in quads if quad.graph_name == ox.NamedNode(FUSED)}
    for node in nodes:
        assert isinstance(node, ox.NamedNode)
        assert iri_of(href(node.value)) == node.value
        read(season + href(node.value))
        turtle = get(season + href(node.value), headers={"Accept": "text/turtle"})
        told = {quad.triple for quad in ox.parse(turtle.content, format=ox.RdfFormat.TURTLE)}
        said = {
            q.triple for q in quads if q.subject == node and q.graph_name == ox.NamedNode(FUSED)
        }
        assert said <= told


def test_what_is_loaded_is_there(match: str) -> None:
    for place in {*read(f"{match}/").loaded, *read(match + MATCH).loaded}:
        assert get(match + place).status_code == 200
    style = get(f"{match}/style.css")
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "prefers-color-scheme: dark" in style.text
    assert not re.search(r"url\(|@import|https?:", style.text)


def test_browsers_are_told_to_load_nothing_else(match: str) -> None:
    headers = get(f"{match}/", headers=HTML).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Vary"] == "Accept"


def test_templates_escape_whatever_they_show() -> None:
    for template in FOLDER.glob("*.html"):
        assert not re.search(r"\|\s*safe|autoescape", template.read_text(encoding="utf-8"))


# ------------------------------------------------------------------------------- what they say


def test_the_first_page_lists_the_matches(match: str) -> None:
    page = read(f"{match}/")
    assert "1 December 2020 Atalanta 1–1 Midtjylland" in page.text
    assert MATCH in page.links
    assert {f"/questions/{question.name}" for question in questions()} <= set(page.links)


def test_a_match_is_told_with_its_goals_and_sentences(match: str) -> None:
    page = read(match + MATCH)
    assert "Atalanta 1–1 Midtjylland" in page.text
    assert "Cristian Romero 79'" in page.text
    assert "Cristian Romero assist Hans Hateboer" in page.text
    assert "Cristian Romero headed in Hans Hateboer's cross in the 79th minute" in page.text
    assert "scored by Cristian Romero 0.97" in page.text
    assert {"goal-1", "goal-2"} <= set(page.ids)
    assert "/id/player/cristian-romero" in page.links
    assert any(link.startswith("/id/report/romero#char=25,") for link in page.links)


def test_what_was_not_believed_is_told_with_its_reason(match: str) -> None:
    assert "outvoted Sory Kaba · plays for Atalanta" in read(match + MATCH).text
    player = read(f"{match}/id/player/sory-kaba")
    assert "plays for Midtjylland" in player.text
    assert "outvoted Sory Kaba · plays for Atalanta" in player.text


def test_a_player_has_his_goals(match: str) -> None:
    page = read(f"{match}/id/player/cristian-romero")
    assert "Goals 1 Cristian Romero 79' Atalanta 1-1 Midtjylland, 1 December 2020" in page.text
    assert f"{MATCH}/goal-2" in page.links


def test_a_report_is_told_sentence_by_sentence(match: str) -> None:
    page = read(f"{match}/id/report/romero")
    assert "scored by Cristian Romero 0.97" in page.text
    assert f"{MATCH}/goal-2" in page.links


def test_conflicts_are_told_with_both_sentences(season: str) -> None:
    page = read(f"{season}/questions/conflicts")
    assert page.text.count("disputed sentence") >= 1
    assert page.text.count("kept sentence") >= 1


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_question_is_a_table_and_data(season: str, question: object) -> None:
    name, text = question.name, question.text  # type: ignore[attr-defined]
    assert text in read(f"{season}/questions/{name}").text
    table = get(f"{season}/questions/{name}?format=csv").text
    answer = ROOT / "tests" / "answers" / f"{name}.csv"
    assert table.splitlines()[0] == answer.read_text(encoding="utf-8").splitlines()[0]


def test_names_are_found(match: str) -> None:
    for wanted in ("romero", "CRISTIAN ROM", "Romero, Cristian", "rómero"):
        assert "/id/player/cristian-romero" in read(f"{match}/search?q={wanted}").links
    assert "Did you mean" in read(f"{match}/search?q=Romreo").text
    assert "nor nearly so" in read(f"{match}/search?q=zzzzzz").text
    assert "are found by their names" in read(f"{match}/search?q=+").text
    found = get(f"{match}/search", params={"q": BASE + MATCH.removeprefix("/id/")})
    assert (found.status_code, found.headers["Location"]) == (303, MATCH)


@pytest.mark.parametrize(
    ("name", "told"),
    [("Hans-Jörg Ødegård", "hans jorg odegard"), ("  N'Golo ", "n golo"), ("ŁÓDŹ", "lodz")],
)
def test_names_without_their_marks(name: str, told: str) -> None:
    assert plain(name) == told


def test_sparql_is_asked_on_a_page(match: str) -> None:
    assert "Ask in SPARQL" in read(f"{match}/sparql").text
    query = "SELECT ?x WHERE { ?x a <https://w3id.org/football-kg/ontology%23Goal> }"
    page = read(f"{match}/sparql?query={query}")
    assert "Answer 2 rows" in page.text
    assert f"{MATCH}/goal-1" in page.links
    assert "answer yes" in read(f"{match}/sparql?query=ASK {{}}").text
    described = f"{match}/sparql?query=DESCRIBE <{BASE}player/cristian-romero>"
    assert "subject predicate object" in read(described).text
    broken = get(f"{match}/sparql?query=SELECT", headers=HTML)
    assert broken.status_code == 400
    assert "query:1:" in sound(broken.text).text


# ------------------------------------------------------------------------------- no answer


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/questions/gaols", "/id/player/nobody", "/id/report/none", "/id/a b", "/id/"],
)
def test_what_is_not_there(match: str, path: str) -> None:
    page = get(match + path, headers=HTML)
    line = get(match + path, headers={"Accept": "text/turtle, text/plain;q=0.5"})
    assert {page.status_code, line.status_code} == {404}
    assert "There is no such page" in sound(page.text).text
    assert line.text.count("\n") == 1


def test_pages_are_read_alone(match: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = request(method, f"{match}/")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert head(match + MATCH, headers=HTML).status_code == 200


def test_no_format_is_called_so(match: str) -> None:
    assert get(f"{match}{MATCH}?format=doc").status_code == 400
    assert get(match + MATCH, headers={"Accept": "image/png"}).status_code == 406


# ------------------------------------------------------------------------------- odd graphs


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A graph in which every name and sentence is markup."""
    file = tmp_path_factory.mktemp("evil") / "evil.trig"
    text = (GRAPHS / "match.trig").read_text(encoding="utf-8")
    evil = ox.Literal(EVIL)
    told = []
    for quad in ox.parse(text.encode(), format=ox.RdfFormat.TRIG):
        end = quad.predicate.value.rpartition("#")[2]
        value = evil if end in ("label", "altLabel", "exact", "position", "method") else quad.object
        told.append(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    ox.serialize(told, str(file), format=ox.RdfFormat.TRIG)
    with serving(file) as url:
        yield url


def test_names_and_sentences_are_escaped(evil: str) -> None:
    paths = (
        "/",
        MATCH,
        f"{MATCH}/goal-1",
        "/id/player/sory-kaba",
        "/id/report/romero",
        "/reports",
        "/questions/goals",
        "/questions/rejected",
        f"/search?q={EVIL.replace('&', '%26')}",
        "/search?q=script",
        "/sparql?query=SELECT * { ?s ?p ?o }",
        f"/sparql?query={EVIL.replace('&', '%26')}",
        f"/{EVIL}",
    )
    for path in paths:
        answer = get(evil + path, headers=HTML)
        page = sound(answer.text)  # with no script in it
        if path in paths[:5]:
            assert EVIL in page.words


def test_a_file_without_evidence_will_do(tmp_path: Path) -> None:
    file = tmp_path / "match.ttl"
    assert run(["-q", "export", str(GRAPHS / "match.trig"), "-o", str(file)]) == 0
    with serving(file) as url:
        page = read(url + MATCH)
        assert "Cristian Romero 79'" in page.text
        assert "No evidence is kept here" in read(f"{url}/reports").text


def test_a_server_is_shown_like_a_file(match: str) -> None:
    quads = to_quads(read_dataset(GRAPHS / "match.trig"))
    with oxigraph() as server, open_store(server, write=True) as store:
        store.fill(sorted(quads, key=lambda quad: str(quad.graph_name)))
        with serving(server) as url:
            for path in ("/", MATCH, "/id/report/romero", "/questions/rejected", "/search?q=kaba"):
                assert read(url + path).text == read(match + path).text
            graph = f"{BASE}g/romero/evidence"
            query = "SELECT * FROM <GRAPH> WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
            asked = {"query": query.replace("GRAPH", graph)}
            told = [get(f"{at}/sparql", params=asked).json() for at in (url, match)]
            assert told[0]["results"] == told[1]["results"]


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    where = tmp_path / "season"
    with open_store(where, write=True):
        pass
    with serving(where) as url:
        assert "There is nothing here yet" in read(f"{url}/").text


def test_many_matches_take_several_pages(tmp_path: Path) -> None:
    file = tmp_path / "many.nt"
    kind, label = (
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/2000/01/rdf-schema#label",
    )
    lines = [
        f"<{BASE}match/{n}> <{kind}> <https://w3id.org/football-kg/ontology#Match> .\n"
        f'<{BASE}match/{n}> <{label}> "Match {n}" .\n'
        for n in range(1000, 1150)
    ]
    file.write_text("".join(lines), encoding="ascii")
    with serving(file) as url:
        first, second = read(f"{url}/"), read(f"{url}/?page=1")
        assert "Match 1099" in first.text
        assert "Match 1100" not in first.text
        assert "/?page=1" in first.links
        assert "Match 1149" in second.text
        assert "/?page=2" not in second.links
        read(f"{url}/?page=99999999999999")


# ------------------------------------------------------------------------------- the command


def test_the_command_serves_until_it_is_interrupted() -> None:
    for stop in (signal.SIGINT, signal.SIGTERM):
        with subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", str(SEASON), "--port", "0"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            said = process.stdout.readline()
            (url,) = re.findall(r"http://127\.0\.0\.1:\d+/", said.partition(",")[0])
            assert urlsplit(url).port
            assert get(url).status_code == 200
            process.send_signal(stop)
            assert process.wait(20) == 0
            assert process.stderr.read() == "Ctrl-C stops\nstopped\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serve", "missing"], "kg: missing: there is no store here; "),
        (["serve", "missing.ttl"], "kg: missing.ttl: cannot be read"),
        (["serve", str(SEASON), "--host", "192.0.2.1"], "give another --host or --port"),
        (["serve", str(SEASON), "--port", "99999"], "Invalid value for '--port'"),
        (["serve"], "Missing argument 'STORE'"),
    ],
)
def test_wrong_input_is_one_line(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err

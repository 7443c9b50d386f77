"""Wrong input: one line that says where, what, and how to go on; nothing half-written."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from rdflib import Dataset, Namespace
from readings import rows

import kg
from kg.cli import run
from kg.errors import InputError
from kg.query import ask, find_question
from kg.rdf.files import FORMATS_READ, read_dataset, write_dataset
from kg.report.report import GRAPHS as GRAPH_SUFFIXES
from kg.validate import validate
from kg.vocabulary import PREFIXES

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "graphs" / "match.trig"
DONE, WRONG_INPUT = 0, 2
OA = Namespace(PREFIXES["oa"])
MATCH = "Hosts Hallvik won 2-0 against Brevik on Saturday.\n"
PAGE = """<!doctype html><html><head><title>Sport</title></head><body>
<h1>Hallvik win</h1>
<p>Hosts <b>Hallvik</b> won 2-0 against Brevik on&nbsp;Saturday.</p>
<p>Hallvik striker Marco Bellini&rsquo;s header hit the post&#46;</p></body></html>
"""

Said = Callable[[], str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """The one line on stderr, which is all there is."""

    def read() -> str:
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("kg: ")
        assert err.count("\n") == 1
        return err

    return read


# ------------------------------------------------------------------------------- reports

REPORTS = {
    "empty": (b"", "empty.txt: there is no text in it; give a match report"),
    "blank": (b"\xef\xbb\xbf \n\n ", "there is no text in it"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a binary file, not a text"),
    "archive": (b"\x1f\x8b\x08\x00\x01\x02\x03\x04" * 9, "a binary file, not a text"),
    "latin": ("Hallvik beat Besançon.".encode("latin-1"), "byte 0xe7 at offset 18 is not UTF-8"),
    "utf16": (MATCH.encode("utf-16"), "the text is UTF-16; save it as UTF-8"),
    "huge": (MATCH.encode() * 1_000_000, "5 MB are too much for one report; split it"),
}


def test_graphs_are_no_reports() -> None:
    assert set(FORMATS_READ) == GRAPH_SUFFIXES


@pytest.mark.parametrize("suffix", sorted(GRAPH_SUFFIXES))
def test_graph_given_as_report(suffix: str, said: Said) -> None:
    Path(f"match{suffix}").write_text(MATCH, encoding="utf-8")
    assert run(["build", f"match{suffix}"]) == WRONG_INPUT
    assert f"match{suffix}: a graph, not a report" in said()


@pytest.mark.parametrize("command", ["build {} -o out.ttl", "extract {} --out out"])
@pytest.mark.parametrize("name", REPORTS)
def test_file_that_is_no_report(name: str, command: str, folder: Path, said: Said) -> None:
    data, problem = REPORTS[name]
    Path(f"{name}.txt").write_bytes(data)
    assert run(command.format(f"{name}.txt").split()) == WRONG_INPUT
    assert problem in said()
    assert not [path for path in folder.rglob("*") if path.suffix == ".ttl"]


@pytest.mark.parametrize("name", REPORTS)
def test_file_that_is_no_report_from_python(name: str) -> None:
    data, problem = REPORTS[name]
    Path(f"{name}.txt").write_bytes(data)
    with pytest.raises(InputError) as error:
        kg.build([f"{name}.txt"])
    assert problem in str(error.value)


def test_fifty_megabytes_are_refused_before_they_are_read() -> None:
    assert len(REPORTS["huge"][0]) == 50_000_000


def test_standard_input_is_checked_as_well(monkeypatch: pytest.MonkeyPatch, said: Said) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\0\1\2")))
    assert run(["build", "-"]) == WRONG_INPUT
    assert "standard input: a binary file" in said()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_with_and_without_byte_order_mark(mark: bytes) -> None:
    Path("report.txt").write_bytes(mark + MATCH.encode())
    graph = kg.build(["report.txt"]).dataset
    assert [row["home"] for row in rows(graph, "matches")] == ["Hallvik"]
    assert quotes(graph) <= {MATCH.strip()}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ("build missing.txt", "missing.txt: no such file or folder; check the path"),
        ("build .", "the folder has no report; put .txt files into it"),
        ("extract missing.txt --out out", "missing.txt: no such file or folder"),
        ("extract . --out out", "the folder has no report"),
    ],
)
def test_path_without_report(arguments: str, problem: str, folder: Path, said: Said) -> None:
    assert run(arguments.split()) == WRONG_INPUT
    assert problem in said()
    assert list(folder.iterdir()) == []
    with pytest.raises(InputError, match=problem.split("; ", maxsplit=1)[0]):
        kg.build([arguments.split()[1]])


def test_one_bad_report_of_many_is_named(said: Said) -> None:
    Path("good.txt").write_text(MATCH, encoding="utf-8")
    Path("poor.txt").write_bytes(b"")
    assert run(["build", ".", "-o", "out.ttl"]) == WRONG_INPUT
    assert said().startswith("kg: poor.txt: ")
    assert not Path("out.ttl").exists()


# ------------------------------------------------------------------------------- no match, HTML


def test_text_without_match_gives_an_empty_graph(capsys: pytest.CaptureFixture[str]) -> None:
    text = "The council of Norheim voted 12-3 on Monday to mend the old bridge.\n"
    Path("report.txt").write_text(text, encoding="utf-8")
    assert run(["build", "report.txt", "-o", "out.ttl"]) == DONE
    assert "report.txt: No football match was found in this text.\n" in capsys.readouterr().err
    assert rows(read_dataset("out.ttl"), "matches") == []
    assert run(["extract", "report.txt", "--out", "out"]) == DONE
    assert "No football match was found" in capsys.readouterr().err
    assert rows(read_dataset("out/report.ttl"), "matches") == []


def test_page_is_read_as_its_text() -> None:
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    graph = kg.build(["page.txt"]).dataset
    assert [(row["home"], row["away"]) for row in rows(graph, "matches")] == [("Hallvik", "Brevik")]
    assert [row["player"] for row in rows(graph, "woodwork")] == ["Marco Bellini"]


def test_offsets_into_a_page_stay_true() -> None:
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    graph = kg.build(["page.txt"]).dataset
    told = quotes(graph)
    assert "Hosts <b>Hallvik</b> won 2-0 against Brevik on&nbsp;Saturday." in told
    assert "Hallvik striker Marco Bellini&rsquo;s header hit the post&#46;" in told
    for selector, _, start, layer in graph.quads((None, OA.start, None, None)):
        number = str(selector).rsplit("=", maxsplit=1)[-1]
        end = graph.graph(layer).value(selector, OA.end)
        assert number == f"{start},{end}"
        assert PAGE[int(str(start)) : int(str(end))] in told


def quotes(graph: Dataset) -> set[str]:
    """What the evidence quotes."""
    return {str(quote) for _, _, quote, _ in graph.quads((None, OA.exact, None, None))}


# ------------------------------------------------------------------------------- output


@pytest.mark.parametrize("name", ["out.ttl", "out.trig", "out.csv"])
def test_output_that_cannot_be_written_leaves_nothing(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("report.txt").write_text(MATCH, encoding="utf-8")
    Path(name).mkdir()
    assert run(["-q", "build", "report.txt", "-o", name]) == WRONG_INPUT
    assert f"kg: {name}: cannot be written" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == sorted(["report.txt", name])


def test_what_stood_there_stays_when_writing_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    graph = read_dataset(SAMPLE)
    Path("out.ttl").write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(InputError, match="no space left on device"):
        write_dataset(graph, "out.ttl")
    assert Path("out.ttl").read_text(encoding="utf-8") == "as it was"
    assert [path.name for path in folder.iterdir()] == ["out.ttl"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ("build report.txt -o nowhere/out.ttl", "there is no folder nowhere"),
        ("build report.txt -o out.exe", 'no format is called ".exe"'),
        ("extract report.txt --out report.txt", "report.txt"),
        ("extract report.txt --out report.txt/out", "report.txt"),
        ("draw {sample} -o nowhere/out.svg", "there is no folder nowhere"),
        ("export {sample} -o out.doc", 'no format is called ".doc"'),
    ],
)
def test_output_is_checked_before_the_work(arguments: str, problem: str, said: Said) -> None:
    Path("report.txt").write_text(MATCH, encoding="utf-8")
    assert run(arguments.format(sample=SAMPLE).split()) == WRONG_INPUT
    assert problem in said()


def test_suffixes_in_capitals_are_those_they_are() -> None:
    assert run(["-q", "export", str(SAMPLE), "-o", "out.TTL"]) == DONE
    assert run(["-q", "export", "out.TTL", "-o", "out.CSV"]) == DONE
    assert run(["-q", "draw", "out.TTL", "-o", "out.SVG"]) == DONE


# ------------------------------------------------------------------------------- graphs, questions

GRAPHS = {
    "prose.ttl": (MATCH.encode(), "prose.ttl:1:"),
    "broken.trig": (b"<a:a> <a:b> .", "broken.trig:1:"),
    "broken.jsonld": (b'{"@id": ', "broken.jsonld:1:"),
    "latin.ttl": ('<a:a> <a:b> "Besançon" .'.encode("latin-1"), "latin.ttl"),
    "picture.ttl": (b"\x89PNG\r\n\x1a\n\0\0", "picture.ttl"),
    "match.txt": (MATCH.encode(), "this is no RDF file; give one of .ttl"),
}


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize(
    "command",
    [
        "validate {}",
        "query goals {}",
        "explain {} goal-1",
        "draw {} -o out.svg",
        "export {} -o o.nt",
    ],
)
def test_graph_that_is_no_rdf(name: str, command: str, said: Said) -> None:
    data, problem = GRAPHS[name]
    Path(name).write_bytes(data)
    assert run(command.format(name).split()) == WRONG_INPUT
    assert problem in said()
    with pytest.raises(InputError, match=name):
        read_dataset(name)


def test_missing_graph(said: Said) -> None:
    assert run(["validate", "missing.ttl"]) == WRONG_INPUT
    assert "missing.ttl: cannot be read" in said()


def test_empty_graph_is_a_graph() -> None:
    Path("empty.ttl").touch()
    assert validate(read_dataset("empty.ttl")) == ()
    assert run(["-q", "query", "goals", "empty.ttl"]) == DONE


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("gaols", "did you mean goals?"), ("asists", "did you mean assists?"), ("zzzz", "ask one of")],
)
def test_unknown_question(name: str, remedy: str, said: Said) -> None:
    assert run(["query", name, str(SAMPLE)]) == WRONG_INPUT
    assert f"{name}: there is no question of this name; {remedy}" in said()
    with pytest.raises(InputError, match="no question of this name"):
        find_question(name)


@pytest.mark.parametrize(
    ("sparql", "place"),
    [
        ("SELECT ?a WHERE {\n  ?a ?b\n}", "3:2"),
        ("SELEKT * WHERE {}", "1:10"),
        ("SELECT ?a WHERE { ?a x:b ?c }", "1:27"),
        ("", "1:1"),
    ],
)
def test_query_that_does_not_parse(sparql: str, place: str, said: Said) -> None:
    Path("mine.rq").write_text(sparql, encoding="utf-8")
    assert run(["query", "mine.rq", str(SAMPLE)]) == WRONG_INPUT
    problem = f"mine.rq:{place}: up to here this is no SPARQL; mend it, and declare its prefixes"
    assert said().startswith(f"kg: {problem}")
    with pytest.raises(InputError, match=f"^{re.escape(problem)}"):
        ask(read_dataset(SAMPLE), find_question("mine.rq"))

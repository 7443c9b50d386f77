"""The command line: what it prints and where, its files, and its exit status."""

import csv
import io
import json
import resource
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.main import get_command

from kg.cli import COMMANDS, app, name_of, run
from kg.cli.tables import Format, to_text
from kg.facts.base import Evidence, Rejected
from kg.pipeline import known_names
from kg.rdf.files import read_dataset, write_dataset

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "graphs" / "match.trig"
DONE, BROKEN, WRONG_INPUT = 0, 1, 2
SECONDS_TO_HELP = 0.4

UNUSED = Rejected("goal", "negated", Evidence("report", 0, 19, "Kaba did not score."))
# A man who scores from his own pass.
BROKEN_GRAPH = """
@prefix kg: <https://w3id.org/football-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://w3id.org/football-kg/id/> .

<https://w3id.org/football-kg/id/match/a-b> a kg:Match ; rdfs:label "A v B" ;
  kg:contestedBy <https://w3id.org/football-kg/id/team/a> .
<https://w3id.org/football-kg/id/team/a> a kg:Team ; rdfs:label "A" .
<https://w3id.org/football-kg/id/player/x> a kg:Player ; rdfs:label "X" .
<https://w3id.org/football-kg/id/match/a-b/goal-1> a kg:Goal ; rdfs:label "X 5'" ;
  kg:inMatch <https://w3id.org/football-kg/id/match/a-b> ; kg:atMinute 5 ;
  kg:forTeam <https://w3id.org/football-kg/id/team/a> ;
  kg:scoredBy <https://w3id.org/football-kg/id/player/x> ;
  kg:assistedBy <https://w3id.org/football-kg/id/player/x> .
"""


def kg(line: str) -> int:
    """The exit status of the command line `kg ...`."""
    return run(shlex.split(line))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with one report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text("Ardmore beat Kilbride 1-0.", encoding="utf-8")
    return tmp_path


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, object]]]:
    """Let every report read as the sample match; gives what the pipeline was asked for."""
    asked: list[tuple[list[str], dict[str, object]]] = []

    def build(paths: Sequence[Path], **options: object) -> SimpleNamespace:
        options.pop("on_report", None)
        asked.append(([str(path) for path in paths], options))
        return built()

    def build_each(paths: Sequence[Path], **options: object) -> list[SimpleNamespace]:
        options.pop("on_report", None)
        asked.append(([str(path) for path in paths], options))
        return [built() for _ in paths]

    def built() -> SimpleNamespace:
        report = SimpleNamespace(id="report", source="report.txt")
        found = SimpleNamespace(report=report, matches=("a match",), unused=(UNUSED,))
        return SimpleNamespace(dataset=read_dataset(SAMPLE), readings=(found,))

    monkeypatch.setattr("kg.pipeline.build", build)
    monkeypatch.setattr("kg.pipeline.build_each", build_each)
    return asked


# ------------------------------------------------------------------------------- help


def test_help_answers_at_once() -> None:
    def seconds() -> float:  # of processor time: other tests run beside this one
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "kg", "--help"], cwd=ROOT, check=True, capture_output=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < SECONDS_TO_HELP


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("") == DONE
    said = capsys.readouterr().out
    for command, *_ in COMMANDS:
        assert f"  {name_of(command)} " in said
    assert "..." not in said.split("Commands:")[1], "a first sentence is too long to be shown"


@pytest.mark.parametrize("example", [line for _, *lines in COMMANDS for line in lines])
def test_example_is_a_command_line(example: str, folder: Path) -> None:
    for given in ("treebanks", "passages"):
        (folder / given).mkdir()
    words = shlex.split(example.rsplit("| ", maxsplit=1)[-1].split(" > ", maxsplit=1)[0])
    commands = getattr(get_command(app), "commands")  # noqa: B009
    assert words[0] == "kg"
    assert commands[words[1]].make_context(words[1], words[2:]).params


def test_help_of_a_command_shows_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("query --help") == DONE
    assert "\n    kg query goals match.ttl\n" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("--version") == DONE
    assert capsys.readouterr().out.startswith("football-kg 0.")


# ------------------------------------------------------------------------------- wrong input


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("frobnicate", "No such command 'frobnicate'; see kg --help"),
        ("query goals", "give either a file or --store and a store"),
        ("query goals missing.ttl", "missing.ttl: "),
        ("query gaols {sample}", "goals"),
        ("query goals {sample} --format pdf", "'pdf'"),
        ("explain {sample} goal-99", "goal-99: "),
        ("draw {sample} -o match.exe", '".exe"'),
        ("export {sample} -o nowhere/match.ttl", "there is no folder nowhere"),
        ("export {sample} -o match.doc", '".doc"'),
        ("validate report.txt", "report.txt: "),
        ("build missing.txt", "missing.txt: "),
        ("build report.txt -o match.doc", '".doc"'),
        ("build report.txt --names missing", "missing"),
        ("score report.txt --gold .", "no gold facts here"),
        ("train --treebanks missing --out out", "missing"),
        ("train --out out", "nothing to learn from"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_input_is_one_line(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kg(arguments.format(sample=SAMPLE)) == WRONG_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kg: ")
    assert err.count("\n") == 1
    assert said in err


def test_wrong_syntax_names_the_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.ttl").write_text("<a> <b> ; .", encoding="utf-8")
    assert kg("validate bad.ttl") == WRONG_INPUT
    assert capsys.readouterr().err.startswith("kg: bad.ttl:1:")


# ------------------------------------------------------------------------------- build, extract


@pytest.mark.usefixtures("folder")
def test_build_writes_every_output(
    reading: list[tuple[list[str], dict[str, object]]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert kg("build report.txt -o match.ttl -o match.trig --no-names --model big") == DONE
    options = {"names": False, "more_names": None, "model": "big"}
    assert reading == [(["report.txt"], options)]
    assert "Cristian Romero" in Path("match.ttl").read_text(encoding="utf-8")
    assert "g/fused" in Path("match.trig").read_text(encoding="utf-8")
    out, err = capsys.readouterr()
    assert out == ""
    assert "wrote match.ttl\nwrote match.trig\n" in err


@pytest.mark.usefixtures("folder")
def test_names_of_your_own_help_beside_those_that_ship(
    reading: list[tuple[list[str], dict[str, object]]],
) -> None:
    Path("names").mkdir()
    Path("names/clubs.csv").write_text("name,nicknames\nHallvik IL,Otters\n", encoding="utf-8")
    assert kg("build report.txt --names names") == DONE
    assert kg("extract report.txt --out graphs --names names --no-names") == DONE
    assert [options["more_names"] for _, options in reading] == [Path("names")] * 2
    assert [options["names"] for _, options in reading] == [True, False]
    both, own = (known_names(with_clubs=clubs, more=Path("names")) for clubs in (True, False))
    assert both.nickname("the Otters") == own.nickname("the Otters") is not None
    assert both.club("Arsenal") is not None
    assert own.club("Arsenal") is None
    assert own.is_country("Denmark")


@pytest.mark.usefixtures("folder", "reading")
def test_build_tells_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("build report.txt") == DONE
    said = capsys.readouterr().err
    assert said.startswith("Atalanta 1–1 Midtjylland  Champions League, Group D")
    assert "     13'  0–1  Alexander Scholz (assist Sory Kaba), volley  Midtjylland\n" in said
    assert "1 report: 3 matches, 2 goals, 4 players, 4 teams\nleft out: 1 negated\n" in said
    assert "no violations" in said
    assert "\x1b" not in said


@pytest.mark.usefixtures("folder", "reading")
def test_quiet_build_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("--quiet build report.txt -o match.ttl") == DONE
    assert capsys.readouterr() == ("", "")
    assert Path("match.ttl").exists()


@pytest.mark.usefixtures("folder", "reading")
def test_verbose_build_says_what_it_did_not_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("--verbose build report.txt") == DONE
    assert "report: not used: goal, negated: Kaba did not score.\n" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_build_of_a_broken_graph(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("broken.ttl").write_text(BROKEN_GRAPH, encoding="utf-8")
    built = SimpleNamespace(dataset=read_dataset("broken.ttl"), readings=())
    monkeypatch.setattr("kg.pipeline.build", lambda *_, **__: built)
    assert kg("build report.txt -o match.ttl") == BROKEN
    assert Path("match.ttl").exists(), "a broken graph is written, so that it can be looked at"
    assert "violation match/a-b/goal-1: " in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_report_without_a_match(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.ttl").write_text("", encoding="utf-8")
    nothing = SimpleNamespace(
        report=SimpleNamespace(id="report", source="report.txt"), matches=(), unused=()
    )
    built = SimpleNamespace(dataset=read_dataset("empty.ttl"), readings=(nothing,))
    monkeypatch.setattr("kg.pipeline.build", lambda *_, **__: built)
    monkeypatch.setattr("kg.pipeline.build_each", lambda *_, **__: [built])
    assert kg("build report.txt -o match.ttl") == DONE
    assert kg("extract report.txt --out graphs") == DONE
    said = capsys.readouterr().err
    assert said.count("report.txt: No football match was found in this text.") == 2
    for path in ("match.ttl", "graphs/report.ttl"):
        assert len(read_dataset(path)) == 0


@pytest.mark.usefixtures("folder")
def test_extract_reads_reports_together_and_writes_a_graph_of_each(
    reading: list[tuple[list[str], dict[str, object]]],
) -> None:
    Path("second.txt").write_text("Kilbride beat Ardmore 3-2.", encoding="utf-8")
    assert kg("extract report.txt second.txt --out new/graphs") == DONE
    assert [paths for paths, _ in reading] == [["report.txt", "second.txt"]]
    assert sorted(path.name for path in Path("new/graphs").iterdir()) == [
        "report.ttl",
        "second.ttl",
    ]


@pytest.mark.usefixtures("folder", "reading")
def test_extract_never_writes_a_graph_over_another(capsys: pytest.CaptureFixture[str]) -> None:
    Path("more").mkdir()
    Path("more/report.txt").write_text("Kilbride beat Ardmore 3-2.", encoding="utf-8")
    assert kg("extract report.txt more --out graphs") == WRONG_INPUT
    assert "report.ttl: 2 reports would be written to it" in capsys.readouterr().err
    assert not Path("graphs").exists()


# ------------------------------------------------------------------------------- query, explain


def test_query_in_a_pipe_is_tab_separated(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg(f"query goals {SAMPLE}") == DONE
    header, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert " ".join(header) == "home away scorer team minute assist kind method"
    assert [row[2] for row in rows] == ["Alexander Scholz", "Cristian Romero"]


def test_query_of_your_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT ?name { ?s a kg:Venue ; rdfs:label ?name } ORDER BY ?name"
    prefixes = (
        "PREFIX kg: <https://w3id.org/football-kg/ontology#>\n"
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    )
    (folder / "venues.rq").write_text(prefixes + query, encoding="utf-8")
    assert kg(f"query venues.rq {SAMPLE} --format csv") == DONE
    assert capsys.readouterr().out == "name\nAnfield\nGewiss Stadium\n"


def test_no_answer_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg(f"query cards {SAMPLE}") == DONE
    out, err = capsys.readouterr()
    assert out == "player\tteam\tcolour\tminute\n"
    assert "says nothing about it" in err


def test_question_about_evidence_of_a_file_that_keeps_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kg(f"export {SAMPLE} -o {folder}/facts.ttl") == DONE
    assert kg(f"query conflicts {folder}/facts.ttl") == DONE
    assert "it asks for evidence, which .nq and .trig files keep" in capsys.readouterr().err


def test_questions_are_those_of_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("questions --format json") == DONE
    listed = {question["name"] for question in json.loads(capsys.readouterr().out)}
    assert listed == {path.stem for path in (ROOT / "queries").glob("*.rq")}


COLUMNS = ("scorer", "minute")
ROWS = (("Ann | Bo", "7"), ("Tab\tNewline\n", None), ('Quote "Q", comma', "90+3"))


def test_csv_reads_back() -> None:
    lines = list(csv.reader(io.StringIO(to_text(COLUMNS, ROWS, Format.CSV))))
    assert lines == [list(COLUMNS), *([cell or "" for cell in row] for row in ROWS)]


def test_json_reads_back() -> None:
    records = json.loads(to_text(COLUMNS, ROWS, Format.JSON))
    assert records == [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


def test_tsv_has_a_line_for_each_row() -> None:
    lines = to_text(COLUMNS, ROWS, Format.TSV).split("\n")
    assert [line.count("\t") for line in lines] == [1, 1, 1, 1]
    assert lines[2] == "Tab Newline\t"


def test_markdown_escapes_its_bars() -> None:
    assert to_text(COLUMNS, ROWS[:1], Format.MD).split("\n") == [
        "| scorer | minute |",
        "| --- | --- |",
        "| Ann \\| Bo | 7 |",
    ]


def test_table_is_aligned() -> None:
    assert to_text(COLUMNS, ROWS[:1], Format.TABLE) == "scorer    minute\nAnn | Bo  7"


def test_explain_shows_the_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg(f"explain {SAMPLE} goal-2") == DONE
    said = capsys.readouterr().out
    assert said.startswith("romero, characters 25 to 137:\n  “Cristian Romero headed in")
    assert "    Cristian Romero 79'  scored by  Cristian Romero  0.97 accepted\n" in said


# ------------------------------------------------------------------------------- validate


def test_sound_graph(capsys: pytest.CaptureFixture[str]) -> None:
    assert kg(f"validate {SAMPLE}") == DONE
    assert f"{SAMPLE}: no violations" in capsys.readouterr().err


def test_broken_graph(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.ttl").write_text(BROKEN_GRAPH, encoding="utf-8")
    assert kg("validate broken.ttl") == BROKEN
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.startswith("violation match/a-b/goal-1: ")]
    assert line.endswith(".")


# ------------------------------------------------------------------------------- draw, export


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("suffix", ["svg", "png", "html", "graphml", "gexf"])
def test_draw(suffix: str) -> None:
    assert kg(f"draw {SAMPLE} -o match.{suffix}") == DONE
    assert Path(f"match.{suffix}").stat().st_size > 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "jsonld", "rdf"])
def test_export_keeps_the_facts(suffix: str) -> None:
    assert kg(f"export {SAMPLE} -o match.{suffix}") == DONE
    write_dataset(read_dataset(f"match.{suffix}"), "again.nt")
    write_dataset(read_dataset(SAMPLE), "sample.nt")
    assert Path("again.nt").read_bytes() == Path("sample.nt").read_bytes()


# ------------------------------------------------------------------------------- train


def test_train_hands_on_its_options(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def train(treebanks: Path, out: Path, *, max_steps: int | None = None) -> Path:
        assert (treebanks, max_steps) == (Path("treebanks"), 20)
        return out / "model-best"

    (folder / "treebanks").mkdir()
    monkeypatch.setattr("kg.training.pipeline.train", train)
    assert kg("train --treebanks treebanks --out new --max-steps 20") == DONE
    assert capsys.readouterr().out == "new/model-best\n"


def test_names_are_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "clubs.txt"
    source.write_text(
        "= Norway\n\nHallvik IL,   @ Hallvik Park, Norheim\n  | Hallvik\n", encoding="utf-8"
    )
    assert run(["names", "import", str(source), "--out", str(tmp_path / "names")]) == DONE
    written = (tmp_path / "names" / "clubs.csv").read_text(encoding="utf-8")
    assert "Hallvik IL,Hallvik" in written
    assert "1 clubs" in capsys.readouterr().err

"""Many reports at once: bad ones stop no other, and what is there is not read again."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from adding import MANNER
from archive import read_or_end, read_template, write

from kg.cli import run
from kg.errors import InputError
from kg.keeping.batch import add, remove
from kg.keeping.check import check
from kg.keeping.contents import counts, listed
from kg.keeping.kept import Kept, Names, find, reports_in
from kg.keeping.reading_json import from_json, to_json
from kg.keeping.workers import Manner, Readers
from kg.report import find_reports
from kg.store import Embedded, Memory, Store, open_store
from kg.vocabulary import FUSED, KG, reading_graph

READERS = Readers(MANNER, one=read_template)
HALLVIK = "2021-08-07 Hallvik beat Brevik 1-0.\nMarco Bellini scored for Hallvik in minute {}.\n"


@pytest.fixture
def store() -> Iterator[Memory]:
    with Memory() as one:
        yield one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four good reports and some that are none."""
    reports = write(tmp_path / "reports", 4)
    (reports / "empty.txt").write_text(" \n")
    (reports / "picture.txt").write_bytes(b"\x89PNG\0\1\2")
    (reports / "strange.txt").write_text("2021-08-07 nothing like the others\n")
    (reports / "sub").mkdir()
    (reports / "sub" / "m00000-0.txt").write_text(HALLVIK.format(9))
    return reports


def test_bad_reports_stop_no_other(store: Memory, folder: Path) -> None:
    told: list[str] = []
    outcome = add(store, find_reports([folder]), READERS, told.append)
    assert outcome.added == ["m00000-0", "m00000-1", "m00001-0", "m00001-1"]
    assert reports_in(store) == outcome.added
    said = {Path(f.report).relative_to(folder).as_posix(): f.what for f in outcome.failed}
    assert said.keys() == {"empty.txt", "picture.txt", "strange.txt", "sub/m00000-0.txt"}
    assert said["sub/m00000-0.txt"] == "another report is called m00000-0 too"
    assert said["strange.txt"].startswith("football-kg fails at it (")
    assert len(told) == 8


def test_a_report_that_ends_its_reader_is_given_up_alone(store: Memory, folder: Path) -> None:
    for name in ("m00000-1", "m00001-0"):
        (folder / f"{name}.txt").write_text("END\n")
    outcome = add(store, find_reports([folder]), Readers(MANNER, 2, read_or_end))
    assert outcome.added == ["m00000-0", "m00001-1"]
    ended = [f for f in outcome.failed if f.what == "reading it ends the process that reads"]
    assert [Path(f.report).stem for f in ended] == ["m00000-1", "m00001-0"]
    assert len(outcome.failed) == 6


def test_adding_again_changes_nothing_and_a_correction_replaces(
    store: Memory, tmp_path: Path
) -> None:
    report = tmp_path / "hallvik.txt"
    report.write_text(HALLVIK.format(13))
    add(store, [report], READERS)
    first = {graph: set(store.triples(graph)) for graph in store.graphs()}
    assert add(store, [report], READERS).unchanged == ["hallvik"]
    report.write_text(HALLVIK.format(14))
    assert add(store, [report], READERS).replaced == ["hallvik"]
    assert [t for t in store.triples(str(FUSED)) if 'atMinute> "14"' in str(t)]
    report.write_text(HALLVIK.format(13))
    add(store, [report], READERS)
    assert {graph: set(store.triples(graph)) for graph in store.graphs()} == first


def test_removing_takes_back_what_only_it_said(store: Memory, folder: Path) -> None:
    add(store, sorted(folder.glob("m00000-*.txt")), READERS)
    one = {graph: set(store.triples(graph)) for graph in store.graphs()}
    add(store, find_reports([folder]), READERS)
    remove(store, ["m00001-0", "m00001-1"])
    assert {graph: set(store.triples(graph)) for graph in store.graphs()} == one
    with pytest.raises(InputError, match=r"m00000-2: there is no such report .*mean m00000-0\?"):
        remove(store, ["m00000-0", "m00000-2"])
    remove(store, reports_in(store))
    assert len(store.quads) == 0


def test_what_is_in_a_store(store: Memory, folder: Path) -> None:
    add(store, find_reports([folder]), READERS)
    assert next((one.report, one.date) for one in listed(store)) == ("m00000-0", "2021-08-07")
    numbers = {(one.of, one.kind): one.number for one in counts(store)}
    assert numbers["reports", ""] == 4
    assert numbers["nodes", "goal"] == 2
    assert numbers["claims", "disputed"] == numbers["left out", "outvoted"] > 0


def test_other_names_than_before_are_refused(store: Memory, folder: Path) -> None:
    paths = sorted(folder.glob("m*.txt"))
    add(store, paths[:1], READERS)
    with pytest.raises(InputError, match=r"read with other names \(--no-names\)"):
        add(store, paths, Readers(Manner(Names()), one=read_template))


def test_a_check_finds_what_is_wrong(store: Memory, folder: Path) -> None:
    add(store, find_reports([folder]), READERS)
    reports = reports_in(store)
    assert check(store, reports) == ()
    store.quads.update(f"DELETE WHERE {{ GRAPH <{FUSED}> {{ ?goal <{KG.atMinute}> ?minute }} }}")
    store.quads.update("INSERT DATA { GRAPH <x:g> { <x:a> <x:b> <x:c> } }")
    assert {fault.where for fault in check(store, reports)} == {str(FUSED), "x:g"}
    graph = reading_graph("m00000-0")
    store.quads.update(
        f"WITH <{graph}> DELETE {{ ?r ?p ?o }} INSERT {{ ?r ?p '{{' }} "
        "WHERE { ?r ?p ?o FILTER (STRENDS(STR(?p), '#reading')) }"
    )
    assert "m00000-0" in {fault.where for fault in check(store, reports)}
    outcome = add(store, [folder / "m00000-1.txt"], READERS)
    assert not outcome.failed


def test_failures_are_written_as_csv(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("kg.keeping.workers.Readers.one", staticmethod(read_template))
    where, file = tmp_path / "store", tmp_path / "failed.csv"
    command = ["add", str(folder), "--store", str(where), "--failures", str(file), "--no-names"]
    assert run(command) == 1
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [Path(row["report"]).name for row in rows][:2] == ["empty.txt", "picture.txt"]
    assert all(row["what"] and row["remedy"] for row in rows)
    assert "5 added, 3 failed" in capsys.readouterr().err
    assert run(command) == 1
    assert "5 unchanged, 3 failed" in capsys.readouterr().err


def test_a_reading_comes_back_from_json(store: Store, folder: Path) -> None:
    add(store, [folder / "m00000-0.txt"], READERS)
    kept = find(store, ["m00000-0"])["m00000-0"]
    assert isinstance(kept, Kept)
    assert from_json(to_json(kept.reading), "x") == kept.reading
    for text in ("", "{}", '{"format":9}', to_json(kept.reading)[:-9], '{"format":1,"x":2}'):
        with pytest.raises(InputError, match=r"x: .*add the report again"):
            from_json(text, "x")


@pytest.mark.parametrize(
    "command", ["list", "stats", "query goals", "export -o x.ttl", "backup x.nq.gz"]
)
def test_no_store_is_told_in_a_line(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*command.split(), "--store", "season"]) == 2
    said = capsys.readouterr().err
    assert said == "kg: season: there is no store here; make one: kg add REPORT... --store season\n"
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_making_of_a_store_is_taken_up(tmp_path: Path) -> None:
    (tmp_path / ".football-kg-store").write_text("1")
    with open_store(tmp_path, write=True) as store:
        assert isinstance(store, Embedded)
        assert store.graphs() == []

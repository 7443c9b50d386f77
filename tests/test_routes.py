"""One graph, whichever way the reports come: as files, into a folder, onto a server."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sparql_server import oxigraph, virtuoso

import kg
from kg.keeping.batch import add, remove
from kg.keeping.check import check
from kg.keeping.kept import reports_in
from kg.keeping.workers import Manner, Readers, read_one
from kg.rdf.files import write_dataset
from kg.reconcile import Reading
from kg.report import Report
from kg.store import Embedded, Memory, Store, open_store
from kg.store.files import write_store
from kg.vocabulary import BASE

SEEDS = sorted((Path(__file__).parents[1] / "seeds" / "reports").glob("*.txt"))


@cache
def read_once(report: Report, manner: Manner) -> Reading:
    """What a report says; the tests ask for it again and again."""
    return read_one(report, manner)


READERS = Readers(Manner(), one=read_once)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What `kg build` writes of the two reports, by suffix."""
    folder = tmp_path_factory.mktemp("built")
    dataset = kg.build(SEEDS).dataset
    for suffix in (".ttl", ".trig"):
        write_dataset(dataset, folder / f"graph{suffix}")
    return written(folder)


def written(folder: Path) -> dict[str, bytes]:
    return {path.suffix: path.read_bytes() for path in folder.glob("graph.*")}


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    for suffix in (".ttl", ".trig"):
        write_store(store, folder / f"graph{suffix}")
    return written(folder)


@pytest.fixture(params=["memory", "folder", "server", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield Memory()
    elif request.param == "folder":
        with open_store(tmp_path / "store", write=True) as folder:
            yield folder
    elif request.param == "virtuoso":
        program = shutil.which("virtuoso-t")
        if not program:
            pytest.skip("virtuoso-t, of Debian's virtuoso-opensource-7-bin, is not installed")
        place = tmp_path / "virtuoso"
        place.mkdir()
        with virtuoso(program, place) as file, open_store(str(file), write=True) as other:
            yield other
    else:
        with oxigraph() as url, open_store(url, write=True) as server:
            yield server


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    """Another version of the first report: two goals come later, and a keeper has a new name."""
    text = SEEDS[0].read_text(encoding="utf-8")
    fresh = text.replace("13 minutes", "15 minutes").replace("Jesper Hansen", "Jesper Hallvard")
    assert fresh != text
    (tmp_path / SEEDS[0].name).write_text(fresh, encoding="utf-8")
    return tmp_path / SEEDS[0].name


# Read together, the second would tell the first for whom Bellini plays.
TOLD_BESIDE = (
    "Hallvik beat Brevik 2-1 on Saturday.\n\nBrevik pressed, Marco Bellini heading wide.\n",
    "Hallvik beat Norheim 1-0 on Sunday.\n\nHallvik striker Marco Bellini scored on 30 minutes.\n",
)


def test_what_others_tell_of_players_makes_no_difference(tmp_path: Path) -> None:
    for number, text in enumerate(TOLD_BESIDE):
        (tmp_path / f"report-{number}.txt").write_text(text, encoding="utf-8")
    paths = sorted(tmp_path.glob("*.txt"))
    write_dataset(kg.build(paths).dataset, tmp_path / "graph.trig")
    built = written(tmp_path)
    for order in (1, -1):
        store = Memory()
        add(store, paths[::order], READERS)
        write_store(store, tmp_path / "graph.trig")
        assert written(tmp_path) == built


@pytest.mark.parametrize("order", [1, -1])
def test_every_route_gives_the_same_bytes(
    store: Store, order: int, built: dict[str, bytes], corrected: Path, tmp_path: Path
) -> None:
    add(store, SEEDS[::order][:1], READERS)
    add(store, [corrected], READERS)
    add(store, SEEDS[::order], READERS)
    assert exported(store, tmp_path) == built
    add(store, [corrected], READERS)
    assert exported(store, tmp_path) != built
    add(store, SEEDS, READERS)
    assert exported(store, tmp_path) == built
    assert check(store, reports_in(store)) == ()
    remove(store, reports_in(store)[::order])
    assert store.graphs() == []
    ours = f'FILTER STRSTARTS(STR(?graph), "{BASE}")'
    assert store.select(f"SELECT * WHERE {{ GRAPH ?graph {{ ?s ?p ?o }} {ours} }}") == []
    if isinstance(store, Embedded | Memory):
        assert len(store.quads) == 0

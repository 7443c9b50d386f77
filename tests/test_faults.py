"""What can go wrong with a store does go wrong here: it stays whole, or says what is the matter."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from adding import MANNER
from archive import read_template, write
from sparql_server import free_port, start, stop

from kg.keeping.backup import backup, restore
from kg.keeping.batch import add
from kg.keeping.check import check
from kg.keeping.kept import graphs_of, reports_in
from kg.keeping.workers import Readers
from kg.report import find_reports
from kg.store import Embedded, Store, StoreError, open_store
from kg.store.embedded import MARK, QUADS
from kg.vocabulary import FUSED

TESTS = Path(__file__).parent
MANY, FEW = 300, 60  # reports
KILLS = 20
READERS, PARSING = Readers(MANNER, one=read_template), Readers(MANNER)
TEMPLATE = ("--template",)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a few reports."""
    return write(tmp_path_factory.mktemp("reports") / "season", FEW)


@pytest.fixture(scope="module")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A backup of a store of theirs to which nothing happened."""
    return kept(reports, tmp_path_factory.mktemp("undisturbed"))


def kept(reports: Path, folder: Path, readers: Readers = READERS) -> bytes:
    """A backup of a store to which a folder of reports was added."""
    with open_store(folder / "store", write=True) as store:
        add(store, find_reports([reports]), readers)
        return backed_up(store, folder)


def backed_up(store: Store, folder: Path) -> bytes:
    backup(store, folder / "store.nq.gz")
    return (folder / "store.nq.gz").read_bytes()


@contextmanager
def adding(store: Path | str, reports: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """A process that adds reports to a store."""
    command = [sys.executable, str(TESTS / "adding.py"), str(store), str(reports), *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        yield process


def acknowledged(process: subprocess.Popen[str], number: int) -> list[str]:
    """The reports a process tells, until so many of them."""
    assert process.stdout
    return [line.strip() for line, _ in zip(process.stdout, range(number), strict=False)]


def is_whole(store: Store) -> bool:
    """Whether every report that is in the store in part is in it in full."""
    reports = reports_in(store)
    return {g for r in reports for g in graphs_of(r)} == set(store.graphs()) - {str(FUSED)}


# ------------------------------------------------------------------------------- the process ends


@pytest.mark.parametrize(
    ("readers", "options", "number", "kills"),
    [(READERS, TEMPLATE, MANY, KILLS), (PARSING, (), FEW, FEW // 12)],
    ids=["template", "parser"],
)
def test_killed_at_any_moment(
    tmp_path: Path, readers: Readers, options: tuple[str, ...], number: int, kills: int
) -> None:
    where, reports = tmp_path / "killed", write(tmp_path / "reports", number)
    chance = random.Random(20)
    told: set[str] = set()
    for _ in range(kills):
        with adding(where, reports, *options) as process:
            told |= set(acknowledged(process, len(told) + chance.randint(1, 13)))
            time.sleep(chance.random() / 20)
            process.kill()
        with open_store(where) as store:
            assert told <= set(reports_in(store))
            assert is_whole(store)
    assert kills < len(told) < number
    with open_store(where, write=True) as store:
        outcome = add(store, find_reports([reports]), readers)
        assert told <= set(outcome.unchanged)
        assert backed_up(store, tmp_path) == kept(reports, tmp_path, readers)


# ------------------------------------------------------------------------------- the disk


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system that holds only so much; it grows with `mount -o remount`."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if not mount or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607


def test_the_disk_is_full(reports: Path, undisturbed: bytes, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        where = disk / "store"
        with adding(where, reports, *TEMPLATE) as process:
            told, said = process.communicate()
        assert process.returncode
        assert said == f"{where}: the disk is full; make room and run the command again; " + (
            "what was added is kept\n"
        )
        assert 0 < len(told.split()) < FEW
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)  # noqa: S607
        with open_store(where, write=True) as store:
            assert set(told.split()) <= set(reports_in(store))
            assert is_whole(store)
            add(store, find_reports([reports]), READERS)
            assert backed_up(store, tmp_path) == undisturbed


@pytest.fixture
def small(reports: Path, tmp_path: Path) -> Path:
    """A store of a few reports."""
    where = tmp_path / "small"
    with open_store(where, write=True) as store:
        add(store, find_reports([reports])[:9], READERS)
    return where


def test_two_writers_at_once(small: Path, reports: Path) -> None:
    with open_store(small, write=True), adding(small, reports, *TEMPLATE) as process:
        told, said = process.communicate()
    assert (told, process.returncode) == ("", 1)
    assert said.startswith(f"{small}: another process is writing to the store; ")
    assert said.count("\n") == 1


def test_a_reader_beside_a_writer(small: Path) -> None:
    with open_store(small, write=True) as writer, open_store(small) as reader:
        assert reports_in(reader) == reports_in(writer)


def test_a_store_of_another_version(small: Path) -> None:
    (small / MARK).write_text("7\n")
    with pytest.raises(StoreError, match=r"the store has format 7, this version .* has 1; restore"):
        open_store(small)


@pytest.mark.parametrize("write", [True, False])
def test_a_folder_that_is_no_store(tmp_path: Path, write: bool) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(tmp_path, write=write)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def damaged(folder: Path) -> Sequence[Path]:
    """The files of a store's tables and of its list of tables."""
    return [*folder.glob("*.sst"), *folder.glob("MANIFEST-*")]


@pytest.mark.parametrize("how", ["torn", "scrambled"])
def test_a_damaged_file_and_a_backup(small: Path, tmp_path: Path, how: str) -> None:
    with open_store(small) as store:
        saved = backed_up(store, tmp_path)
    files = damaged(small / QUADS)
    assert files
    for path in files:
        content = path.read_bytes()
        half = len(content) // 2
        path.write_bytes(content[:half] + (b"" if how == "torn" else bytes(len(content) - half)))
    with pytest.raises(StoreError, match=r"the store is damaged .*; kg restore a backup"):
        reports_in(Embedded(small, write=True))
    with pytest.raises(StoreError, match="the store is damaged"):
        check(Embedded(small, write=False), [])
    assert restore(tmp_path / "store.nq.gz", str(small), replace=True) == 9
    with open_store(small) as store:
        assert check(store, reports_in(store)) == ()
        assert backed_up(store, tmp_path) == saved


def test_a_backup_that_is_none_leaves_the_store_alone(small: Path, tmp_path: Path) -> None:
    with open_store(small) as store:
        whole = backed_up(store, tmp_path)
    for content in (b"letter", whole[: len(whole) // 2], b""):
        (tmp_path / "bad.nq.gz").write_bytes(content)
        with pytest.raises(Exception, match=r"bad\.nq\.gz: .* kg backup wrote"):
            restore(tmp_path / "bad.nq.gz", str(small), replace=True)
    with open_store(small) as store:
        assert backed_up(store, tmp_path) == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.nq.gz", "small", "store.nq.gz"]


# ------------------------------------------------------------------------------- the server


def test_the_server_goes_and_comes_back(reports: Path, undisturbed: bytes, tmp_path: Path) -> None:
    port, folder = free_port(), tmp_path / "data"
    url = f"http://127.0.0.1:{port}"
    server = start(port, folder)
    try:
        with adding(url, reports, *TEMPLATE) as process:
            for _ in range(2):
                acknowledged(process, 20)
                stop(server)
                time.sleep(0.3)
                server = start(port, folder)
            _, said = process.communicate()
        assert (process.returncode, said) == (0, "")
        with open_store(url) as store:
            assert len(reports_in(store)) == FEW
            assert backed_up(store, tmp_path) == undisturbed
    finally:
        stop(server)

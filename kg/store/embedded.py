"""A store in a folder: pyoxigraph on disk, one writer at a time.

The folder holds `football-kg-store`, which says in which format, and `quads`, the database. Each
change is one atomic update; what was written outlives the process, however it ends.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.interface import FORMAT, Change, other_format
from kg.store.memory import Memory

MARK = "football-kg-store"
DRAFT = ".football-kg-store"
QUADS = "quads"
SOON, SHARE = 500, 10  # changes after which the database is put in order: so many, or that share


class Embedded(Memory):
    """A folder of quads; `write` tells whether it may be made and changed."""

    def __init__(self, folder: Path, *, write: bool) -> None:
        """Open the store, or make it.

        Raises:
            StoreError: there is none, it is in use, damaged, or of another version.
        """
        if write and is_free(folder):
            make(folder)
        check_format(folder)
        self.write = write
        self.changes, self.in_order = 0, 0
        self._where = str(folder)
        with self._told():
            super().__init__(open_quads(folder / QUADS, write=write), str(folder))

    def apply(self, change: Change) -> None:
        """Write a change in one transaction.

        Now and then the database is put in order, or what is looked up in it would lie in more and
        more files. The more changes there were, the longer until the next time, so that the order
        costs each change the same.
        """
        super().apply(change)
        self.changes += 1
        if self.changes - self.in_order >= max(SOON, self.changes // SHARE):
            self.in_order = self.changes
            with self._told():
                self.quads.optimize()

    def close(self) -> None:
        """Let go of the folder, all that was written safe on the disk."""
        if self.write:
            with self._told():
                self.quads.flush()
        super().close()  # and the lock goes

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it; after an error nothing is flushed, since that could hide the error."""
        self.write = self.write and error is None
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell in one line what is wrong with the folder."""
        try:
            yield
        except OSError as error:
            raise StoreError(self.where, *fault(str(error))) from error
        except RuntimeError as error:  # as it says so, and as it says that a query is too much
            if "Corruption" not in str(error):
                raise
            raise StoreError(self.where, *fault(str(error))) from error


def fault(message: str) -> tuple[str, str]:
    """What is wrong, and what to do, when the database cannot go on."""
    if "/LOCK:" in message:
        return "another process is writing to the store", "wait for it, or give each its own store"
    if "No space left" in message or "File too large" in message:
        return "the disk is full", "make room and run the command again; what was added is kept"
    if "Permission denied" in message or "Read-only file system" in message:
        return "the store cannot be written to", "check the permissions of the folder"
    detail = " ".join(message.split())
    return f"the store is damaged ({detail})", "kg restore a backup of it with --replace"


def open_quads(path: Path, *, write: bool) -> ox.Store:
    """The database; whoever only reads finds one that was never written to as empty."""
    if write:
        return ox.Store(str(path))
    return ox.Store.read_only(str(path)) if path.exists() else ox.Store()


def is_free(folder: Path) -> bool:
    """Whether a store can be made there: nothing is there, or nothing but a draft of the mark."""
    if not folder.exists():
        return True
    return folder.is_dir() and all(path.name == DRAFT for path in folder.iterdir())


def make(folder: Path) -> None:
    """Make the folder of a new store; the mark comes at once and whole."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DRAFT).write_text(f"{FORMAT}\n", encoding="ascii")
        (folder / DRAFT).replace(folder / MARK)
    except OSError as error:
        what = f"no store can be made here ({(error.strerror or str(error)).lower()})"
        raise StoreError(str(folder), what, "name a folder you may write to") from None


def check_format(folder: Path) -> None:
    """Make sure that the folder is a store, and one of this version.

    Raises:
        StoreError: it is not.
    """
    try:
        form = (folder / MARK).read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        what = "there is no store here"
        raise StoreError(
            str(folder), what, f"make one: kg add REPORT... --store {folder}"
        ) from None
    if form != FORMAT:
        raise other_format(str(folder), form[:20])


def remove(folder: Path) -> None:
    """Remove a store's folder, in whatever state; another folder is left alone.

    Raises:
        StoreError: the folder is no store.
    """
    if not (folder / MARK).is_file():
        raise StoreError(str(folder), "this folder is no store", "name a store, or a new folder")
    shutil.rmtree(folder)

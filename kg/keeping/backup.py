"""A store as one file and back: N-Quads, compressed, graph by graph in a stable order.

The file is the archive: it holds every graph of a store, be it a folder or on a server, and any RDF
tool can read it. Equal stores give equal bytes.
"""

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.keeping.kept import reports_in
from kg.store import Store, is_remote, open_store
from kg.store.embedded import is_free, remove

SUFFIX = ".nq.gz"
HEAD = b"# football-kg store, format 1\n"
REMEDY = "give a file that kg backup wrote"


def backup(store: Store, path: Path) -> int:
    """Write all of a store into a file, or leave the file as it was; gives the number of reports.

    Raises:
        InputError: the file cannot be written, or the store cannot be read.
    """
    if not path.name.endswith(SUFFIX):
        raise InputError(str(path), "a backup is compressed N-Quads", f"name it NAME{SUFFIX}")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # No name and no time in the head of the file, so that equal stores give equal bytes.
        with (
            draft.open("wb") as file,
            gzip.GzipFile(fileobj=file, mode="wb", filename="", mtime=0) as packed,
        ):
            packed.write(HEAD)
            for graph in store.graphs():
                lines = sorted(f"{triple} <{graph}> .\n" for triple in store.triples(graph))
                packed.write("".join(lines).encode())
        draft.replace(path)
    except OSError as error:
        what = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise InputError(str(path), what, "name a file in a folder you may write to") from None
    finally:
        draft.unlink(missing_ok=True)
    return len(reports_in(store))


def restore(path: Path, where: str, *, replace: bool) -> int:
    """Make a store of a backup; gives the number of reports.

    A folder is made anew beside the old one, which goes, damaged or not, only when all is there.

    Raises:
        InputError: the file is no backup, or damaged; or there is a store already, and it is not
            to be replaced.
    """
    if is_remote(where):
        with open_store(where, write=True) as store:
            if store.graphs() and not replace:
                raise _occupied(where)
            store.clear()
            store.fill(read_backup(path))
            return len(reports_in(store))
    folder = Path(where)
    if not is_free(folder) and not replace:
        raise _occupied(where)
    fresh = folder.with_name(f"{folder.name}.restoring")
    if not is_free(fresh):
        remove(fresh)  # of a restoring that was stopped
    try:
        with open_store(fresh, write=True) as store:
            store.fill(read_backup(path))
            reports = len(reports_in(store))
        if not is_free(folder):
            remove(folder)
    except InputError:
        remove(fresh)
        raise
    fresh.replace(folder)
    return reports


def read_backup(path: Path) -> Iterator[ox.Quad]:
    """The quads of a backup, those of one graph together.

    Raises:
        InputError: the file is missing, damaged, of another version, or no backup.
    """
    try:
        with gzip.open(path, "rb") as packed:
            if packed.readline() != HEAD:
                raise InputError(str(path), "this is no backup of this version", REMEDY)
            yield from ox.parse(io.BufferedReader(packed), format=ox.RdfFormat.N_QUADS)
    except FileNotFoundError:
        raise InputError(str(path), "there is no such file", REMEDY) from None
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        what = f"the backup cannot be read ({' '.join(str(error).split())})"
        raise InputError(str(path), what, REMEDY) from None


def _occupied(where: str) -> InputError:
    what = "there is a store already"
    return InputError(where, what, "name a new one, or give --replace and lose this one")

"""The arguments that commands share, and the check of the files to be written."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import InputError

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.store import Store

Reports = Annotated[
    list[Path],
    typer.Argument(
        metavar="REPORT", help="UTF-8 text files, folders of .txt files, or - for stdin."
    ),
]
GraphFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A graph: .ttl .trig .nt .nq .jsonld .rdf")
]
GraphFileOrStore = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="A graph: .ttl .trig .nt .nq .jsonld .rdf")
]
StoreName = Annotated[
    str,
    typer.Option("--store", metavar="STORE", help="A folder, or the URL of a SPARQL server."),
]
StoreInstead = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="Instead of a file: a folder, or a URL."),
]
Processes = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="How many read at once, else one for each processor."),
]
FailuresFile = Annotated[
    Path | None,
    typer.Option("--failures", metavar="FILE", help="Write what failed, and why, as CSV."),
]
Names = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", exists=True, file_okay=False, help="Names of your own: see kg names import."
    ),
]
NoNames = Annotated[
    bool, typer.Option("--no-names", help="Read without the clubs and competitions that ship here.")
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed spaCy pipeline to read with instead."),
]


@contextmanager
def graph_of(file: Path | None, store: str | None) -> "Iterator[Dataset | Store]":
    """The graph in a file, or in a store, whichever is given.

    Raises:
        InputError: none is given, or both.
    """
    if (file is None) == (store is None):
        what = "it is not clear which graph is meant"
        raise InputError("kg", what, "give either a file or --store and a store")
    if file is not None:
        from kg.rdf.files import read_dataset

        yield read_dataset(file)
    elif store is not None:
        from kg.store import open_store

        with open_store(store) as opened:
            yield opened


def check_targets(paths: Sequence[Path], suffixes: Collection[str]) -> None:
    """Refuse, before any work is done, a file that could not be written at the end.

    Raises:
        InputError: The suffix names no known format, or the folder is not there.
    """
    for path in paths:
        if path.suffix.lower() not in suffixes:
            raise InputError(
                str(path),
                f'no format is called "{path.suffix}"',
                f"let the name end in one of {' '.join(sorted(suffixes))}",
            )
        if not path.parent.is_dir():
            raise InputError(
                str(path), f"there is no folder {path.parent}", "make it, or name another file"
            )

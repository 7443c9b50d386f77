"""The arguments that commands share, and the check of the files to be written."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import InputError

Reports = Annotated[
    list[Path],
    typer.Argument(
        metavar="REPORT...", help="UTF-8 text files, folders of .txt files, or - for stdin."
    ),
]
GraphFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A graph: .ttl .trig .nt .nq .jsonld .rdf")
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


def check_targets(paths: Sequence[Path], suffixes: Collection[str]) -> None:
    """Refuse, before any work is done, a file that could not be written at the end.

    Raises:
        InputError: The suffix names no known format, or the folder is not there.
    """
    for path in paths:
        if path.suffix not in suffixes:
            raise InputError(
                str(path),
                f'no format is called "{path.suffix}"',
                f"let the name end in one of {' '.join(sorted(suffixes))}",
            )
        if not path.parent.is_dir():
            raise InputError(
                str(path), f"there is no folder {path.parent}", "make it, or name another file"
            )

"""`kg names import`: known clubs and grounds from files a user has."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import Terminal, print_result

names = typer.Typer(
    name="names", help="Bring names of your own.", no_args_is_help=True, rich_markup_mode=None
)


@names.callback()
def root() -> None:
    """Bring names of your own: known names help the reader, and are never needed."""


@names.command(
    "import", epilog="\b\nExamples:\n  kg names import clubs.txt stadiums.txt --out names"
)
def import_names(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="openfootball text, or CSV.")
    ],
    out: Annotated[Path, typer.Option(file_okay=False, help="The folder of the tables.")],
) -> None:
    """Read clubs and grounds from openfootball's text, or CSV."""
    from kg.names import importing

    terminal: Terminal = context.obj
    found = importing.import_names(files)
    for unread in found.unread:
        terminal.detail(f"{unread.file}:{unread.line}: {unread.reason}: {unread.text}")
    print_result(*(str(path) for path in importing.write_names(found, out)))
    terminal.note(
        f"{len(found.clubs)} clubs and {len(found.grounds)} grounds from {found.lines} lines, "
        f"{len(found.unread)} not read"
    )

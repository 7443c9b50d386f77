"""`kg backup`, `kg restore`, `kg check-store`: a store is kept safe."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import StoreName
from kg.cli.terminal import FAULTY, Terminal, print_result

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="A file named NAME.nq.gz")]


def backup(context: typer.Context, file: BackupFile, *, store: StoreName) -> None:
    """Write all of a store into one file."""
    from kg.keeping.backup import backup as write_backup
    from kg.store import open_store

    terminal: Terminal = context.obj
    with open_store(store) as opened:
        reports = write_backup(opened, file)
    terminal.note(f"wrote {file}, {reports} reports")


def restore(
    context: typer.Context,
    file: BackupFile,
    *,
    store: StoreName,
    replace: Annotated[
        bool, typer.Option("--replace", help="Even if there is a store, damaged or not.")
    ] = False,
) -> None:
    """Make a store of a backup."""
    from kg.keeping.backup import restore as read_backup

    terminal: Terminal = context.obj
    reports = read_backup(file, store, replace=replace)
    terminal.note(f"{store}: {reports} reports")


def check_store(context: typer.Context, store: StoreName) -> None:
    """Check that a store holds what its reports say."""
    from kg.keeping.check import check
    from kg.keeping.kept import reports_in
    from kg.store import open_store

    terminal: Terminal = context.obj
    with open_store(store) as opened:
        reports = reports_in(opened)
        with terminal.progress("checking", len(reports)) as on_report:
            faults = check(opened, reports, on_report)
    print_result(*(str(fault) for fault in faults))
    terminal.note(f"{store}: {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}")
    if faults:
        raise typer.Exit(FAULTY)

"""`kg add`, `kg remove`: reports come into a store and go."""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import FailuresFile, Model, Names, NoNames, Processes, Reports, StoreName
from kg.cli.terminal import FAULTY, Terminal

if TYPE_CHECKING:
    from kg.keeping.batch import Outcome
    from kg.keeping.workers import Failure, Manner

ENOUGH = 20  # reports for which it pays to start processes that read


def add(
    context: typer.Context,
    reports: Reports,
    *,
    store: StoreName,
    processes: Processes = None,
    failures: FailuresFile = None,
    names: Names = None,
    no_names: NoNames = False,
    model: Model = None,
) -> None:
    """Add reports to a store.

    One of the same name is replaced, an unchanged one left alone, and one that cannot be read stops
    no other. After an interruption, the same command goes on where it was.
    """
    terminal: Terminal = context.obj
    outcome = add_all(terminal, reports, store, manner_of(names, no_names, model), processes)
    terminal.note(*told(outcome))
    if failures:
        write_failures(failures, outcome.failed)
        terminal.note(f"wrote {failures}")
    if outcome.failed:
        raise typer.Exit(FAULTY)


def manner_of(names: Path | None, no_names: bool, model: str | None) -> "Manner":
    """How the options say that reports are read."""
    from kg.keeping.kept import Names as NamesUsed
    from kg.keeping.workers import Manner

    folder = str(names.resolve()) if names else ""
    return Manner(NamesUsed(not no_names, folder, model or ""))


def add_all(
    terminal: Terminal,
    reports: Iterable[Path],
    where: str,
    manner: "Manner",
    processes: int | None = None,
) -> "Outcome":
    """Add the reports at some paths, with a progress bar."""
    from kg.keeping.batch import add as add_batch
    from kg.keeping.workers import Readers
    from kg.report import find_reports
    from kg.store import open_store

    paths = find_reports(reports)
    usual = (os.cpu_count() or 1) if len(paths) >= ENOUGH else 1
    readers = Readers(manner, processes or usual)
    with (
        open_store(where, write=True) as store,
        terminal.progress("adding", len(paths)) as on_report,
    ):
        return add_batch(store, paths, readers, on_report)


def told(outcome: "Outcome") -> Iterable[str]:
    """What became of the reports, in words: first the failures, then how many."""
    yield from (str(failure) for failure in outcome.failed)
    counts = {
        "added": len(outcome.added),
        "replaced": len(outcome.replaced),
        "unchanged": len(outcome.unchanged),
        "failed": len(outcome.failed),
    }
    yield ", ".join(f"{number} {word}" for word, number in counts.items() if number)


def write_failures(path: Path, failures: "Iterable[Failure]") -> None:
    """Write a row for each report that failed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("report", "what", "remedy"))
        writer.writerows((one.report, one.what, one.remedy) for one in failures)


def remove(
    context: typer.Context,
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT", help="Names of reports: see kg list.")
    ],
    *,
    store: StoreName,
) -> None:
    """Take reports out of a store."""
    from kg.keeping.batch import remove as remove_batch
    from kg.store import open_store

    terminal: Terminal = context.obj
    with (
        open_store(store, write=True) as opened,
        terminal.progress("removing", len(reports)) as on_report,
    ):
        remove_batch(opened, reports, on_report)
    terminal.note(f"{len(reports)} removed")

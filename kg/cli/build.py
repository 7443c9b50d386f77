"""`kg build`, `kg extract`: from reports to graphs."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.add import add_all, manner_of, told
from kg.cli.arguments import Model, Names, NoNames, Reports, check_targets
from kg.cli.export import export
from kg.cli.terminal import FAULTY, Terminal
from kg.cli.validate import is_broken, to_sentence, verdict
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.facts.base import Rejected

VIOLATIONS_SHOWN = 10


def build(
    context: typer.Context,
    reports: Reports,
    *,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output",
            "-o",
            help=".ttl .nt .rdf .jsonld .csv: the facts; .trig .nq: with evidence. Repeatable.",
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar="STORE",
            help="Add the reports to a store as kg add does, and write what it has.",
        ),
    ] = None,
    names: Names = None,
    no_names: NoNames = False,
    model: Model = None,
) -> None:
    """Build one graph from match reports, check it, and show it."""
    from kg import pipeline
    from kg.cli.summary import left_out, summary
    from kg.rdf.files import FORMATS, write_dataset
    from kg.report import find_reports
    from kg.validate import validate

    terminal: Terminal = context.obj
    targets = output or []
    check_targets(targets, FORMATS)
    if store is not None:
        outcome = add_all(terminal, reports, store, manner_of(names, no_names, model))
        terminal.note(*told(outcome))
        export(context, store=store, output=targets)
        raise typer.Exit(FAULTY if outcome.failed else 0)
    paths = find_reports(reports)
    with terminal.progress("reading", len(paths)) as on_report:
        built = pipeline.build(
            paths, names=not no_names, more_names=names, model=model, on_report=on_report
        )
    violations = validate(built.dataset)
    for path in targets:
        write_dataset(built.dataset, path)

    terminal.note(*summary(built.dataset, len(built.readings)))
    terminal.note(*left_out(unused for reading in built.readings for unused in reading.unused))
    for reading in built.readings:
        if not reading.matches:
            terminal.note(_no_match(reading.report.source))
        for unused in reading.unused:
            terminal.detail(f"{reading.report.id}: not used: {unused}")
    shown = None if terminal.verbose else VIOLATIONS_SHOWN
    terminal.note(*(to_sentence(violation) for violation in violations[:shown]))
    terminal.note(verdict(violations), *(f"wrote {path}" for path in targets))
    if is_broken(violations):
        raise typer.Exit(FAULTY)


def extract(
    context: typer.Context,
    reports: Reports,
    *,
    out: Annotated[
        Path, typer.Option(metavar="DIR", file_okay=False, help="The folder of the graphs.")
    ],
    names: Names = None,
    no_names: NoNames = False,
    model: Model = None,
) -> None:
    """Write one graph per report: DIR/REPORT.ttl."""
    from kg import pipeline
    from kg.cli.summary import left_out
    from kg.rdf.files import write_dataset
    from kg.report import find_reports

    terminal: Terminal = context.obj
    paths = find_reports(reports)
    _check_distinct(paths)
    out.mkdir(parents=True, exist_ok=True)
    unused: list[Rejected] = []
    with terminal.progress("reading", len(paths)) as on_report:
        graphs = pipeline.build_each(
            paths, names=not no_names, more_names=names, model=model, on_report=on_report
        )
        for path, built in zip(paths, graphs, strict=True):
            target = out / f"{_stem(path)}.ttl"
            write_dataset(built.dataset, target)
            unused += (one for reading in built.readings for one in reading.unused)
            if not any(reading.matches for reading in built.readings):
                terminal.note(f"{_no_match(str(path))} {target} is empty.")
    terminal.note(*left_out(unused))
    terminal.note(f"wrote {len(paths)} graphs to {out}")


def _no_match(source: str) -> str:
    return f"{source}: No football match was found in this text."


def _stem(path: Path) -> str:
    return "stdin" if str(path) == "-" else path.stem


def _check_distinct(paths: tuple[Path, ...]) -> None:
    for stem, count in Counter(map(_stem, paths)).items():
        if count > 1:
            raise InputError(
                f"{stem}.ttl", f"{count} reports would be written to it", "rename the others"
            )

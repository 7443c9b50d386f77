"""`kg coverage`: the sentences that look like football events and told nothing."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import Model, Reports
from kg.cli.tables import TableFormat, print_rows
from kg.cli.terminal import Terminal

if TYPE_CHECKING:
    from kg.look import Silent


def coverage(
    context: typer.Context,
    reports: Reports,
    *,
    csv_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Also write every sentence here.")
    ] = None,
    form: TableFormat = None,
    model: Model = None,
) -> None:
    """List what looks like a football event and gave no fact."""
    from kg.look import look, silent
    from kg.pipeline import known_names, reader_for
    from kg.report import find_reports, read_report

    terminal: Terminal = context.obj
    known = known_names()
    reader = reader_for(known, model)
    paths = find_reports(reports)
    found: list[Silent] = []
    with terminal.progress("reading", len(paths)) as on_report:
        for path in paths:
            report = read_report(path)
            found += silent(report, look(report, reader, known))
            on_report(report.id)
    print_rows(("trigger", "count", "nearest_phrasing", "example"), _grouped(found), form)
    sentences = {(one.report, one.sentence) for one in found}
    count = f"{len(sentences)} sentences in {len(paths)} reports"
    terminal.note(f"{count} look like football events and gave no fact")
    if csv_file:
        _write_csv(csv_file, found)
        terminal.note(f"wrote {csv_file}")


def _grouped(found: "Iterable[Silent]") -> list[tuple[str, str, str, str]]:
    """A row for each trigger, the most frequent first, with a sentence to start from."""
    groups: dict[str, list[Silent]] = {}
    for one in found:
        groups.setdefault(one.trigger, []).append(one)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [
        (trigger, str(len(group)), _commonest(_nearest(one) for one in group), group[0].sentence)
        for trigger, group in ordered
    ]


def _nearest(one: "Silent") -> str:
    return f"{one.nearest.kind}: {one.nearest.name} ({', '.join(one.nearest.unmet)})"


def _commonest(values: Iterable[str]) -> str:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value))


def _write_csv(path: Path, found: "Iterable[Silent]") -> None:
    """Write a row for each frame that gave nothing."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("report", "trigger", "kind", "phrasing", "unmet", "sentence"))
        for one in found:
            near = one.nearest
            unmet = " ".join(near.unmet)
            writer.writerow((one.report, one.trigger, near.kind, near.name, unmet, one.sentence))

"""`kg score`: how right a graph is, by facts that a careful reader has written down."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.arguments import Model, Names, NoNames
from kg.cli.tables import TableFormat, print_rows
from kg.cli.terminal import Terminal, print_result

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.score import Compared, Score, Tally

Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="GRAPH|REPORT",
        help="Graphs of one report each (ID.ttl), reports (ID.txt), or folders of either.",
    ),
]
GoldFolder = Annotated[
    Path, typer.Option(metavar="DIR", help="The folder of gold facts: ID.json per report.")
]
COLUMNS = (
    *("precision", "recall", "f1"),
    *("rows_precision", "rows_recall", "rows_f1", "whole_rows"),
)
ALL = "all"


def score(
    context: typer.Context,
    sources: Sources,
    *,
    gold: GoldFolder,
    by_report: Annotated[bool, typer.Option("--by-report", help="Also a line per report.")] = False,
    show: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help='List what is missed and wrong in a report, or "all".'),
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Also write every figure here.")
    ] = None,
    form: TableFormat = None,
    names: Names = None,
    no_names: NoNames = False,
    model: Model = None,
) -> None:
    """Compare graphs with gold facts: precision, recall and F1."""
    from kg.score import TABLES, read_gold
    from kg.score import score as score_of

    terminal: Terminal = context.obj
    wanted = read_gold(gold)
    ids = {one.id for one in wanted}
    given = [path for path in files_of(sources) if path.stem in ids]
    options = {"names": not no_names, "more_names": names, "model": model}
    with terminal.progress("reading", len(given)) as on_graph:
        graphs = graphs_of(given, on_graph, options)
    found = score_of(wanted, graphs)
    for row in found.compared:
        if show and (ALL in show or row.report in show):
            print_result(*notes(row))
    lines = {table.name: found.of(table=table) for table in TABLES}
    if by_report:
        lines |= {report: found.of(report=report) for report in found.reports}
    print_rows(("table", *COLUMNS), [(name, *cells(part)) for name, part in lines.items()], form)
    if found.absent:
        terminal.note(f"no graph for {', '.join(found.absent)}")
    terminal.note(in_words(found))
    if json_file:
        json_file.write_text(json.dumps(figures(found, lines), indent=1) + "\n", encoding="utf-8")
        terminal.note(f"wrote {json_file}")


def files_of(sources: Sequence[Path]) -> tuple[Path, ...]:
    """The graphs and reports given; of a folder its graphs, or if it has none its reports.

    Raises:
        InputError: a file or folder is not there, or a folder is empty.
    """
    from kg.rdf.files import FORMATS_READ
    from kg.report import find_reports

    found: list[Path] = []
    for source in sources:
        inside = sorted(source.iterdir()) if source.is_dir() else [source]
        graphs = [path for path in inside if path.suffix.lower() in FORMATS_READ]
        found += graphs or find_reports([source])
    return tuple(found)


def graphs_of(
    paths: Sequence[Path], on_graph: Callable[[str], None], options: Mapping[str, Any]
) -> dict[str, "Dataset"]:
    """The graphs in files and those of reports, which are read together, by the names of files."""
    from kg.pipeline import build_each
    from kg.rdf.files import FORMATS_READ, read_dataset

    graphs = {}
    reports = [path for path in paths if path.suffix.lower() not in FORMATS_READ]
    for path in paths:
        if path not in reports:
            graphs[path.stem] = read_dataset(path)
            on_graph(path.stem)
    built_each = build_each(reports, on_report=on_graph, **options)
    read = zip(reports, built_each, strict=True)
    return graphs | {path.stem: built.dataset for path, built in read}


def notes(row: "Compared") -> Iterator[str]:
    """What is missed and wrong in one row, a line each."""
    told = row.gold or row.found or {}
    if row.gold is None or row.found is None:
        filled = ", ".join(f"{name}={told[name]}" for name in columns_of(row) if told.get(name))
        fault = "missed" if row.found is None else "wrong"
        yield f"{row.report}: {fault} {row.table.name} {filled}"
        return
    key = ", ".join(f"{name}={told.get(name)}" for name in row.table.key)
    for name, right in row.columns.items():
        if not right:
            says = f"{name} {row.gold.get(name)}, graph says {row.found.get(name)}"
            yield f"{row.report}: differs {row.table.name} {key}: {says}"


def columns_of(row: "Compared") -> tuple[str, ...]:
    """The columns that a row has."""
    return (*row.table.key, *row.table.scored)


def cells(part: "Score") -> tuple[str, ...]:
    """The figures of a line."""
    facts, rows, (right, wanted) = part.facts, part.rows, part.whole
    shares = (facts.precision, facts.recall, facts.f1, rows.precision, rows.recall, rows.f1)
    return (*(f"{share:.3f}" for share in shares), f"{right}/{wanted}")


def in_words(found: "Score") -> str:
    """The figures of everything, in a line."""
    facts, reports = found.facts, len(found.reports)
    return (
        f"{reports} {'report' if reports == 1 else 'reports'}: "
        f"{facts.right} facts right, {facts.wrong} wrong, {facts.missed} missed; precision "
        f"{facts.precision:.3f}, recall {facts.recall:.3f}, F1 {facts.f1:.3f}"
    )


def figures(found: "Score", lines: "dict[str, Score]") -> dict[str, object]:
    """Every figure, for programs: of everything, of each table, of each report."""
    tables = {name: part for name, part in lines.items() if name not in found.reports}
    return {
        "overall": of_tally(found.facts),
        "absent": found.absent,
        "tables": {
            name: {
                "facts": of_tally(part.facts),
                "rows": of_tally(part.rows),
                "whole_rows": dict(zip(("right", "all"), part.whole, strict=True)),
            }
            for name, part in tables.items()
        },
        "reports": {report: of_tally(found.of(report=report).facts) for report in found.reports},
    }


def of_tally(tally: "Tally") -> dict[str, float]:
    """The figures of a count."""
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"right": tally.right, "wrong": tally.wrong, "missed": tally.missed}
    return {**{name: round(share, 4) for name, share in shares.items()}, **counts}

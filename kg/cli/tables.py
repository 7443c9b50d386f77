"""A table of answers as text: for a terminal, a pipe, a spreadsheet, a program, a web page."""

import csv
import io
import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.terminal import console, print_result

Row = Sequence[str | None]  # None: the graph does not say
Line = tuple[str, ...]

GAP = 2  # characters between the columns of a table


class Format(StrEnum):
    """How the rows of an answer are written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


TableFormat = Annotated[
    Format | None,
    typer.Option("--format", help="Else a table in a terminal, tab-separated in a pipe."),
]


def print_rows(columns: Sequence[str], rows: Sequence[Row], form: Format | None = None) -> None:
    """Print rows on stdout; with no form named, a table in a terminal and TSV in a pipe."""
    out = console()
    if form is None:
        form = Format.TABLE if out.is_terminal else Format.TSV
    if form is Format.TABLE and out.is_terminal:
        _print_rich(columns, rows)
    else:
        typer.echo(to_text(columns, rows, form))


def to_text(columns: Sequence[str], rows: Sequence[Row], form: Format) -> str:
    """The rows as plain text, the column names first; what the graph does not say is empty."""
    if form is Format.JSON:
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        return json.dumps(records, ensure_ascii=False, indent=2)
    writers = {
        Format.TABLE: _aligned,
        Format.CSV: _comma_separated,
        Format.TSV: _tab_separated,
        Format.MD: _markdown,
    }
    return writers[form]([tuple(columns), *(tuple(cell or "" for cell in row) for row in rows)])


def _aligned(lines: Sequence[Line]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (map(str.ljust, line, widths) for line in lines)
    return "\n".join("  ".join(cells).rstrip() for cells in padded)


def _comma_separated(lines: Sequence[Line]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().removesuffix("\n")


def _tab_separated(lines: Sequence[Line]) -> str:
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _markdown(lines: Sequence[Line]) -> str:
    header, *rest = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    rule = ["---"] * len(header)
    return "\n".join(f"| {' | '.join(line)} |" for line in (header, rule, *rest))


def _print_rich(columns: Sequence[str], rows: Sequence[Row]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    if not (columns and rows):
        return
    out = console()
    headers = [column.replace("_", " ") for column in columns]
    cells = [[row[number] or "" for row in rows] for number in range(len(columns))]
    widths = _fitted([[head, *told] for head, told in zip(headers, cells, strict=True)], out.width)
    if not widths:
        _print_records(headers, rows)
        return
    table = Table(
        box=SIMPLE_HEAD, header_style="bold", show_edge=False, pad_edge=False, padding=(0, 1, 0, 0)
    )
    for head, told, width in zip(headers, cells, widths, strict=True):
        numbers = "".join(told).isdecimal()
        table.add_column(head, justify="right" if numbers else "left", width=width)
    for row in rows:
        table.add_row(*(cell or "" for cell in row))
    out.print(table)


def _fitted(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths at which no word is broken and all columns fit; none if that cannot be."""
    wanted = [max(map(len, cells)) for cells in columns]
    widths = [max(len(word) for cell in cells for word in cell.split()) for cells in columns]
    spare = room - sum(widths) - GAP * (len(columns) - 1)
    if spare < 0:
        return []
    for _ in range(spare):
        lacking = [full - width for full, width in zip(wanted, widths, strict=True)]
        widths[lacking.index(max(lacking))] += min(1, max(lacking))
    return widths


def _print_records(headers: Sequence[str], rows: Sequence[Row]) -> None:
    """Print each row as a paragraph, with a line for each thing told."""
    from rich.text import Text

    width = max(map(len, headers))
    for number, row in enumerate(rows):
        if number:
            print_result("")
        print_result(
            *(
                Text.assemble((f"{head:{width}}", "bold"), f"  {cell}")
                for head, cell in zip(headers, row, strict=True)
                if cell
            )
        )

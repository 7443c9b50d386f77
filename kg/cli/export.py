"""`kg export`: the graph in another format."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import GraphFile, check_targets
from kg.cli.terminal import Terminal


def export(
    context: typer.Context,
    file: GraphFile,
    output: Annotated[
        list[Path],
        typer.Option(
            "--output", "-o", help=".ttl .trig .nt .nq .jsonld .rdf .csv; may be repeated."
        ),
    ],
) -> None:
    """Write a graph in another format.

    .trig and .nq hold the evidence too; the other formats hold each accepted fact once.
    """
    from kg import rdf_files

    terminal: Terminal = context.obj
    check_targets(output, rdf_files.FORMATS)
    dataset = rdf_files.read_dataset(file)
    for path in output:
        rdf_files.write_dataset(dataset, path)
        terminal.note(f"wrote {path}")

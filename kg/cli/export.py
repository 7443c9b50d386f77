"""`kg export`: the graph in another format."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import GraphFileOrStore, StoreInstead, check_targets, graph_of
from kg.cli.terminal import Terminal


def export(
    context: typer.Context,
    file: GraphFileOrStore = None,
    *,
    output: Annotated[
        list[Path],
        typer.Option(
            "--output", "-o", help=".ttl .trig .nt .nq .jsonld .rdf .csv; may be repeated."
        ),
    ],
    store: StoreInstead = None,
) -> None:
    """Write a graph in another format.

    .trig and .nq hold the evidence too; the other formats hold each accepted fact once.
    """
    from rdflib import Dataset

    from kg.rdf.files import FORMATS, write_dataset
    from kg.store.files import write_store

    terminal: Terminal = context.obj
    check_targets(output, FORMATS)
    with graph_of(file, store) as graph:
        for path in output:
            if isinstance(graph, Dataset):
                write_dataset(graph, path)
            else:
                write_store(graph, path)
            terminal.note(f"wrote {path}")

"""`kg draw`: the graph as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import GraphFile, check_targets
from kg.cli.terminal import Terminal


def draw(
    context: typer.Context,
    file: GraphFile,
    output: Annotated[
        list[Path],
        typer.Option("--output", "-o", help=".svg .png .html .graphml .gexf; may be repeated."),
    ],
    match: Annotated[
        str | None, typer.Option(help="Draw one match: its IRI, or the end of it.")
    ] = None,
) -> None:
    """Draw goals, assists, cards, and who plays for whom."""
    from kg import picture
    from kg.rdf.files import read_dataset

    terminal: Terminal = context.obj
    check_targets(output, picture.FORMATS)
    dataset = read_dataset(file)
    for path in output:
        picture.draw(dataset, path, match=match)
        terminal.note(f"wrote {path}")

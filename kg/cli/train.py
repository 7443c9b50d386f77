"""`kg train`: make the English pipeline that ships with the package again."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import Terminal, print_result


def train(
    context: typer.Context,
    treebanks: Annotated[
        Path,
        typer.Option(exists=True, file_okay=False, help="A folder of *-train and *-dev .conllu."),
    ],
    out: Annotated[Path, typer.Option(file_okay=False, help="Where the pipeline is written.")],
    max_steps: Annotated[
        int | None, typer.Option(min=1, help="Stop after so many steps (for a trial).")
    ] = None,
) -> None:
    """Train the English pipeline that reads the reports."""
    from kg import training

    terminal: Terminal = context.obj
    terminal.note(f"training on {treebanks}; this takes about an hour on one core")
    print_result(str(training.train(treebanks, out, max_steps=max_steps)))

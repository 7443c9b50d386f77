"""`kg train`: make again what the package has learnt."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import Terminal, print_result
from kg.errors import InputError


def train(
    context: typer.Context,
    out: Annotated[Path, typer.Option(file_okay=False, help="Where the result is written.")],
    treebanks: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="A folder of *-train and *-dev .conllu."),
    ] = None,
    passages: Annotated[
        Path | None,
        typer.Option(exists=True, file_okay=False, help="A folder of labelled reports."),
    ] = None,
    max_steps: Annotated[
        int | None, typer.Option(min=1, help="Stop the pipeline after so many steps (for a trial).")
    ] = None,
) -> None:
    """Train the English pipeline, or learn from labelled reports."""
    terminal: Terminal = context.obj
    if treebanks is None and passages is None:
        raise InputError("kg train", "nothing to learn from", "give --treebanks or --passages")
    if treebanks is not None:
        from kg.training import pipeline

        terminal.note(f"training on {treebanks}; this takes about an hour on one core")
        print_result(str(pipeline.train(treebanks, out, max_steps=max_steps)))
    if passages is not None:
        from kg.pipeline import known_names, reader_for

        try:
            from kg.training import team_names, teammates
        except ImportError as error:
            remedy = 'install it with pip install "football-kg[train]"'
            raise InputError("scikit-learn", "is not installed", remedy) from error
        known = known_names()
        reader = reader_for(known)
        team_names.train(passages, out, reader)
        print_result(str(teammates.train(passages, out, reader, known)))

"""`kg calibrate`: whether facts are right as often as their confidence says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.score import GoldFolder, Sources, files_of
from kg.cli.tables import TableFormat, print_rows
from kg.cli.terminal import Terminal
from kg.errors import InputError

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.score.calibration import Group


def calibrate(
    context: typer.Context,
    sources: Sources,
    *,
    gold: GoldFolder,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Draw the curve: .svg .png .pdf")
    ] = None,
    fit: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Measure anew: write the curves of kg/lexicon here."),
    ] = None,
    form: TableFormat = None,
) -> None:
    """Measure how often facts of each confidence are right."""
    from kg.score import read_gold, score
    from kg.score.calibration import draw, error, observe, reliability
    from kg.score.curves import fit_curves, to_toml

    terminal: Terminal = context.obj
    wanted = {one.id: one for one in read_gold(gold)}
    given = [path for path in files_of(sources) if path.stem in wanted]
    graphs = {}
    with terminal.progress("reading", len(given)) as on_graph:
        for path in given:
            graphs[path.stem] = _graph(path, measured=fit is None)
            on_graph(path.stem)
    found = score([wanted[stem] for stem in sorted(graphs)], graphs)
    said = tuple(observe(found.compared, graphs))
    if not said:
        what, remedy = "the graphs hold no evidence", "give reports, or .trig files"
        raise InputError("kg calibrate", what, remedy)
    groups = reliability(said)
    columns = ("from", "to", "facts", "mean_confidence", "share_right")
    print_rows(columns, [_cells(group) for group in groups], form)
    apart = f"{error(groups):.3f} apart on average"
    terminal.note(f"{len(said)} facts: confidence and share right are {apart}")
    if output:
        draw(groups, output)
        terminal.note(f"wrote {output}")
    if fit:
        fit.write_text(to_toml(fit_curves(said), len(graphs)), encoding="utf-8")
        terminal.note(f"wrote {fit}")


def _graph(path: Path, *, measured: bool) -> "Dataset":
    """The graph in a file, or that of a report; with its confidences as measured, or as read."""
    from kg.fuse import fuse
    from kg.graph import build_graph
    from kg.pipeline import known_names, read, reader_for
    from kg.rdf.files import FORMATS_READ, read_dataset
    from kg.report import read_report

    if path.suffix.lower() in FORMATS_READ:
        return read_dataset(path)
    known = known_names()
    reading = read(read_report(path), reader_for(known), known)
    return build_graph(fuse([reading], known), measured=measured)


def _cells(group: "Group") -> tuple[str, ...]:
    figures = (group.low, group.high, group.said, group.right)
    low, high, said, right = (f"{figure:.2f}" for figure in figures)
    return low, high, str(group.count), said, right

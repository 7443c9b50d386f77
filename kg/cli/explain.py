"""`kg explain`: why a graph says so, or how a sentence is read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import Model, StoreInstead, graph_of
from kg.cli.look import explain_text
from kg.cli.terminal import Terminal, print_result
from kg.errors import InputError

if TYPE_CHECKING:
    from rich.text import Text

    from kg.explain import Explanation, Told


def explain(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="A graph with evidence: .trig .nq; not with --store."),
    ] = None,
    node: Annotated[
        str | None,
        typer.Argument(metavar="NODE", help='A name, an IRI, or the end of one ("goal-1").'),
    ] = None,
    *,
    store: StoreInstead = None,
    text: Annotated[
        str | None, typer.Option(metavar="SENTENCE", help="Show instead how a sentence is read.")
    ] = None,
    model: Model = None,
) -> None:
    """Show why the graph says so: the sentences behind a node."""
    if text is not None and file is None and store is None:
        explain_text(text, model)
    elif store is not None and file is not None and node is None and text is None:
        explain_node(context.obj, None, store, file)  # the first argument is the node
    elif store is None and file is not None and node is not None and text is None:
        explain_node(context.obj, Path(file), None, node)
    else:
        remedy = "give a graph and a node, or --text and a sentence"
        raise InputError("kg explain", "it is not clear what to explain", remedy)


def explain_node(terminal: Terminal, file: Path | None, store: str | None, node: str) -> None:
    """Print what is claimed of a node, sentence by sentence."""
    from kg.explain import agreement
    from kg.explain import explain as explanations_of

    with graph_of(file, store) as graph:
        explanations = explanations_of(graph, node)
    by_sentence: dict[tuple[str, int, int], list[Explanation]] = {}
    for claim in explanations:
        by_sentence.setdefault((claim.report, claim.start, claim.end), []).append(claim)
    agreed = agreement(explanations)
    for claims in by_sentence.values():
        print_result(*_sentence_lines(claims, agreed))
    if not explanations:
        terminal.note(f"{file or store} holds no evidence for {node}; .trig and .nq files keep it")


def _sentence_lines(
    claims: "Sequence[Explanation]", agreed: "Mapping[Told, float]"
) -> "Iterator[Text]":
    """A sentence with its place, and what is claimed for its sake; `agreed` is what others tell."""
    from rich.text import Text

    from kg.explain import ACCEPTED, told

    first = claims[0]
    yield Text(f"{first.report}, characters {first.start} to {first.end}:", style="dim")
    yield Text(f"  “{' '.join(first.sentence.split())}”", style="italic")
    for claim in claims:
        reason = f": {claim.reason}" if claim.reason else ""
        together = agreed.get(told(claim)) if claim.status == ACCEPTED else None
        others = f", {together:.3f} with other reports" if together else ""
        yield Text.assemble(
            f"    {claim.label}  ",
            (claim.property, "cyan"),
            f"  {claim.value}  {claim.confidence:.2f} {claim.status}{reason}{others}",
        )

"""`kg query`, `kg questions`, `kg explain`: what a graph says, and why."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.arguments import GraphFile
from kg.cli.tables import TableFormat, print_rows
from kg.cli.terminal import Terminal, print_result
from kg.paths import queries_folder

if TYPE_CHECKING:
    from rich.text import Text

    from kg.explain import Explanation


def _complete_question(start: str) -> list[str]:
    names = sorted(path.stem for path in queries_folder().glob("*.rq"))
    return [name for name in names if name.startswith(start)]


def query(
    context: typer.Context,
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION",
            help="The name of a question (see kg questions), or a SPARQL file.",
            autocompletion=_complete_question,
        ),
    ],
    file: GraphFile,
    form: TableFormat = None,
) -> None:
    """Ask a graph a named question, or a SPARQL query of your own."""
    from kg.query import ask, find_question
    from kg.rdf_files import read_dataset

    terminal: Terminal = context.obj
    found = find_question(question)
    answer = ask(read_dataset(file), found)
    terminal.detail(found.text)
    print_rows(answer.columns, answer.rows, form)
    if not answer.rows:
        terminal.note(f"no answer: {file} says nothing about it")


def questions(form: TableFormat = None) -> None:
    """List the named questions and the columns of their answers."""
    from kg.query import questions as all_questions

    rows = [(q.name, q.text, " ".join(q.columns)) for q in all_questions()]
    print_rows(("name", "question", "columns"), rows, form)


def explain(
    context: typer.Context,
    file: GraphFile,
    node: Annotated[
        str,
        typer.Argument(metavar="NODE", help='A name, an IRI, or the end of one ("goal-1").'),
    ],
) -> None:
    """Show why the graph says so: the sentences behind a node."""
    from kg.explain import explain as explanations_of
    from kg.rdf_files import read_dataset

    terminal: Terminal = context.obj
    explanations = explanations_of(read_dataset(file), node)
    by_sentence: dict[tuple[str, int, int], list[Explanation]] = {}
    for claim in explanations:
        by_sentence.setdefault((claim.report, claim.start, claim.end), []).append(claim)
    for claims in by_sentence.values():
        print_result(*_sentence_lines(claims))
    if not explanations:
        terminal.note(f"{file} holds no evidence for {node}; .trig and .nq files keep it")


def _sentence_lines(claims: "Sequence[Explanation]") -> "Iterator[Text]":
    """A sentence with its place, and what is claimed for its sake."""
    from rich.text import Text

    first = claims[0]
    yield Text(f"{first.report}, characters {first.start} to {first.end}:", style="dim")
    yield Text(f"  “{' '.join(first.sentence.split())}”", style="italic")
    for claim in claims:
        reason = f": {claim.reason}" if claim.reason else ""
        yield Text.assemble(
            f"    {claim.label}  ",
            (claim.property, "cyan"),
            f"  {claim.value}  {claim.confidence:.2f} {claim.status}{reason}",
        )

"""`kg query`, `kg questions`: what a graph says."""

from typing import Annotated

import typer

from kg.cli.arguments import GraphFileOrStore, StoreInstead, graph_of
from kg.cli.tables import TableFormat, print_rows
from kg.cli.terminal import Terminal
from kg.paths import queries_folder


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
    file: GraphFileOrStore = None,
    *,
    store: StoreInstead = None,
    form: TableFormat = None,
) -> None:
    """Ask a graph a named question, or a SPARQL query of your own."""
    from kg.query import ask, find_question
    from kg.rdf.files import WITH_EVIDENCE

    terminal: Terminal = context.obj
    found = find_question(question)
    with graph_of(file, store) as graph:
        answer = ask(graph, found)
    terminal.detail(found.text)
    print_rows(answer.columns, answer.rows, form)
    if not answer.rows:
        terminal.note(f"no answer: {file or store} says nothing about it")
        if file and file.suffix.lower() not in WITH_EVIDENCE and "evidence" in found.facts:
            suffixes = " and ".join(sorted(WITH_EVIDENCE))
            terminal.note(f"it asks for evidence, which {suffixes} files keep")


def questions(form: TableFormat = None) -> None:
    """List the named questions and the columns of their answers."""
    from kg.query import questions as all_questions

    rows = [(q.name, q.text, " ".join(q.columns)) for q in all_questions()]
    print_rows(("name", "question", "columns"), rows, form)

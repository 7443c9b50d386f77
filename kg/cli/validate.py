"""`kg validate`: whether a graph keeps the promises of the shapes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from kg.cli.arguments import GraphFile
from kg.cli.terminal import FAULTY, Terminal, print_result

if TYPE_CHECKING:
    from rich.text import Text

    from kg.validate import Violation


def validate(context: typer.Context, file: GraphFile) -> None:
    """Check a graph against the shapes; each finding is a sentence."""
    from kg.rdf.files import read_dataset
    from kg.validate import validate as violations_of

    terminal: Terminal = context.obj
    violations = violations_of(read_dataset(file))
    print_result(*(to_sentence(violation) for violation in violations))
    terminal.note(f"{file}: {verdict(violations)}")
    if is_broken(violations):
        raise typer.Exit(FAULTY)


def to_sentence(violation: "Violation") -> "Text":
    """One violation as a line: how grave it is, of what, and the shape's sentence."""
    from rich.text import Text

    from kg.vocabulary import BASE

    node = violation.node.removeprefix(BASE)
    style = "bold red" if violation.severity == "violation" else "yellow"
    return Text.assemble((violation.severity, style), f" {node}: {violation.message}")


def verdict(violations: Sequence["Violation"]) -> str:
    """How many violations and warnings there are, in words."""
    grave = sum(violation.severity == "violation" for violation in violations)
    return f"{_count(grave, 'violation')}, {_count(len(violations) - grave, 'warning')}"


def is_broken(violations: Sequence["Violation"]) -> bool:
    """Whether the graph is wrong; a warning only says that a report did not tell."""
    return any(violation.severity == "violation" for violation in violations)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"

"""For the tests: texts become graphs and graphs answer questions, with no files between."""

from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import Dataset

from kg.blocks import cut
from kg.fuse import fuse
from kg.graph import build_graph
from kg.language import Document
from kg.mentions import Kind, Scene, find_mentions
from kg.mentions.senses.deciding import hold, senses_in
from kg.names.known import KnownNames
from kg.pipeline import known_names, read, reader_for
from kg.query import ask, find_question
from kg.reconcile import Reading
from kg.report import Report, to_report

Row = dict[str, str | None]


def document_of(text: str) -> Document:
    """A text, cut, spotted and parsed."""
    report = to_report(text, "report")
    return reader_for(known_names()).read(report, cut(report))


def senses(document: Document, known: KnownNames) -> Mapping[str, Kind]:
    """What each name in a document names."""
    return senses_in(document, hold(document, known))


def scene_of(text: str) -> Scene:
    """A text with everybody in it."""
    return find_mentions(document_of(text), known_names())


def reading_of(text: str, name: str = "report") -> Reading:
    """What a text says."""
    return read_one(to_report(text, name))


def read_one(report: Report) -> Reading:
    """What a report says, read with the names that ship."""
    known = known_names()
    return read(report, reader_for(known), known)


def graph_of(*texts: str) -> Dataset:
    """The graph of some texts; the first is report-1."""
    readings = [reading_of(text, f"report-{n}") for n, text in enumerate(texts, 1)]
    return build_graph(fuse(readings, known_names()))


def rows(graph: Dataset, question: str) -> list[Row]:
    """The answer to a named question."""
    answer = ask(graph, find_question(question))
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def unpaired(
    facts: Sequence[Mapping[str, object]], told: Sequence[Row]
) -> tuple[list[Any], list[Row]]:
    """The facts that no row tells, and the rows that no fact expects; a row serves one fact.

    A fact names the columns it is about; "" stands for what the row must leave open.
    """
    missing, spare = [], list(told)
    for fact in sorted(facts, key=len, reverse=True):
        row = next((row for row in spare if is_told(fact, row)), None)
        if row is None:
            missing.append(fact)
        else:
            spare.remove(row)
    return missing, spare


def is_told(fact: Mapping[str, object], row: Row) -> bool:
    """Whether a row says what a fact says, in the columns the fact names."""
    return all((row[name] or "") == str(value) for name, value in fact.items())

"""How much of what reports say a graph holds, and how much of what it holds they say.

A graph of one report is asked the questions that the tables of its gold are named after. A row
scores one fact for its key and one for each attribute it fills: right where the gold says the same,
wrong where it does not, missed where the graph leaves out what the gold says.

`gold` is read from files, by `tables`, or by `accounts` beneath reports; `comparison` sets a table
beside its answer, `names` says which names mean the same, and `tally` counts. `calibration` holds
confidences against what was right, and `curves` measures them anew.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox
from rdflib import Dataset

from kg.query import ask, find_question
from kg.rdf.terms import to_store
from kg.score.comparison import Compared, compare
from kg.score.gold import Gold, read_gold
from kg.score.tables import NODE, TABLES, Row, Table
from kg.score.tally import Tally

SELECTED = re.compile(r"\bSELECT\b[^{]*?\bWHERE\b")


@dataclass(frozen=True)
class Score:
    """Every row compared, of all reports that have gold; `absent` are those without a graph."""

    compared: tuple[Compared, ...]
    reports: tuple[str, ...]
    absent: tuple[str, ...]

    def of(self, *, table: Table | None = None, report: str | None = None) -> "Score":
        """The part of the score that is about one table or one report."""
        chosen = (
            row
            for row in self.compared
            if table in (None, row.table) and report in (None, row.report)
        )
        return replace(self, compared=tuple(chosen))

    @property
    def facts(self) -> Tally:
        """The facts: keys and attributes."""
        return sum((row.facts for row in self.compared), Tally())

    @property
    def rows(self) -> Tally:
        """The rows, by their keys."""
        return sum((row.rows for row in self.compared), Tally())

    @property
    def whole(self) -> tuple[int, int]:
        """How many rows of the gold are right in all that is scored, and how many there are."""
        rows = [row for row in self.compared if row.gold is not None]
        return sum(row.is_whole for row in rows), len(rows)


def score(gold: Iterable[Gold], graphs: Mapping[str, Dataset]) -> Score:
    """Compare the graph of each report with its gold; a report without a graph misses all."""
    compared: list[Compared] = []
    absent, reports = [], []
    for one in gold:
        reports.append(one.id)
        if one.id not in graphs:
            absent.append(one.id)
        store = to_store(graphs.get(one.id, Dataset()))
        for table in TABLES:
            compared += compare(table, one, rows_of(table, store))
    return Score(tuple(compared), tuple(reports), tuple(absent))


def rows_of(table: Table, store: ox.Store) -> tuple[Row, ...]:
    """What a graph answers to the question of a table, with the node that each row is about."""
    question = find_question(table.name)
    answer = ask(store, replace(question, sparql=SELECTED.sub("SELECT * WHERE", question.sparql)))
    told = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return tuple(to_row(table, row, question.columns) for row in told)


def to_row(table: Table, told: Row, columns: Iterable[str]) -> Row:
    """A row of an answer, with the columns that follow from others."""
    row = {name: told.get(name) for name in (*columns, *table.key)}
    if "home_side" in table.attributes:
        row["home_side"] = row["home"]
    if "score" in table.attributes:
        goals = row["home_goals"], row["away_goals"]
        row["score"] = None if None in goals else f"{goals[0]}-{goals[1]}"
    return {**row, NODE: told.get(table.node)}


__all__ = ["TABLES", "Compared", "Gold", "Score", "Table", "Tally", "read_gold", "score"]

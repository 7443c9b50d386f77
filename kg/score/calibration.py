"""Calibration: of the facts told with a confidence of 0.9, nine in ten should be right.

Every statement that a graph makes with a confidence, and that the gold can judge, is one
observation. They give the reliability table and its picture, and the curves of `kg.score.curves`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

import pyoxigraph as ox
from matplotlib.figure import Figure
from rdflib import Dataset

from kg.rdf.terms import to_store
from kg.score.comparison import Compared
from kg.score.tables import NODE
from kg.vocabulary import ONTOLOGY, PREFIXES

# The classes of facts that the tables ask for.
KINDS = {
    "matches": "MatchFact",
    "fixtures": "MatchFact",
    "goals": "Goal",
    "cards": "Card",
    "substitutions": "Substitution",
    "penalties": "PenaltyKick",
    "woodwork": "WoodworkHit",
    "disallowed": "DisallowedGoal",
    "memberships": "Membership",
    "positions": "Position",
    "managers": "Management",
    "standings": "Standing",
}
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)  # of the groups of the table
CONFIDENCES = f"""
PREFIX kg: <{ONTOLOGY}>
PREFIX rdf: <{PREFIXES["rdf"]}>
SELECT ?subject ?predicate (MAX(?confidence) AS ?said) WHERE {{
  GRAPH ?evidence {{ ?claim rdf:subject ?subject ; rdf:predicate ?predicate ;
    kg:claimStatus "accepted" ; kg:confidence ?confidence }}
}} GROUP BY ?subject ?predicate"""


@dataclass(frozen=True)
class Said:
    """One statement: its kind of fact, its property, the confidence, and whether it is right."""

    kind: str
    term: str
    confidence: float
    right: bool


@dataclass(frozen=True)
class Group:
    """The statements of one range of confidence: how many, their mean, the share that is right."""

    low: float
    high: float
    count: int
    said: float
    right: float


def observe(compared: Iterable[Compared], graphs: Mapping[str, Dataset]) -> Iterator[Said]:
    """Every statement that has a confidence and a verdict; graphs without evidence give none."""
    told = {report: confidences(to_store(graph)) for report, graph in graphs.items()}
    for row in compared:
        if row.found is None:
            continue
        verdicts = {**dict.fromkeys(row.table.key, row.gold is not None), **row.columns}
        for column, right in verdicts.items():
            for term in row.table.terms.get(column, ()):
                confidence = told[row.report].get((row.found[NODE] or "", term))
                if confidence is not None:
                    yield Said(KINDS[row.table.name], term, confidence, right)


def confidences(store: ox.Store) -> dict[tuple[str, str], float]:
    """The confidence of what is said of each node, by the node and the property."""
    found = {}
    for row in cast("ox.QuerySolutions", store.query(CONFIDENCES)):
        subject, predicate, said = (row[name].value for name in ("subject", "predicate", "said"))
        found[subject, predicate.removeprefix(ONTOLOGY)] = float(said)
    return found


def reliability(said: Sequence[Said]) -> tuple[Group, ...]:
    """The reliability table: what is said with how much confidence, and how often it is right."""
    groups = []
    for low, high in pairwise(EDGES):
        inside = [one for one in said if low <= one.confidence < high]
        if inside:
            mean = sum(one.confidence for one in inside) / len(inside)
            share = sum(one.right for one in inside) / len(inside)
            groups.append(Group(low, min(high, 1.0), len(inside), mean, share))
    return tuple(groups)


def error(groups: Sequence[Group]) -> float:
    """The expected calibration error: how far said and right are apart, over all statements."""
    count = sum(group.count for group in groups)
    return sum(group.count * abs(group.said - group.right) for group in groups) / (count or 1)


def draw(groups: Sequence[Group], path: Path) -> None:
    """Draw the reliability curve; the suffix says the format."""
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.add_subplot(aspect="equal", xlim=(0, 1), ylim=(0, 1))
    axes.set(xlabel="confidence", ylabel="share that is right")
    axes.plot((0, 1), (0, 1), color="0.7", linestyle="--")
    axes.plot([g.said for g in groups], [g.right for g in groups], color="tab:green", marker="o")
    for group in groups:
        place = (group.said, group.right)
        axes.annotate(f"{group.count}", place, (4, -12), textcoords="offset points")
    figure.savefig(path)

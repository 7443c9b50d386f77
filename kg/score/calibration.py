"""Calibration: of the facts told with a confidence of 0.9, nine in ten should be right.

Every statement that a graph makes with a confidence, and that the gold can judge, is one
observation. They give the reliability table, its picture, and the curves of `kg.confidence`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

import pyoxigraph as ox
from matplotlib.figure import Figure
from rdflib import Dataset

from kg.confidence import ANY
from kg.score.comparison import Compared
from kg.score.tables import NODE
from kg.terms import to_store
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
ENOUGH = 30  # observations for a curve of its own
BLOCK = 15  # observations for a point of a curve
DOUBT = 2.0  # observations of the common sort that each point has besides its own
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


# ------------------------------------------------------------------------------- curves


def fit_curves(said: Sequence[Said]) -> dict[str, list[tuple[float, float, int]]]:
    """Monotone curves by kind and property, by kind, and of all: points said, right, how many.

    What has too few observations, or is all there is of its kind, has no curve of its own. A
    curve's points never fall, and each stands on some observations (isotonic regression, by pooling
    neighbours that do not rise).
    """
    named: dict[str, list[Said]] = {}
    for one in said:
        for name in (f"{one.kind}.{one.term}", one.kind, ANY):
            named.setdefault(name, []).append(one)
    mean = sum(one.right for one in said) / len(said)
    return {
        name: pooled(group, mean)
        for name, group in sorted(named.items())
        if name == ANY or (len(group) >= ENOUGH and is_own(name, named))
    }


def is_own(name: str, named: Mapping[str, Sequence[Said]]) -> bool:
    """Whether a property is not all that its kind of fact has, so that its curve is another."""
    kind, _, term = name.partition(".")
    return not term or len(named[name]) < len(named[kind])


def pooled(said: Sequence[Said], mean: float) -> list[tuple[float, float, int]]:
    """The points of one curve; `mean` is the share of all statements that is right."""
    blocks: list[list[Said]] = []
    for one in sorted(said, key=lambda one: one.confidence):
        is_full = blocks and len(blocks[-1]) >= BLOCK
        if not blocks or (is_full and blocks[-1][-1].confidence < one.confidence):
            blocks.append([])
        blocks[-1].append(one)
    if len(blocks) > 1 and len(blocks[-1]) < BLOCK:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    done: list[list[Said]] = []
    for block in blocks:
        done.append(block)
        while len(done) > 1 and share(done[-2], mean) >= share(done[-1], mean):
            done[-2:] = [done[-2] + done[-1]]
    return [
        (
            round(sum(one.confidence for one in block) / len(block), 3),
            round(share(block, mean), 3),
            len(block),
        )
        for block in done
    ]


def share(block: Sequence[Said], mean: float) -> float:
    """The share of a block that is right, drawn a little to that of all statements."""
    return (sum(one.right for one in block) + DOUBT * mean) / (len(block) + DOUBT)


def to_toml(curves: Mapping[str, Sequence[tuple[float, float, int]]], reports: int) -> str:
    """The curves as the data file of `kg.confidence`."""
    lines = [
        "# How often facts are right, by the figure that the reading gives them: kg/confidence.py.",
        f"# Measured on {reports} reports with gold facts, by `kg calibrate --fit`; `facts` is how",
        "# many facts each point stands on.",
    ]
    for name, points in curves.items():
        lines += ["", f'[curve."{name}"]']
        for key, at in (("said", 0), ("right", 1), ("facts", 2)):
            lines.append(f"{key} = [{', '.join(str(point[at]) for point in points)}]")
    return "\n".join(lines) + "\n"

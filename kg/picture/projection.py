"""The fused graph as a network of named nodes: literals become attributes of the node they tell of.

Nodes are IRIs with `label`, `kind` (the most specific class) and one attribute per literal;
edges are the relations between them, keyed and labelled by the relation's name.
"""

import re
from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal

import networkx as nx
from rdflib import RDF, Dataset, Graph, Literal, URIRef

from kg.vocabulary import FUSED

Attribute = str | int | float | bool

# Classes from the special to the general: a node's kind is the first of them that it carries.
KINDS = (
    "OwnGoal",
    "PenaltyGoal",
    "Goal",
    "SecondYellowCard",
    "YellowCard",
    "RedCard",
    "Card",
    "Substitution",
    "MissedPenalty",
    "SavedPenalty",
    "PenaltyKick",
    "WoodworkHit",
    "DisallowedGoal",
    "MatchEvent",
    "Match",
    "NationalTeam",
    "Team",
)


def project(dataset: Dataset) -> nx.MultiDiGraph:
    """The fused graph of a dataset as a network with plain str, int, float and bool attributes.

    Several values of one attribute are joined by "; ", sorted; classes are never nodes.
    """
    network = nx.MultiDiGraph()
    literals: dict[str, dict[str, set[Literal]]] = defaultdict(lambda: defaultdict(set))
    classes: dict[str, set[str]] = defaultdict(set)
    relations: set[tuple[str, str, str]] = set()
    for subject, predicate, value in Graph(dataset.store, FUSED):
        node, name = str(subject), local_name(str(predicate))
        if predicate == RDF.type:
            classes[node].add(local_name(str(value)))
        elif isinstance(value, Literal):
            literals[node][name].add(value)
        elif isinstance(value, URIRef):
            relations.add((node, name, str(value)))
    nodes = {*literals, *classes, *(end for source, _, goal in relations for end in (source, goal))}
    for node in sorted(nodes):
        attributes = {name: _plain(values) for name, values in sorted(literals[node].items())}
        attributes.setdefault("label", local_name(node))
        network.add_node(node, kind=_kind(classes[node]), **attributes)
    for source, name, goal in sorted(relations):
        network.add_edge(source, goal, key=name, relation=name, label=name)
    return network


def neighbourhood(network: nx.MultiDiGraph, match: str) -> nx.MultiDiGraph:
    """One match of a network: the match, its events, and whatever these point at."""
    events = sources(network, match, "inMatch")
    nodes = {match, *events}
    for node in (match, *events):
        nodes.update(network.successors(node))
    return network.subgraph(sorted(nodes))


def targets(network: nx.MultiDiGraph, node: str, relation: str) -> tuple[str, ...]:
    """The nodes that a node points at by a relation, sorted."""
    edges = network.out_edges(node, keys=True)
    return tuple(sorted(goal for _, goal, name in edges if name == relation))


def sources(network: nx.MultiDiGraph, node: str, relation: str) -> tuple[str, ...]:
    """The nodes that point at a node by a relation, in reading order (goal-2 before goal-10)."""
    edges = network.in_edges(node, keys=True)
    return tuple(sorted((start for start, _, name in edges if name == relation), key=reading_order))


def reading_order(iri: str) -> tuple[tuple[int, str], ...]:
    """A sort key that counts: digits compare as numbers, everything else as text."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", iri)
    )


def local_name(iri: str) -> str:
    """What stands after the last "#" or "/" of an IRI."""
    return re.split(r"[#/]", iri.rstrip("#/"))[-1]


def _kind(classes: set[str]) -> str:
    unlisted = sorted(classes.difference(KINDS))
    return next((kind for kind in KINDS if kind in classes), unlisted[0] if unlisted else "Thing")


def _plain(values: set[Literal]) -> Attribute:
    if len(values) > 1:
        return "; ".join(sorted(str(value) for value in values))
    (literal,) = values
    value = literal.toPython()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, bool | int | float) else str(literal)

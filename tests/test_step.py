"""What a store holds after any steps is what fusing its reports together gives."""

from collections.abc import Sequence
from unittest.mock import patch

import pyoxigraph as ox
import pytest
from hypothesis import Phase, given, settings
from rdflib import Dataset
from test_fuse_local import archives, read

from kg.fuse import fuse
from kg.graph import build_graph
from kg.keeping.kept import Kept
from kg.keeping.step import step
from kg.names.known import NO_NAMES
from kg.rdf.terms import to_quads
from kg.reconcile import Reading
from kg.store import Memory

FOR_THE_STORE = ("/reading", "/accepted")


def said(store: Memory) -> set[ox.Quad]:
    """All that a store says, without what it keeps for itself."""
    return {
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(graph))
        for graph in store.graphs()
        if not graph.endswith(FOR_THE_STORE)
        for t in store.triples(graph)
    }


def differing(store: Memory, readings: Sequence[Reading]) -> set[ox.Quad]:
    whole = build_graph(fuse(readings, NO_NAMES, read)) if readings else Dataset()
    return set(to_quads(whole)) ^ said(store)


# Archives are large, and hypothesis shows them whole only where one fails.
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(archives, archives)
def test_a_store_says_what_its_reports_say_together(
    first: Sequence[Reading], second: Sequence[Reading]
) -> None:
    with patch("kg.keeping.step.unsound", lambda *_: frozenset()):  # the shapes are not the point
        step_by_step(first, second)


def step_by_step(first: Sequence[Reading], second: Sequence[Reading]) -> None:
    """Add one archive after the other, then take every report out again."""
    store = Memory()
    there: dict[str, Reading] = {}
    for reading in [*first, *second]:
        store.apply(step(store, NO_NAMES, [Kept(reading, "")], read=read))
        there[reading.report.id] = reading
        assert differing(store, list(there.values())) == set()
    for name in sorted(there):
        store.apply(step(store, NO_NAMES, gone=[name], read=read))
        del there[name]
        assert differing(store, list(there.values())) == set()
    assert not store.graphs()

"""What breaks a shape is not believed, stays in the list with its sentence, and stops nothing."""

from dataclasses import replace

import pytest
from archive import readings, said
from readings import rows

from kg.facts.base import BREAKS_A_SHAPE
from kg.facts.goal import Goal
from kg.facts.membership import Membership
from kg.fuse import fuse
from kg.graph import build_graph
from kg.graph.soundness import unsound
from kg.keeping.kept import Kept
from kg.keeping.step import step
from kg.mentions import Entity, Kind
from kg.names.known import NO_NAMES
from kg.query import ask, find_question
from kg.rdf.terms import to_dataset, to_quads
from kg.reconcile import Reading
from kg.report import to_report
from kg.store import Memory
from kg.validate import validate
from kg.vocabulary import FUSED

TEXT = """2021-08-07 Hallvik beat Brevvik 1-0.
Jon Sorensen plays for Brevvik.
Sorensen laid the goal on.
"""
SORENSEN = Entity(Kind.PERSON, "Jon Sorensen", ("Jon Sorensen",))


def reading(assist: float, membership: float) -> Reading:
    """A report that has the goal of one side laid on by a player of the other."""
    (plain,) = readings(1)
    report = to_report(TEXT, plain.report.id)
    _, plays, laid_on = (said(report, line) for line in TEXT.splitlines())
    (goal,) = plain.events
    assert isinstance(goal, Goal)
    assert plain.main
    away = plain.main.teams[1]
    assert away
    told = replace(goal, assist=SORENSEN, sources={"assist": laid_on}, confidence=assist)
    member = Membership(evidence=plays, player=SORENSEN, team=away, confidence=membership)
    return replace(plain, report=report, events=(told,), memberships=(*plain.memberships, member))


@pytest.mark.parametrize(("assist", "membership"), [(0.5, 0.99), (0.99, 0.5)])
def test_an_assist_of_the_other_side_is_not_believed(assist: float, membership: float) -> None:
    graph = build_graph(
        fuse([reading(assist, membership)], NO_NAMES), measured=False, check=unsound
    )
    assert [row["assist"] for row in rows(graph, "goals")] == [None]
    (rejected,) = [r for r in rows(graph, "rejected") if r["reason"] == BREAKS_A_SHAPE]
    assert (rejected["property"], rejected["value"]) == ("assistedBy", "Jon Sorensen")
    assert rejected["sentence"] == "Sorensen laid the goal on."
    assert not [v for v in validate(graph) if v.severity == "violation"]


def test_of_two_that_cannot_both_be_one_goes() -> None:
    (plain,) = readings(1)
    assert plain.main
    told_twice = replace(plain, matches=(replace(plain.main, half_time=(2, 0)),))
    graph = build_graph(fuse([told_twice], NO_NAMES), measured=False, check=unsound)
    assert not [v for v in validate(graph) if v.severity == "violation"]
    told = [r for r in rows(graph, "rejected") if r["reason"] == BREAKS_A_SHAPE]
    # The other half of the score goes with it.
    assert {r["property"] for r in told} == {"halfTimeHomeScore", "halfTimeAwayScore"}
    assert len(rows(graph, "goals")) == 1


def test_without_the_check_the_shape_is_broken() -> None:
    graph = build_graph(fuse([reading(0.5, 0.99)], NO_NAMES), measured=False)
    assert [v for v in validate(graph) if v.severity == "violation"]


def test_a_store_keeps_it_out_as_well() -> None:
    broken, *others = reading(0.5, 0.99), *list(readings(6))[1:]
    store = Memory()
    for one in (others[0], broken, *others[1:]):
        store.apply(step(store, NO_NAMES, [Kept(one, "")]))
    whole = build_graph(fuse([broken, *others], NO_NAMES), check=unsound)
    assert set(store.triples(str(FUSED))) == {
        q.triple
        for q in to_quads(whole)
        if q.graph_name.value == str(FUSED)  # type: ignore[union-attr]
    }
    told = ask(store, find_question("rejected"))
    assert BREAKS_A_SHAPE in {row[told.columns.index("reason")] for row in told.rows}
    fused = to_dataset(q for q in store.quads if getattr(q.graph_name, "value", "") == str(FUSED))
    assert not [v for v in validate(fused) if v.severity == "violation"]

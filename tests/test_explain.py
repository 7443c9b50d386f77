"""Why the graph says so: each claim with the sentence it stands on."""

from pathlib import Path

import pytest
from rdflib import Dataset

from kg.errors import InputError
from kg.explain import Explanation, explain
from kg.rdf.files import read_dataset
from kg.vocabulary import BASE

GRAPHS = Path(__file__).parent
GOAL = f"{BASE}match/2020-12-01-atalanta-midtjylland/goal-2"
SENTENCE = (
    "Cristian Romero headed in Hans Hateboer's cross in the 79th minute to give Atalanta a 1-1 draw"
    " with Midtjylland."
)


@pytest.fixture(scope="module")
def match() -> Dataset:
    return read_dataset(GRAPHS / "graphs" / "match.trig")


@pytest.fixture(scope="module")
def season() -> Dataset:
    return read_dataset(GRAPHS / "answers" / "season.trig")


def test_a_goal_is_explained_by_its_sentence(match: Dataset) -> None:
    found = explain(match, "goal-2")
    assert [(e.property, e.value) for e in found] == [
        ("assisted by", "Hans Hateboer"),
        ("at minute", "79"),
        ("scored by", "Cristian Romero"),
    ]
    assert found[2] == Explanation(
        node=GOAL,
        label="Cristian Romero 79'",
        property="scored by",
        value="Cristian Romero",
        target=f"{BASE}player/cristian-romero",
        confidence=0.97,
        status="accepted",
        reason=None,
        report="romero",
        sentence=SENTENCE,
        start=25,
        end=25 + len(SENTENCE),
    )


def test_a_player_is_explained_by_his_goals_too(match: Dataset) -> None:
    [found] = explain(match, "cristian-romero")
    assert (found.node, found.property) == (GOAL, "scored by")


def test_what_was_not_believed_is_told_with_its_reason(match: Dataset) -> None:
    found = explain(match, "sory-kaba")
    assert [(e.value, e.status, e.reason) for e in found] == [
        ("Midtjylland", "accepted", None),
        ("Atalanta", "disputed", "outvoted"),
    ]


def test_claims_about_a_node_come_before_those_that_name_it(match: Dataset) -> None:
    found = explain(match, "team/atalanta")
    assert [e.label for e in found] == ["Sory Kaba hits the woodwork", "Sory Kaba"]
    assert {e.value for e in found} == {"Atalanta"}


def test_reports_that_disagree_are_all_heard(season: Dataset) -> None:
    found = explain(season, "match/rovers-town/goal-1")
    assert [(e.property, e.value, e.status, e.report) for e in found] == [
        ("at minute", "9", "accepted", "gazette"),
        ("at minute", "10", "disputed", "herald"),
        ("scored by", "Tom Hale", "accepted", "gazette"),
        ("scored by", "hill", "rejected", "herald"),
    ]


@pytest.mark.parametrize(
    "node", [GOAL, "goal-2", "2020-12-01-atalanta-midtjylland/goal-2", "cristian romero 79'"]
)
def test_a_node_has_several_names(match: Dataset, node: str) -> None:
    assert {e.node for e in explain(match, node)} == {GOAL}


def test_a_node_without_claims_has_no_explanation(match: Dataset) -> None:
    assert explain(match, "venue/anfield") == ()


def test_a_name_that_several_nodes_bear_is_wrong_input(season: Dataset) -> None:
    with pytest.raises(InputError) as error:
        explain(season, "goal-1")
    assert str(error.value) == (
        "goal-1: 3 nodes end like this; give match/albion-away/goal-1 or match/rovers-town/goal-1"
        " or match/town-albion/goal-1"
    )


def test_an_unknown_node_suggests_the_nearest(match: Dataset) -> None:
    with pytest.raises(InputError, match=r"did you mean player/cristian-romero\?"):
        explain(match, "player/christian-romero")


def test_an_unknown_node_like_no_other_suggests_none(match: Dataset) -> None:
    with pytest.raises(InputError, match="give a name, or the end of an IRI"):
        explain(match, "nobody")


def test_an_empty_graph_has_nothing_to_explain() -> None:
    with pytest.raises(InputError, match="give a graph with facts"):
        explain(Dataset(), "goal-1")

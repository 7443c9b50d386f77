"""Every question is asked of tests/answers/season.trig, in both engines, and answered as written.

A question's answer stands in tests/answers/<question>.csv, an empty field where the graph does not
say. Questions must work in rdflib as well: users ask them of a plain Turtle file there.
"""

import csv
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from kg.errors import InputError
from kg.query import Answer, Question, ask, find_question, questions
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_store
from kg.vocabulary import FUSED

ANSWERS = Path(__file__).parent / "answers"
CONTRACT = {
    "matches": "home away home_goals away_goals winner date competition stage venue city attendance"
    " referee",
    "goals": "home away scorer team minute assist kind method",
    "cards": "player team colour minute",
    "substitutions": "on off team minute",
    "penalties": "taker team outcome minute keeper",
    "woodwork": "player team minute",
    "disallowed": "player team minute",
    "memberships": "player team",
    "positions": "player position",
    "managers": "person team",
    "standings": "team rank points competition stage",
    "fixtures": "home away date competition",
}
EVIDENCE = {"confidence", "conflicts", "rejected"}  # asked of more graphs than the fused one


@pytest.fixture(scope="module")
def season() -> Dataset:
    return read_dataset(ANSWERS / "season.trig")


def _expected(question: Question) -> Answer:
    with (ANSWERS / f"{question.name}.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = csv.reader(file)
    return Answer(tuple(columns), tuple(tuple(value or None for value in row) for row in rows))


def _ask_rdflib(graph: Graph, question: Question) -> Answer:
    result = graph.query(question.sparql)
    assert result.vars is not None
    rows = [tuple(None if v is None else str(v) for v in row) for row in result]  # type: ignore[union-attr]
    return Answer(tuple(map(str, result.vars)), tuple(rows))


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_answer_is_as_written(season: Dataset, question: Question) -> None:
    assert ask(season, question) == _expected(question)


# rdflib 7 warns of its own way to ask a dataset.
@pytest.mark.filterwarnings("ignore:Dataset\\.(default_context|contexts) is:DeprecationWarning")
@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_answer_in_rdflib_is_the_same(season: Dataset, question: Question) -> None:
    dataset = read_dataset(ANSWERS / "season.trig")
    for triple in season.graph(FUSED):
        dataset.default_graph.add(triple)
    graph = dataset if question.name in EVIDENCE else dataset.default_graph
    assert _ask_rdflib(graph, question) == _expected(question)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_header_is_whole_and_gives_the_columns(season: Dataset, question: Question) -> None:
    assert question.text.endswith("?")
    assert question.facts
    assert question.columns == ask(season, question).columns
    assert "ORDER BY" in question.sparql


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contract_is_kept(name: str) -> None:
    assert find_question(name).columns == tuple(CONTRACT[name].split())


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_an_empty_graph_has_an_empty_answer(question: Question) -> None:
    assert ask(Dataset(), question).rows == ()


def test_a_question_is_asked_of_the_fused_graph_and_evidence_is_in_reach(season: Dataset) -> None:
    prefix = "PREFIX kg: <https://w3id.org/football-kg/ontology#> "
    goal = "?goal kg:scoredBy <https://w3id.org/football-kg/id/player/tom-hale>"
    fused = f"{prefix} SELECT (COUNT(*) AS ?n) WHERE {{ {goal} }}"
    graphs = f"{prefix} SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ {goal} }} }}"
    assert ask(season, _question(fused)).rows == (("2",),)
    assert ask(season, _question(graphs)).rows == (("4",),)


def test_a_store_answers_as_its_dataset_does(season: Dataset) -> None:
    store = to_store(season)
    for question in questions():
        assert ask(store, question) == ask(season, question)


def test_yes_or_no_and_triples(season: Dataset) -> None:
    assert ask(season, _question("ASK { ?s ?p 4210 }")).rows == (("true",),)
    built = ask(season, _question("CONSTRUCT { ?s ?p 4210 } WHERE { ?s ?p 4210 }"))
    assert built.columns == ("subject", "predicate", "object")
    assert [row[2] for row in built.rows] == ["4210"]


def test_broken_sparql_says_where() -> None:
    with pytest.raises(InputError, match=r"^mine:2:\d+: ") as error:
        ask(Dataset(), _question("SELECT ?s WHERE {\n ?s ?p }"))
    assert "\n" not in str(error.value)


def test_unknown_prefix_is_named() -> None:
    with pytest.raises(InputError, match="prefix that it does not declare"):
        ask(Dataset(), _question("SELECT ?s WHERE { ?s a nope:Goal }"))


def test_a_query_that_cannot_be_answered_is_wrong_input() -> None:
    service = "SELECT ?s WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }"
    with pytest.raises(InputError, match="SERVICE"):
        ask(Dataset(), _question(service))


def test_an_unknown_question_suggests_the_nearest() -> None:
    with pytest.raises(InputError, match=r"did you mean top_scorers\?"):
        find_question("top_scorer")


def test_a_question_may_be_any_sparql_file(tmp_path: Path, season: Dataset) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("SELECT ?n WHERE { ?match ?attendance 4210 BIND (1 AS ?n) }", encoding="utf-8")
    question = find_question(str(path))
    assert (question.name, question.text, question.columns) == (str(path), "", ())
    assert ask(season, question) == Answer(("n",), (("1",),))


def test_a_question_file_that_cannot_be_read_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        find_question(tmp_path / "none.rq")
    broken = tmp_path / "broken.rq"
    broken.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="UTF-8"):
        find_question(broken)


def test_every_answer_belongs_to_a_question() -> None:
    written = {path.stem for path in ANSWERS.glob("*.csv")}
    assert written == {question.name for question in questions()}


def _question(sparql: str) -> Question:
    return Question(name="mine", text="", facts=(), columns=(), sparql=sparql)

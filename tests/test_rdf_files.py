"""Graphs as files: equal data gives equal bytes, and what is written is what is read."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from kg.errors import InputError
from kg.rdf.files import FORMATS, read_dataset, write_dataset
from kg.rdf.terms import to_dataset, to_quads
from kg.vocabulary import BASE, FUSED, KG, report_graph

MATCH = Path(__file__).parent / "graphs" / "match.trig"
ROOT = Path(__file__).parents[1]
ALL_GRAPHS = {".trig", ".nq"}
READABLE = [suffix for suffix in FORMATS if suffix != ".csv"]
QUADS = (None, None, None, None)


@pytest.fixture
def match() -> Dataset:
    return read_dataset(MATCH)


@pytest.mark.parametrize("suffix", READABLE)
def test_what_is_written_is_what_is_read(match: Dataset, tmp_path: Path, suffix: str) -> None:
    write_dataset(match, tmp_path / f"match{suffix}")
    read = set(read_dataset(tmp_path / f"match{suffix}").quads(QUADS))
    whole = set(match.quads(QUADS))
    assert read == {quad for quad in whole if suffix in ALL_GRAPHS or quad[3] == FUSED}


# rdflib 7 warns of its own JSON-LD parser.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize(("suffix", "rdflib_name"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
def test_rdflib_reads_the_same(
    match: Dataset, tmp_path: Path, suffix: str, rdflib_name: str
) -> None:
    path = tmp_path / f"match{suffix}"
    write_dataset(match, path)
    assert isomorphic(Graph().parse(path, format=rdflib_name), match.graph(FUSED))


@pytest.mark.parametrize("suffix", FORMATS)
def test_bytes_depend_neither_on_order_nor_on_hash_seed(
    match: Dataset, tmp_path: Path, suffix: str
) -> None:
    shuffled = to_quads(match)
    random.Random(7).shuffle(shuffled)
    write_dataset(to_dataset(shuffled), tmp_path / f"shuffled{suffix}")
    code = (
        "import sys; from kg.rdf.files import read_dataset, write_dataset;"
        "write_dataset(read_dataset(sys.argv[1]), sys.argv[2])"
    )
    for seed in ("1", "2"):
        out = tmp_path / f"seed{seed}{suffix}"
        subprocess.run(
            [sys.executable, "-c", code, MATCH, out],
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
        )
        assert out.read_bytes() == (tmp_path / f"shuffled{suffix}").read_bytes()


def test_the_example_is_in_canonical_form(match: Dataset, tmp_path: Path) -> None:
    write_dataset(match, tmp_path / "match.trig")
    assert (tmp_path / "match.trig").read_bytes() == MATCH.read_bytes()


def test_turtle_is_fit_to_read(match: Dataset, tmp_path: Path) -> None:
    write_dataset(match, tmp_path / "match.ttl")
    text = (tmp_path / "match.ttl").read_text(encoding="utf-8")
    blocks = text.split("\n\n")
    assert blocks[1].startswith(
        "<match/2020-12-01-atalanta-midtjylland> a kg:Match ;\n"
        '  rdfs:label "Atalanta 1-1 Midtjylland" ;\n'
        "  kg:awayScore 1 ;\n"
    )
    assert blocks[2].startswith("<match/2020-12-01-atalanta-midtjylland/goal-1> a kg:Goal ;")
    assert '  kg:matchDate "2020-12-01"^^xsd:date ;\n' in text


def test_events_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    dataset = Dataset()
    for number in (10, 9, 1):
        dataset.graph(FUSED).add((URIRef(f"{BASE}match/a/goal-{number}"), RDF.type, KG.Goal))
    dataset.graph(FUSED).add((URIRef(f"{BASE}match/a-b"), RDF.type, KG.Match))
    dataset.graph(FUSED).add((URIRef(f"{BASE}match/a"), RDF.type, KG.Match))
    write_dataset(dataset, tmp_path / "a.ttl")
    lines = (tmp_path / "a.ttl").read_text(encoding="utf-8").splitlines()
    named = [line.split()[0] for line in lines if line.startswith("<")]
    assert named == [
        "<match/a>",
        "<match/a/goal-1>",
        "<match/a/goal-9>",
        "<match/a/goal-10>",
        "<match/a-b>",
    ]


@given(
    st.sets(
        st.tuples(
            st.text("aé7-_.,:;/?~+='()@!*&é", min_size=1, max_size=8),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        ),
        max_size=4,
    )
)
def test_any_name_and_any_text_come_back(
    tmp_path_factory: pytest.TempPathFactory, rows: set[tuple[str, str]]
) -> None:
    dataset = Dataset()
    for name, text in rows:
        dataset.graph(FUSED).add((URIRef(BASE + name), RDFS.label, Literal(text)))
    folder = tmp_path_factory.mktemp("any")
    for suffix in (".ttl", ".trig", ".jsonld"):
        write_dataset(dataset, folder / f"any{suffix}")
        read = set(read_dataset(folder / f"any{suffix}").quads(QUADS))
        assert read == set(dataset.quads(QUADS))


def test_every_datatype_comes_back(tmp_path: Path) -> None:
    dataset = Dataset()
    values = [
        Literal(7),
        Literal("0.97", datatype=XSD.decimal),
        Literal("2020-12-01", datatype=XSD.date),
        Literal(True),
        Literal("a\n\"b\" 'c' \\"),
        Literal("tor", lang="de"),
    ]
    for value in values:
        dataset.graph(FUSED).add((URIRef(BASE + "node"), KG.reason, value))
    for suffix in READABLE:
        write_dataset(dataset, tmp_path / f"values{suffix}")
        read = read_dataset(tmp_path / f"values{suffix}").graph(FUSED)
        assert set(read.objects()) == set(values), suffix


def test_blank_nodes_of_others_have_canonical_names(tmp_path: Path) -> None:
    texts = []
    for one, other in (("x", "y"), ("y", "x")):
        dataset = Dataset()
        graph = dataset.graph(FUSED)
        graph.add((BNode(one), RDFS.label, Literal("one")))
        graph.add((BNode(other), RDFS.label, Literal("other")))
        write_dataset(dataset, tmp_path / "blank.ttl")
        texts.append((tmp_path / "blank.ttl").read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert '_:c14n0 rdfs:label "' in texts[0]


def test_table_has_names_beside_the_iris(match: Dataset, tmp_path: Path) -> None:
    write_dataset(match, tmp_path / "match.csv")
    with (tmp_path / "match.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {
        "subject": f"{BASE}player/sory-kaba",
        "subject_label": "Sory Kaba",
        "property": "plays for",
        "value": f"{BASE}team/midtjylland",
        "value_label": "Midtjylland",
    } in rows


def test_json_has_a_context_and_plain_values(match: Dataset, tmp_path: Path) -> None:
    write_dataset(match, tmp_path / "match.jsonld")
    document = json.loads((tmp_path / "match.jsonld").read_text(encoding="utf-8"))
    assert document["@context"]["@vocab"] == "https://w3id.org/football-kg/ontology#"
    first = document["@graph"][0]
    assert (first["@type"], first["homeScore"], first["drawn"]) == ("Match", 1, True)


def test_a_format_without_graphs_is_read_into_the_fused_graph(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text("<https://example.org/a> <https://example.org/b> <x:c> .\n")
    assert [quad[3] for quad in read_dataset(tmp_path / "a.nt").quads(QUADS)] == [FUSED]


def test_other_graphs_are_not_written_to_turtle(tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.graph(report_graph("one")).add((URIRef(BASE + "a"), RDF.type, KG.Goal))
    write_dataset(dataset, tmp_path / "a.ttl")
    assert "Goal" not in (tmp_path / "a.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.ttl", "@prefix kg: <x:> .\nkg:a kg:b .\n", ":2:11: "),
        ("a.ttl", "@prefix kg: <x:> .\nkg:a kg:b kg:c", ":2:"),
        ("a.trig", "<x:g> { <x:a> <x:b> <x:c>", ":1:"),
        ("a.jsonld", '{"@id": 3,,}', ":1:"),
        ("a.rdf", "<a><b></a>", ":"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, name: str, text: str, place: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_dataset(path)
    assert str(error.value).startswith(f"{path}{place}")
    assert "\n" not in str(error.value)
    assert "Parser error" not in str(error.value)


def test_statements_about_statements_are_wrong_input(tmp_path: Path) -> None:
    path = tmp_path / "star.ttl"
    path.write_text("<x:a> <x:b> <<( <x:c> <x:d> <x:e> )>> .", encoding="utf-8")
    with pytest.raises(InputError, match=r"RDF 1\.1"):
        read_dataset(path)


def test_a_file_that_is_missing_or_unknown_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_dataset(tmp_path / "none.ttl")
    with pytest.raises(InputError, match=r"give one of \.ttl"):
        read_dataset(tmp_path / "match.txt")
    with pytest.raises(InputError, match=r"use one of \.ttl"):
        write_dataset(Dataset(), tmp_path / "match.txt")


def test_a_place_that_cannot_be_written_is_left_as_it_was(match: Dataset, tmp_path: Path) -> None:
    (tmp_path / "taken.ttl").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write_dataset(match, tmp_path / "taken.ttl")
    with pytest.raises(InputError, match="no such file or directory"):
        write_dataset(match, tmp_path / "none" / "match.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.ttl"]


def test_writing_replaces_a_file_whole(match: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "match.ttl"
    path.write_text("before", encoding="utf-8")
    write_dataset(match, path)
    assert path.read_text(encoding="utf-8").startswith("@base")
    assert [found.name for found in tmp_path.iterdir()] == ["match.ttl"]

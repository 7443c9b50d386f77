"""The two seed reports, alone and together: exactly the facts they tell, each with its sentence."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Namespace, URIRef
from rdflib.namespace import RDFS, SKOS
from readings import rows, unpaired

from kg.pipeline import Built, build
from kg.report import read_report
from kg.validate import validate
from kg.vocabulary import FUSED, PREFIXES, evidence_graph, report_graph

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds" / "reports").glob("*.txt"))
EXPECTED = Path(__file__).parent / "seeds"
OA = Namespace(PREFIXES["oa"])


@pytest.fixture(scope="module")
def built() -> dict[str, Built]:
    """The graph of each report by its name, and of both as "merged"."""
    return {path.stem: build([path]) for path in SEEDS} | {"merged": build(SEEDS)}


def expectations() -> Iterator[Any]:
    for path in sorted(EXPECTED.glob("*.toml")):
        for question, facts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield pytest.param(path.stem, question, facts, id=f"{path.stem}-{question}")


@pytest.mark.parametrize(("name", "question", "facts"), [*expectations()])
def test_facts(
    built: dict[str, Built], name: str, question: str, facts: list[dict[str, object]]
) -> None:
    assert unpaired(facts, rows(built[name].dataset, question)) == ([], [])


def test_one_match_one_romero(built: dict[str, Built]) -> None:
    graph = built["merged"].dataset
    scorers = {row["scorer"] for row in rows(graph, "goals")}
    assert len(rows(graph, "assists")) == len(scorers) == 2
    people = {str(node) for node in graph.graph(URIRef(FUSED)).subjects()}
    told = [node for node in people if "romero" in node.rsplit("/", maxsplit=1)[-1]]
    assert len(told) == 1


@pytest.mark.parametrize("name", ["merged", *(path.stem for path in SEEDS)])
def test_no_violation(built: dict[str, Built], name: str) -> None:
    found = [v for v in validate(built[name].dataset) if v.severity == "violation"]
    assert found == []


# ------------------------------------------------------------------------------- evidence

MOST_TRIPLES = 7  # of evidence for each triple of a report that is more than a name


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_evidence_is_small(built: dict[str, Built], path: Path) -> None:
    dataset = built[path.stem].dataset
    told = dataset.graph(report_graph(path.stem))
    facts = sum(term not in (RDFS.label, SKOS.altLabel) for _, term, _ in told)
    assert len(dataset.graph(evidence_graph(path.stem))) <= MOST_TRIPLES * facts


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_no_evidence_is_fused(built: dict[str, Built], path: Path) -> None:
    terms = {str(term) for _, term, _ in built[path.stem].dataset.graph(FUSED)}
    assert not [term for term in terms if term.startswith((PREFIXES["oa"], PREFIXES["prov"]))]


def spans(graph: Dataset) -> Iterator[tuple[str, int, int, str]]:
    """Report, start, end and quote of every mention."""
    for mention, _, report, context in graph.quads((None, OA.hasSource, None, None)):
        layer = graph.graph(context)
        selectors = list(layer.objects(mention, OA.hasSelector))
        told = {p: o for s in selectors for p, o in layer.predicate_objects(s)}
        start, end = int(str(told[OA.start])), int(str(told[OA.end]))
        yield str(report).rsplit("/", maxsplit=1)[-1], start, end, str(told[OA.exact])


@pytest.mark.parametrize("name", ["merged", *(path.stem for path in SEEDS)])
def test_every_quote_is_the_text_at_its_place(built: dict[str, Built], name: str) -> None:
    texts = {path.stem: read_report(path).text for path in SEEDS}
    found = list(spans(built[name].dataset))
    assert len(found) > 5
    assert [quote for _, _, _, quote in found] == [
        texts[r][start:end] for r, start, end, _ in found
    ]


def test_every_fact_has_a_claim(built: dict[str, Built]) -> None:
    """What the fused graph says of events and people, some claim says with a sentence."""
    graph = built["merged"].dataset
    fused = graph.graph(URIRef(FUSED))
    rdf = Namespace(PREFIXES["rdf"])
    claims = {
        (claim_layer.value(claim, rdf.subject), claim_layer.value(claim, rdf.predicate), value)
        for claim_layer in graph.graphs()
        for claim, value in claim_layer.subject_objects(rdf.object)
    }
    properties = ("scoredBy", "assistedBy", "atMinute", "playsFor", "position", "homeTeam", "rank")
    facts = [
        t for p in properties for t in fused.triples((None, Namespace(PREFIXES["kg"])[p], None))
    ]
    assert len(facts) > 20
    assert [fact for fact in facts if fact not in claims] == []


# ------------------------------------------------------------------------------- determinism


def test_equal_bytes_whatever_the_hash_seed_and_the_order(tmp_path: Path) -> None:
    written = []
    for seed, reports in (("1", SEEDS), ("2", SEEDS[::-1])):
        out = tmp_path / seed
        out.mkdir()
        command = [sys.executable, "-m", "kg", "-q", "build", *map(str, reports)]
        subprocess.run(
            [*command, "-o", str(out / "match.ttl"), "-o", str(out / "match.trig")],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        written.append([(out / f"match.{suffix}").read_bytes() for suffix in ("ttl", "trig")])
    assert written[0] == written[1]
    assert all(len(content) > 1000 for content in written[0])

"""Find nodes by name: all words of the question, wherever they begin, accents or not."""

import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kg.explain import PROLOGUE
from kg.query import IN_FUSED
from kg.rdf.terms import text_of
from kg.store import Store, to_rows
from kg.vocabulary import label_of

MOST = 100  # that are shown
NEAR = 70.0  # of 100: names this like are suggested where none fits
NAMES = """
SELECT ?node ?name ?label ?kind WHERE {
  VALUES ?kind { kg:Match kg:Player kg:Manager kg:Person kg:MatchOfficial kg:Team kg:NationalTeam
    kg:Venue kg:City kg:Competition kg:Stage }
  ?node a ?kind ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name .
}"""
WIDE = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True)
class Found:
    """A node: its IRI, its label, what it is, and the other name by which it was found, or ""."""

    node: str
    label: str
    kind: str
    other: str


def search(store: Store, wanted: str) -> tuple[tuple[Found, ...], str]:
    """The nodes of a name, the likeliest first; if there is none, the nearest name."""
    words = plain(wanted).split()
    if not words:
        return (), ""
    names = [
        {name: text_of(term) for name, term in row.items()}
        for row in to_rows(store.ask(PROLOGUE + NAMES, IN_FUSED))
    ]
    ranked: dict[str, tuple[int, int, str, Found]] = {}
    for row in names:
        folded = plain(row["name"])
        if all(f" {word}" in f" {folded}" for word in words):
            other = "" if row["name"] == row["label"] else row["name"]
            found = Found(row["node"], row["label"], label_of(row["kind"]), other)
            rank = 0 if folded.split() == words else 1 if folded.startswith(words[0]) else 2
            one = (rank, len(folded), row["name"], found)
            ranked[row["node"]] = min(one, ranked.get(row["node"], one), key=lambda it: it[:3])
    ordered = sorted(ranked.values(), key=lambda one: (*one[:3], one[3].node))
    if ordered:
        return tuple(one[3] for one in ordered[:MOST]), ""
    known = sorted({row["name"] for row in names})
    near = process.extractOne(wanted, known, scorer=fuzz.WRatio, processor=plain, score_cutoff=NEAR)
    return (), near[0] if near else ""


def plain(name: str) -> str:
    """A name without accents, capitals and marks: "Hans-Jörg Ø" is "hans jorg o"."""
    parts = unicodedata.normalize("NFKD", name.casefold().translate(WIDE))
    letters = (" " if unicodedata.category(c)[0] in "PZ" else c for c in parts)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())

"""The page of a node: what is told of it, and which other nodes point at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from kg.explain import PROLOGUE, claims
from kg.query import IN_FUSED
from kg.rdf.terms import text_of
from kg.serve.facts import Said, Told, by_sentence, told_of
from kg.serve.messages import Refusal
from kg.store import Store, to_rows
from kg.vocabulary import ONTOLOGY

MOST_POINTING = 1000  # nodes that are listed
POINTING = """
SELECT ?property ?node ?name ?match_name ?day WHERE {
  ?node ?property NODE ; rdfs:label ?name .
  OPTIONAL { ?node kg:inMatch ?match . ?match rdfs:label ?match_name
    OPTIONAL { ?match kg:matchDate ?match_day } }
  OPTIONAL { ?node kg:matchDate ?own_day }
  BIND (COALESCE(?own_day, ?match_day) AS ?day)
} ORDER BY DESC(?day) ?name ?node LIMIT LIMITED
"""
LEFT_OUT = """
  VALUES ?status { "disputed" "rejected" }
  { ?claim rdf:subject NODE } UNION { ?claim rdf:object NODE }
  ?claim kg:claimStatus ?status .
"""
# What those are called who point at a node by a property, in the order of a page. Whoever stands
# at home contests the match as well, and would be listed twice.
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "contestedBy": "Matches",
        "inCompetition": "Matches",
        "inStage": "Matches",
        "playedAt": "Matches",
        "inCity": "Matches",
        "referee": "Matches in charge of",
        "inMatch": "What happened",
        "scoredBy": "Goals",
        "assistedBy": "Assists",
        "shownTo": "Cards",
        "takenBy": "Penalties taken",
        "savedBy": "Penalties saved",
        "facedBy": "Penalties faced",
        "wonBy": "Penalties won",
        "givenAwayBy": "Penalties given away",
        "by": "Woodwork hit, goals disallowed",
        "playerOn": "Came on",
        "playerOff": "Went off",
        "manages": "Managers",
        "playsFor": "Players",
        "startedIn": "Who started",
        "onBenchIn": "Who was on the bench",
        "stageOf": "Stages",
        "standingIn": "Table",
        "standingOf": "Places in tables",
        "member": "Memberships",
    }
)


@dataclass(frozen=True)
class Pointing:
    """A node that points at another: its IRI and name, the match it belongs to, the day."""

    node: str
    name: str
    match: str
    day: str


@dataclass(frozen=True)
class NodePage:
    """All that a page shows.

    `groups` are those who point at the node, by what they are to it; `left_out` are the claims that
    name it and were not believed.
    """

    iri: str
    told: Told
    groups: tuple[tuple[str, tuple[Pointing, ...]], ...]
    left_out: tuple[Said, ...]
    cut: bool

    @property
    def name(self) -> str:
        """What the node is called, or else the end of its IRI."""
        return self.told.names[0] if self.told.names else self.iri.rsplit("/", 1)[-1]


def read_node(store: Store, iri: str) -> NodePage:
    """What the page of a node shows.

    Raises:
        Refusal: nothing is told of it.
    """
    told = told_of(store, [iri])
    query = POINTING.replace("NODE", str(ox.NamedNode(iri))).replace("LIMITED", str(MOST_POINTING))
    rows = to_rows(store.ask(PROLOGUE + query, IN_FUSED))
    left_out = by_sentence(claims(store, LEFT_OUT.replace("NODE", str(ox.NamedNode(iri)))))
    if iri not in told and not rows and not left_out:
        raise Refusal(404, f"nothing is told of {iri}")
    groups: dict[str, dict[Pointing, None]] = {title: {} for title in GROUPS.values()}
    for row in rows:
        text = {name: text_of(term) for name, term in row.items()}
        title = GROUPS.get(text["property"].removeprefix(ONTOLOGY))
        if title:
            pointing = Pointing(
                text["node"], text["name"], text.get("match_name", ""), text.get("day", "")
            )
            groups[title][pointing] = None
    shown = tuple((title, tuple(nodes)) for title, nodes in groups.items() if nodes)
    return NodePage(iri, told.get(iri, NOTHING), shown, left_out, len(rows) == MOST_POINTING)


NOTHING = Told((), (), ())

"""The page of a match: its story, who took part, and the sentences that say so."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.explain import PROLOGUE, claims
from kg.picture.projection import project
from kg.picture.reading import read_story
from kg.picture.story import GOALS, Event, Story, running_scores
from kg.query import IN_FUSED
from kg.rdf.terms import text_of, to_dataset
from kg.serve.facts import Fact, Said, Told, by_sentence, told_of
from kg.store import Store, sparql, to_rows, to_triples
from kg.vocabulary import FUSED

# The match, what happened in it, and what these point at.
AROUND = """
CONSTRUCT { ?node ?property ?value } WHERE {
  { VALUES ?node { MATCH } } UNION { ?node kg:inMatch MATCH } UNION { MATCH ?of ?node }
  UNION { ?event kg:inMatch MATCH ; ?part ?node } UNION { MATCH kg:inStage/kg:stageOf ?node }
  ?node ?property ?value
  FILTER (!isBlank(?node))
}"""
PEOPLE = """
SELECT DISTINCT ?team ?person ?name ?position ?role WHERE {
  MATCH kg:contestedBy ?team .
  { MATCH kg:matchDate ?day . ?membership kg:attestedOn ?day ; kg:memberOf ?team ;
      kg:member ?person }
  UNION { ?person kg:startedIn MATCH ; kg:playsFor ?team }
  UNION { ?person kg:onBenchIn MATCH ; kg:playsFor ?team }
  UNION { ?event kg:inMatch MATCH ; ?part ?person . ?person kg:playsFor ?team }
  ?person rdfs:label ?name .
  OPTIONAL { ?person kg:position ?position }
  OPTIONAL { ?person kg:startedIn MATCH . BIND ("started" AS ?start) }
  OPTIONAL { ?person kg:onBenchIn MATCH . BIND ("on the bench" AS ?bench) }
  BIND (COALESCE(?start, ?bench, "") AS ?role)
} ORDER BY ?name ?position"""
# Of the reports that tell of the match or of what happened in it.
LEFT_OUT = """
  VALUES ?status { "disputed" "rejected" }
  ?claim kg:claimStatus ?status .
  FILTER EXISTS { VALUES ?one { NODES } ?any rdf:subject ?one }
"""
ROLES = ("started", "on the bench", "")
LINES = ("goalkeeper", "defender", "midfielder", "winger", "forward", "")


@dataclass(frozen=True)
class Person:
    """Somebody of a side; role and position are "" where nobody tells."""

    node: str
    name: str
    position: str
    role: str

    @property
    def rank(self) -> int:
        """The place of those of his role."""
        return _rank(ROLES, self.role)


@dataclass(frozen=True)
class Happening:
    """An event of the story, the score after it ("1–0", "" if untold), and what is told of it."""

    event: Event
    score: str
    told: Told

    @property
    def side(self) -> str:
        """The side that gains it."""
        return self.event.side.name.lower()

    @property
    def anchor(self) -> str:
        """Where on the page it is: "goal-1"."""
        return self.event.node.rsplit("/", 1)[-1]

    @property
    def is_goal(self) -> bool:
        """Whether it counts."""
        return self.event.kind in GOALS


@dataclass(frozen=True)
class MatchPage:
    """All that a page shows; people are those of the left and of the right team."""

    story: Story
    told: Told
    happenings: tuple[Happening, ...]
    people: tuple[tuple[Person, ...], tuple[Person, ...]]
    left_out: tuple[Said, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell of the match."""
        told = (self.told, *(happening.told for happening in self.happenings))
        facts = (fact for one in told for fact in one.facts)
        return tuple(sorted({claim.report for fact in facts for claim in fact.claims}))

    def goals(self, side: str) -> tuple[Happening, ...]:
        """The goals that one side gained: "left" or "right"."""
        return tuple(one for one in self.happenings if one.is_goal and one.side == side)

    def about(self, *properties: str) -> tuple[Fact, ...]:
        """The facts of some properties, in the order of these."""
        facts = self.told.facts
        return tuple(fact for name in properties for fact in facts if fact.relation == name)


def read_match(store: Store, match: str) -> MatchPage:
    """What the page of a match shows."""
    story = _story(store, match)
    told = told_of(store, [match, *(event.node for event in story.events)])
    scores = {node: f"{left}–{right}" for node, (left, right) in running_scores(story).items()}
    happenings = tuple(
        Happening(event, scores.get(event.node, ""), told[event.node]) for event in story.events
    )
    people = _people(store, match)
    left, right = (people.get(team.node, ()) for team in (story.left, story.right))
    nodes = {person.node for person in (*left, *right)}
    doubts = claims(store, LEFT_OUT.replace("NODES", sparql.of_any(map(ox.NamedNode, told))))
    ours = (c for c in doubts if c.node in nodes or f"{c.node}/".startswith(f"{match}/"))
    return MatchPage(story, told[match], happenings, (left, right), by_sentence(ours))


def _story(store: Store, match: str) -> Story:
    query = PROLOGUE + AROUND.replace("MATCH", str(ox.NamedNode(match)))
    fused = ox.NamedNode(FUSED)
    around = to_triples(store.ask(query, IN_FUSED))
    quads = (ox.Quad(t.subject, t.predicate, t.object, fused) for t in around)
    return read_story(project(to_dataset(quads)), match)


def _people(store: Store, match: str) -> Mapping[str, tuple[Person, ...]]:
    """Those named for each team, by its IRI: who started first, from goalkeeper to forward."""
    query = PROLOGUE + PEOPLE.replace("MATCH", str(ox.NamedNode(match)))
    found: dict[str, dict[str, Person]] = {}
    for row in to_rows(store.ask(query, IN_FUSED)):
        text = {name: text_of(term) for name, term in row.items()}
        person = Person(text["person"], text["name"], text.get("position", ""), text["role"])
        found.setdefault(text["team"], {}).setdefault(person.node, person)
    return {
        team: tuple(
            sorted(people.values(), key=lambda p: (p.rank, _rank(LINES, p.position), p.name))
        )
        for team, people in found.items()
    }


def _rank(order: tuple[str, ...], word: str) -> int:
    return order.index(word) if word in order else len(order)

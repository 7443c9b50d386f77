"""The first page: how much there is, and the matches, the latest first."""

from dataclasses import dataclass
from itertools import groupby

from kg.explain import PROLOGUE
from kg.query import IN_FUSED
from kg.rdf.terms import text_of
from kg.store import Store, to_rows

AT_ONCE = 100  # matches on a page
MATCHES = """
SELECT ?match ?name ?day ?status ?left ?right ?left_score ?right_score
  (SAMPLE(?competition_name) AS ?competition) WHERE {
  {
    SELECT ?match ?name ?day ?status WHERE {
      ?match a kg:Match ; rdfs:label ?name .
      OPTIONAL { ?match kg:status ?status }
      OPTIONAL { ?match kg:matchDate ?day }
    } ORDERED LIMIT LIMITED OFFSET SKIPPED
  }
  OPTIONAL { ?match kg:homeTeam|kg:firstTeam ?left_team . ?left_team rdfs:label ?left }
  OPTIONAL { ?match kg:awayTeam|kg:secondTeam ?right_team . ?right_team rdfs:label ?right }
  OPTIONAL { ?match kg:homeScore|kg:firstScore ?left_score }
  OPTIONAL { ?match kg:awayScore|kg:secondScore ?right_score }
  OPTIONAL {
    ?match kg:inCompetition|(kg:inStage/kg:stageOf) ?in . ?in rdfs:label ?competition_name
  }
} GROUP BY ?match ?name ?day ?status ?left ?right ?left_score ?right_score
ORDERED"""
ORDER = 'ORDER BY DESC(BOUND(?day)) DESC(?day) (?status = "scheduled") ?name ?match'
COUNTS = """
SELECT ?kind (COUNT(DISTINCT ?node) AS ?number) WHERE {
  VALUES (?class ?kind) {
    (kg:Match "matches") (kg:Goal "goals") (kg:Player "players") (kg:Team "teams")
    (kg:NationalTeam "teams")
  }
  ?node a ?class
} GROUP BY ?kind"""
REPORTS = "SELECT (COUNT(DISTINCT ?one) AS ?number) WHERE { GRAPH ?evidence { ?one a kg:Report } }"
SCHEDULED = "scheduled"
NO_DAY, TO_COME = "Told in passing", "Still to be played"


@dataclass(frozen=True)
class Result:
    """A match in a list; names and scores are "" where nobody tells."""

    node: str
    name: str
    day: str
    status: str
    left: str
    right: str
    score: str
    competition: str

    @property
    def heading(self) -> str:
        """Under what it is listed: its day, or why it has none."""
        return self.day or (TO_COME if self.status == SCHEDULED else NO_DAY)

    @property
    def note(self) -> str:
        """What stands below it: its competition, and that it is still to be played."""
        to_come = TO_COME.lower() if self.day and self.status == SCHEDULED else ""
        return " · ".join(filter(None, (self.competition, to_come)))


@dataclass(frozen=True)
class HomePage:
    """All that a page shows; `days` are headings with their matches."""

    counts: tuple[tuple[str, int], ...]
    days: tuple[tuple[str, tuple[Result, ...]], ...]
    number: int
    more: bool


def read_home(store: Store, number: int) -> HomePage:
    """What the first page shows, or the `number`-th of those that go on with it."""
    part = {"LIMITED": AT_ONCE + 1, "SKIPPED": AT_ONCE * number, "ORDERED": ORDER}
    query = MATCHES
    for word, meant in part.items():
        query = query.replace(word, str(meant))
    rows = to_rows(store.ask(PROLOGUE + query, IN_FUSED))
    results = [_result({name: text_of(term) for name, term in row.items()}) for row in rows]
    days = tuple((day, tuple(of)) for day, of in groupby(results[:AT_ONCE], lambda r: r.heading))
    return HomePage(_counts(store), days, number, len(results) > AT_ONCE)


def _result(text: dict[str, str]) -> Result:
    left, right = text.get("left_score"), text.get("right_score")
    score = "v" if left is None or right is None else f"{left}–{right}"
    return Result(
        text["match"],
        text["name"],
        text.get("day", ""),
        text.get("status", ""),
        text.get("left", ""),
        text.get("right", ""),
        score,
        text.get("competition", ""),
    )


def _counts(store: Store) -> tuple[tuple[str, int], ...]:
    rows = to_rows(store.ask(PROLOGUE + COUNTS, IN_FUSED))
    found = {text_of(row["kind"]): int(text_of(row["number"])) for row in rows}
    reports = int(text_of(store.select(PROLOGUE + REPORTS)[0]["number"]))
    kinds = ("matches", "goals", "players", "teams")
    told = (("reports", reports), *((kind, found.get(kind, 0)) for kind in kinds))
    return tuple((kind, number) for kind, number in told if number)

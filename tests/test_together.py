"""Reports that belong together are read together, and each says what stands in its sentences."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from rdflib import Dataset
from readings import read_one, reading_of, rows
from test_step import said

from kg.facts.base import Evidence
from kg.facts.match import MatchFact
from kg.fuse import fuse
from kg.fuse.accounts import accounts
from kg.fuse.allies import find_allies
from kg.fuse.identity import Identity
from kg.graph import build_graph
from kg.keeping.kept import Kept
from kg.keeping.step import step
from kg.mentions import Entity, Kind
from kg.pipeline import known_names
from kg.rdf.terms import to_quads
from kg.reconcile import Reading
from kg.report import Report
from kg.store import Memory
from kg.vocabulary import evidence_graph

LEAD = """date 2021-03-08

Hallvik beat Brevik 2-1 in the Premier League at the Skarn Stadium, with goals by Marco Bellini and
Ivo Kaba.
"""
REST = """date 2021-03-08

Bellini opened the scoring in the 13th minute after good work by Tomas Ruud, but Jon Sorensen
equalised for Brevik in the 40th minute.

Ruud hit the post before Kaba scored the winner in the 88th minute. Hallvik were fortunate.
"""
IDENTITY = Identity(known_names())


def readings(*texts: str) -> list[Reading]:
    return [reading_of(text, f"report-{n}") for n, text in enumerate(texts, 1)]


def graph(told: Sequence[Reading]) -> Dataset:
    return build_graph(fuse(told, known_names(), read_one))


@pytest.fixture(scope="module")
def together() -> Dataset:
    """The graph of the two reports."""
    return graph(readings(LEAD, REST))


def test_the_rest_of_a_report_has_the_sides_of_its_lead(together: Dataset) -> None:
    goals = [(row["minute"], row["scorer"], row["team"]) for row in rows(together, "goals")]
    assert sorted(goals) == [
        ("13", "Marco Bellini", "Hallvik"),
        ("40", "Jon Sorensen", "Brevik"),
        ("88", "Ivo Kaba", "Hallvik"),
    ]
    (match,) = rows(together, "matches")
    assert (match["home_goals"], match["away_goals"]) == ("2", "1")
    (post,) = rows(together, "woodwork")
    assert (post["player"], post["team"]) == ("Tomas Ruud", "Hallvik")


@pytest.mark.parametrize("report", ["report-1", "report-2"])
def test_each_report_is_cited_for_its_own_sentences(together: Dataset, report: str) -> None:
    evidence = together.graph(evidence_graph(report))
    mentions = {str(s) for s in evidence.subjects() if "#char=" in str(s)}
    assert mentions
    assert all(f"/{report}#" in mention for mention in mentions)


def test_a_report_of_another_week_is_read_alone() -> None:
    told = readings(LEAD, REST.replace("2021-03-08", "2021-03-15"))
    assert fuse(told, known_names(), read_one).readings[0] == told[0]
    assert fuse(told, known_names(), read_one).readings[1].events == told[1].events


NO_TEAMS = """date 2021-03-08

Bellini opened the scoring in the 13th minute after good work by Tomas Ruud. Ruud hit the post
before Kaba scored the winner in the 88th minute.
"""


def test_two_people_tell_of_which_match_of_a_day_a_report_is() -> None:
    fusion = fuse(readings(LEAD, NO_TEAMS), known_names(), read_one)
    assert len(set(fusion.match_of_report.values())) == 1
    assert sorted(fusion.match_of_report) == ["report-1", "report-2"]


def test_one_of_them_does_not() -> None:
    fusion = fuse(readings(LEAD, NO_TEAMS.replace("Kaba", "Lokat")), known_names(), read_one)
    assert list(fusion.match_of_report) == ["report-1"]


ASTRAY = """date 2021-03-08

Tolna beat Norheim 2-0 in the Premier League. Marco Bellini scored the first goal for Tolna and Ivo
Kaba the second. Hallvik have five points more than Brevik.
"""


@pytest.mark.parametrize(("day", "doubts"), [("2021-03-08", True), ("2021-03-12", False)])
def test_a_report_may_take_another_match_for_its_own(day: str, doubts: bool) -> None:
    told = readings(LEAD, ASTRAY.replace("2021-03-08", day))
    allies = find_allies([t for r in told for t in accounts(r, IDENTITY) if t.match.main])
    assert ("report-2" in allies and allies["report-2"].in_doubt) is doubts


def test_what_is_left_alone_says_again_what_it_said() -> None:
    known, store = known_names(), Memory()
    lead, rest = readings(LEAD, REST)
    store.apply(step(store, known, [Kept(rest, "")], read=read_one))
    alone = set(store.quads)
    store.apply(step(store, known, [Kept(lead, "")], read=read_one))
    assert said(store) == set(to_quads(graph([rest, lead])))
    store.apply(step(store, known, gone=["report-1"], read=read_one))
    assert set(store.quads) == alone


SCRAP = """date 2021-03-08

Bellini opened the scoring in the 13th minute after good work by Ruud.
"""


@pytest.mark.parametrize(("scorer", "belongs"), [("Bellini", True), ("Lokat", False)])
@pytest.mark.parametrize("dated", [True, False])
def test_a_scrap_goes_with_the_report_of_the_goal(scorer: str, belongs: bool, dated: bool) -> None:
    texts = (LEAD, SCRAP.replace("Bellini", scorer))
    told = readings(*(text if dated else text.partition("\n")[2] for text in texts))
    matches = fuse(told, known_names(), read_one).match_of_report
    assert (matches.get("report-2") == matches["report-1"]) is belongs


MOSTLY = """date 2021-03-08

Tolna beat Norheim 2-0 in the Premier League. Hallvik have five points more than Brevik. Bellini and
Kaba trained with Hallvik, and Brevik had no injuries.
"""


def test_a_report_that_names_both_sides_most_is_of_their_match() -> None:
    told = readings(LEAD, MOSTLY)
    allies = find_allies([t for r in told for t in accounts(r, IDENTITY) if t.match.main])
    assert allies["report-2"].in_doubt


OPEN = """date 2021-03-08

Hallvik and Brevik met on a wet evening. Both had lost at home the week before.
"""
OTHER = """date 2021-03-08

Marco Bellini put them ahead in the 13th minute, and Ivo Kaba made it two before half-time.
Hallvik and Brevik had never met in Tolna before. Norheim and Lokat play tomorrow.
"""


HALLVIK, BREVIK, TOLNA, NORHEIM = (
    Entity(Kind.TEAM, name) for name in ("Hallvik", "Brevik", "Tolna", "Norheim")
)


def lost_to_tolna(report: str, start: int) -> MatchFact:
    """What a sentence recalls."""
    sentence = (Evidence(report, start, start + 9, "They lost 3-0 to Tolna."),)
    sides = HALLVIK, TOLNA
    return MatchFact(evidence=sentence, teams=sides, home_known=False, score=(0, 3))


def made(report: Report, *, score: tuple[int, int] | None) -> Reading:
    """What two reports say as one text, by hand."""
    sentence = (Evidence(report.id, 20, 40, "They met on a wet evening."),)
    sides = HALLVIK, BREVIK
    main = MatchFact(evidence=sentence, teams=sides, home_known=False, score=score, main=True)
    return Reading(report, matches=(main, lost_to_tolna(report.id, len(report.text) - 20)))


def open_readings() -> list[Reading]:
    """Two reports that name the same teams; the second takes others for the sides."""
    first, second = readings(OPEN, OTHER)
    sentence = (Evidence("report-2", 20, 40, "Norheim and Tolna play tomorrow."),)
    sides = NORHEIM, TOLNA
    guessed = MatchFact(evidence=sentence, teams=sides, home_known=False, main=True)
    return [
        replace(first, matches=(), named=(HALLVIK, BREVIK)),
        replace(second, matches=(guessed,), named=(HALLVIK, BREVIK)),
    ]


def test_two_open_reports_may_tell_together_which_match_they_are_of() -> None:
    fusion = fuse(open_readings(), known_names(), partial(made, score=(2, 0)))
    own, other = fusion.matches
    assert own.iri.endswith("/match/before-2021-03-08-hallvik-tolna-report-2")
    assert other.iri.endswith("/match/by-2021-03-08-brevik-hallvik-report-2")
    assert {report for report, _ in other.told} == {"report-1", "report-2"}


def test_where_they_do_not_each_stands_as_it_was() -> None:
    told = open_readings()
    fusion = fuse(told, known_names(), partial(made, score=None))
    assert fusion.readings == tuple(told)


def test_what_another_report_of_the_match_tells_does_not_stand_apart() -> None:
    lead, rest = readings(LEAD, NO_TEAMS)
    other = reading_of(LEAD, "report-3")
    again = replace(other, matches=(*other.matches, lost_to_tolna("report-3", 127)))
    read = partial(made, score=(2, 1))

    def recalled(told: Sequence[Reading]) -> list[str]:
        iris = (match.iri for match in fuse(told, known_names(), read).matches)
        return [iri.rpartition("/")[2] for iri in iris if "tolna" in iri]

    assert recalled([lead, rest]) == ["before-2021-03-08-hallvik-tolna-report-2"]
    assert recalled([lead, rest, again]) == ["before-2021-03-08-hallvik-tolna"]


def test_a_sheet_that_names_no_team_tells_its_match_by_its_players() -> None:
    sheet = (
        "Lund, Vold, Dahl, Ruud, Aasen, Moe, Nyvall, Ek, Ask, Kaba, Bjorke. "
        "Subs Not Used: Holm.\n\nOstby, Vestli, Nordal, Sydnes, Berg, Dalen, Fjell, Elvan, Sjo, "
        "Havre, Gomes. Subs Not Used: Brekke.\n\nKaba 12.\n\n4,120\n"
    )
    called = {entity.name for entity in reading_of(sheet).named}
    assert {"Lund", "Holm", "Gomes", "Brekke"} <= called

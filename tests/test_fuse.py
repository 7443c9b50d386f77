"""Two reports of one match: each thing once, and where they disagree both are kept."""

from itertools import accumulate
from pathlib import Path

import pytest
from rdflib import Dataset
from rdflib.namespace import RDFS
from readings import Row, graph_of, rows

from kg.validate import validate
from kg.vocabulary import FUSED

FIRST = """date 2021-03-08 NORHEIM: Hosts Hallvik won 2-1 against Brevik in the Premier League at
the Skarn Stadium on Sunday (Mar 7).

Marco Bellini opened the scoring for Hallvik in the 13th minute.

Jon Sorensen equalised for Brevik on 40 minutes, but Bellini scored the winner in the 88th minute.

Hallvik goalkeeper Petter Ruud was the best man on the field.
"""
SECOND = """date 2021-03-09 NORHEIM: FC Hallvik won 2-1 at home to Brevik on Sunday (Mar 7).

Brevik striker Jon Sorensen scored for the visitors in the 41st minute.

Captain Bellini had scored for Hallvik on 13 minutes, and Bellini scored the winner on 88 minutes.

Brevik midfielder Ivo Mertens hit the post on 60 minutes.
"""
OTHER = """date 2021-03-15 KARSTAD: Hosts Tolna won 1-0 against Brevik on Sunday (Mar 14).

Tolna striker Anders Bellini scored in the fifth minute.
"""


@pytest.fixture(scope="module")
def fused() -> Dataset:
    """The graph of two reports of one match."""
    return graph_of(FIRST, SECOND)


def told(graph: Dataset, question: str, *columns: str) -> list[tuple[str | None, ...]]:
    found: list[Row] = rows(graph, question)
    return sorted((tuple(row[c] for c in columns) for row in found), key=str)


def test_one_match(fused: Dataset) -> None:
    assert told(fused, "matches", "home", "away", "home_goals", "away_goals", "date") == [
        ("Hallvik", "Brevik", "2", "1", "2021-03-07")
    ]


def test_what_only_one_report_says_is_there(fused: Dataset) -> None:
    (match,) = rows(fused, "matches")
    assert (match["venue"], match["competition"]) == ("Skarn Stadium", "Premier League")
    assert told(fused, "woodwork", "player", "team") == [("Ivo Mertens", "Brevik")]
    assert ("Petter Ruud", "Hallvik") in told(fused, "memberships", "player", "team")


def test_each_goal_once(fused: Dataset) -> None:
    goals = told(fused, "goals", "minute", "scorer", "team")
    assert [goal for goal in goals if goal[1] == "Marco Bellini"] == [
        ("13", "Marco Bellini", "Hallvik"),
        ("88", "Marco Bellini", "Hallvik"),
    ]
    assert len(goals) == 3


def test_a_surname_joins_the_full_name_of_the_other_report(fused: Dataset) -> None:
    people = [player for (player,) in told(fused, "memberships", "player")]
    assert [player for player in people if player and "Bellini" in player] == ["Marco Bellini"]


def test_a_minute_that_differs_is_one_goal_and_a_conflict(fused: Dataset) -> None:
    (goal,) = [row for row in rows(fused, "goals") if row["scorer"] == "Jon Sorensen"]
    assert goal["minute"] in {"40", "41"}
    (conflict,) = [row for row in rows(fused, "conflicts") if row["property"] == "atMinute"]
    assert {conflict["kept"], conflict["disputed"]} == {"40", "41"}
    assert conflict["kept"] == goal["minute"]
    assert conflict["subject"] == f"Jon Sorensen {goal['minute']}'"


def test_other_matches_and_namesakes_stay_apart() -> None:
    graph = graph_of(FIRST, OTHER)
    assert len(rows(graph, "matches")) == 2
    bellinis = [row for row in rows(graph, "memberships") if "Bellini" in (row["player"] or "")]
    assert {(row["player"], row["team"]) for row in bellinis} == {
        ("Marco Bellini", "Hallvik"),
        ("Anders Bellini", "Tolna"),
    }


def test_order_of_reports_changes_no_answer() -> None:
    for question in ("matches", "goals", "memberships", "conflicts", "woodwork"):
        one, other = (
            rows(graph_of(*texts), question) for texts in ((FIRST, OTHER), (OTHER, FIRST))
        )
        assert [drop_report(row) for row in one] == [drop_report(row) for row in other]


def drop_report(row: Row) -> Row:
    return {name: value for name, value in row.items() if not name.endswith("_report")}


def test_the_same_report_twice_is_no_second_witness() -> None:
    assert told(graph_of(FIRST, FIRST), "goals", "scorer", "minute") == told(
        graph_of(FIRST), "goals", "scorer", "minute"
    )


# ------------------------------------------------------------------------------- other tellings

UNITED = """date 2021-03-08

Hallvik United beat Brevik 2-1 in the Premier League at the Skarn Stadium.

Marco Bellini opened the scoring for Hallvik United in the 13th minute and Brevik striker Henrik
Mkhitaryan equalised on 40 minutes.

Hallvik United midfielder Ivo Kaba scored the winner in the 88th minute.
"""
WITHOUT_RESULT = """date 2021-03-08

Brevik will feel hard done by after their trip to United.

Mkhitarian had levelled for Brevik with a header on 41 minutes, after Bellini had put United ahead.

Brevik goalkeeper Ruud saved well from Kaba before the United midfielder scored in the 88th minute.
"""
WITHOUT_A_DAY = """Hallvik United won 2-1 at home to Brevik.

Bellini and Kaba scored for Hallvik United. Mkhitaryan scored for Brevik in the 40th minute.
"""
A_YEAR_LATER = """date 2022-03-08

Hallvik United won 2-1 at home to Brevik.

Anton Lund and Piet Vold scored for Hallvik United. Holm scored for Brevik in the 40th minute.
"""


def test_a_match_is_found_without_day_or_result() -> None:
    graph = graph_of(UNITED, WITHOUT_RESULT, WITHOUT_A_DAY)
    assert told(graph, "matches", "home", "away", "home_goals", "away_goals") == [
        ("Hallvik United", "Brevik", "2", "1")
    ]
    assert ("Ruud", "Brevik") in told(graph, "memberships", "player", "team")


def test_a_name_spelt_two_ways_is_one_player() -> None:
    graph = graph_of(UNITED, WITHOUT_RESULT)
    assert [row for row in told(graph, "memberships", "player") if "Mkhi" in str(row)] == [
        ("Henrik Mkhitaryan",)
    ]


def test_another_match_of_the_two_stays_another_one() -> None:
    assert len(rows(graph_of(UNITED, A_YEAR_LATER), "matches")) == 2
    assert len(rows(graph_of(WITHOUT_A_DAY, UNITED, A_YEAR_LATER), "matches")) == 2


def test_more_goals_than_the_score_has_are_outvoted() -> None:
    graph = graph_of(UNITED, WITHOUT_A_DAY, WITHOUT_RESULT.replace("Kaba before", "Lund before"))
    assert len(rows(graph, "goals")) == 3
    for row in rows(graph, "goals"):
        assert row["scorer"] in {"Marco Bellini", "Henrik Mkhitaryan", "Ivo Kaba"}


OPEN_LEAD = """Hallvik drew 1-1 with Brevik in the first leg of their Cup semi-final.

Marco Bellini scored for Hallvik and Henrik Dahl equalised for Brevik. Hallvik go to Brevik for the
second leg.
"""
OPEN_REST = """Hallvik striker Marco Bellini headed in after Ivo Kaba crossed. Brevik forward Henrik
Dahl equalised in the 40th minute.

Hallvik travel to Brevik for the second leg.

Hallvik 1 (Bellini 20) Brevik 1 (Dahl 40)
"""


def test_a_match_to_come_is_one_though_a_report_does_not_tell_how_its_own_ended() -> None:
    assert len(rows(graph_of(OPEN_LEAD, OPEN_REST), "fixtures")) == 1


LEAGUE = """date 2021-03-06

Hallvik beat Brevik 2-0 in the Premier League on Saturday to go three points clear at the top.

Marco Bellini scored in the 13th minute for Hallvik and Ivo Kaba added a second on 60 minutes.
"""
NO_LEAGUE = """date 2021-03-06

Hallvik are top of the table after a 2-0 win over Brevik on Saturday.

Marco Bellini scored in the 13th minute for Hallvik and Ivo Kaba added a second on 60 minutes. Tolna
will move level on points if they win at Norheim on Sunday.
"""


def test_a_table_is_that_of_the_league_which_another_report_names() -> None:
    graph = graph_of(LEAGUE, NO_LEAGUE)
    assert told(graph, "standings", "team", "rank", "competition") == [
        ("Hallvik", "1", "Premier League")
    ]
    assert told(graph, "fixtures", "home", "competition") == [("Norheim", "Premier League")]
    assert told(graph_of(NO_LEAGUE), "fixtures", "home", "competition") == [("Norheim", None)]


def test_a_table_is_of_no_cup_and_of_no_league_that_is_in_doubt() -> None:
    cup = LEAGUE.replace("Premier League", "FA Cup")
    other = LEAGUE.replace("Premier League", "Bundesliga")
    for texts in ((cup, NO_LEAGUE), (LEAGUE, other, NO_LEAGUE)):
        assert ("Norheim", None) in told(graph_of(*texts), "fixtures", "home", "competition")


# ------------------------------------------------------------------------------- disagreement


@pytest.mark.parametrize("minute", [14, 15, 19, 31])
def test_another_minute_is_a_conflict_and_no_second_goal(minute: int) -> None:
    graph = graph_of(UNITED, UNITED.replace("13th", f"{minute}th"))
    assert len(rows(graph, "goals")) == 3
    (row,) = [r for r in rows(graph, "conflicts") if r["property"] == "atMinute"]
    assert {row["kept"], row["disputed"]} == {"13", str(minute)}
    assert f"{minute}th" in f"{row['kept_sentence']} {row['disputed_sentence']}"


def test_goals_of_one_scorer_stay_in_their_order() -> None:
    brace = UNITED.replace("Ivo Kaba scored", "Marco Bellini scored").replace("88th", "16th")
    copy = brace.replace("13th", "15th").replace("16th", "18th")
    disputed = [r for r in rows(graph_of(brace, copy), "conflicts") if r["property"] == "atMinute"]
    assert {frozenset((r["kept"], r["disputed"])) for r in disputed} == {
        frozenset(("13", "15")),
        frozenset(("16", "18")),
    }


def test_another_scorer_is_a_conflict_and_no_second_goal() -> None:
    graph = graph_of(UNITED, UNITED.replace("Marco Bellini", "Anton Lund"))
    assert len(rows(graph, "goals")) == 3
    (row,) = [r for r in rows(graph, "conflicts") if r["property"] == "scoredBy"]
    assert {row["kept"], row["disputed"]} == {"Marco Bellini", "Anton Lund"}


def test_another_scorer_in_another_minute_is_one_goal_if_the_others_are_told() -> None:
    other = SECOND.replace("in the 41st minute", "in the 52nd minute")
    graph = graph_of(FIRST, other.replace("Jon Sorensen", "Luka Kaba"))
    assert len(rows(graph, "goals")) == 3
    assert {"scoredBy", "atMinute"} <= {row["property"] for row in rows(graph, "conflicts")}


def test_a_score_is_believed_as_a_whole() -> None:
    graph = graph_of(UNITED, UNITED.replace("2-1", "3-2"))
    (match,) = rows(graph, "matches")
    assert (match["home_goals"], match["away_goals"]) in {("2", "1"), ("3", "2")}
    disputed = {r["property"] for r in rows(graph, "conflicts")}
    assert len(disputed & {"homeScore", "awayScore", "firstScore", "secondScore"}) == 2


@pytest.mark.parametrize("score", ["4-1", "2-0"])
def test_a_match_is_called_by_the_score_that_is_believed(score: str) -> None:
    graph = graph_of(UNITED, f"CORRECTION: {UNITED.replace('2-1', score)}")
    labels = {str(label) for label in graph.graph(FUSED).objects(predicate=RDFS.label)}
    assert [label for label in labels if "Brevik" in label and "United " in label] == [
        f"Hallvik United {score} Brevik"
    ]


def test_only_the_side_whose_goals_differ_is_in_dispute() -> None:
    graph = graph_of(UNITED, UNITED.replace("2-1", "4-1"))
    assert [
        (row["property"], {row["kept"], row["disputed"]}) for row in rows(graph, "conflicts")
    ] == [("firstScore", {"2", "4"})]


def test_a_correction_is_believed() -> None:
    wrong = UNITED.replace("13th", "31st")
    for texts in ((wrong, f"CORRECTION: {UNITED}"), (f"CORRECTION: {UNITED}", wrong)):
        minutes = told(graph_of(*texts), "goals", "scorer", "minute")
        assert ("Marco Bellini", "13") in minutes


def test_the_later_of_two_reports_is_believed() -> None:
    later = UNITED.replace("13th", "31st").replace("2021-03-08", "2021-03-09")
    for texts in ((UNITED, later), (later, UNITED)):
        minutes = told(graph_of(*texts), "goals", "scorer", "minute")
        assert ("Marco Bellini", "31") in minutes


# ------------------------------------------------------------------------------- time

MOVED = """date 2021-08-22 KARSTAD: Hosts Tolna won 1-0 against Hallvik United on Sunday (Aug 22).

Tolna striker Marco Bellini scored in the fifth minute.
"""


def test_a_transfer_gives_two_memberships_and_no_conflict() -> None:
    graph = graph_of(UNITED, MOVED)
    assert [
        row
        for row in told(graph, "memberships_in_time", "player", "team", "since", "until")
        if row[0] == "Marco Bellini"
    ] == [
        ("Marco Bellini", "Hallvik United", "2021-03-08", "2021-03-08"),
        ("Marco Bellini", "Tolna", "2021-08-22", "2021-08-22"),
    ]
    assert rows(graph, "conflicts") == []
    assert [v for v in validate(graph) if v.severity == "violation"] == []


def test_who_was_with_a_team_on_a_day() -> None:
    squad = told(graph_of(UNITED, MOVED), "squads_on_days", "date", "team", "player")
    assert ("2021-08-22", "Tolna", "Marco Bellini") in squad
    assert ("2021-08-22", "Hallvik United", "Marco Bellini") not in squad


def test_two_players_of_one_name_on_one_day_stay_two() -> None:
    graph = graph_of(MOVED, MOVED.replace("Tolna", "Lervik").replace("Hallvik United", "Brevik"))
    teams = [team for name, team in told(graph, "memberships", "player", "team") if name]
    assert sorted(filter(None, teams)).count("Tolna") == 1
    people = {str(s) for s in graph.graph(FUSED).subjects() if "marco-bellini" in str(s)}
    assert len([iri for iri in people if "/player/" in iri]) == 2


# ------------------------------------------------------------------------------- the seed reports

SEEDS = sorted((Path(__file__).parents[1] / "seeds" / "reports").glob("*.txt"))
LEAD = 700  # characters


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_lead_and_rest_of_a_report_are_of_one_match(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    ends = list(accumulate(map(len, paragraphs)))
    first = next(n for n, end in enumerate(ends, 1) if end > LEAD)
    rest = "\n\n".join(["date 2020-12-02", *paragraphs[first:]])
    graph = graph_of("\n\n".join(paragraphs[:first]), rest)
    for question, columns in (("goals", ("scorer", "team")), ("matches", ("home", "away"))):
        assert told(graph, question, *columns) == told(graph_of(text), question, *columns)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
@pytest.mark.parametrize(
    ("was", "becomes"),
    [("13th", "15th"), ("79th", "63rd"), ("Scholz", "Sholz"), ("Romero", "Romeiro")],
)
def test_an_altered_copy_doubles_no_goal(path: Path, was: str, becomes: str) -> None:
    text = path.read_text(encoding="utf-8")
    graph = graph_of(text, text.replace(was, becomes))
    assert len(rows(graph, "goals")) == 2
    planted = was[0].isdigit() and was in text
    differing = [r for r in rows(graph, "conflicts") if r["property"] == "atMinute"]
    assert len(differing) == planted
    assert all({r["kept"], r["disputed"]} == {was[:2], becomes[:2]} for r in differing)

"""A report and a copy of it that differs in one thing: what is fused of both is no worse."""

from dataclasses import replace

import pytest
from readings import graph_of, read_one, reading_of, rows

from kg.fuse import fuse
from kg.graph import build_graph
from kg.names.known import NO_NAMES
from kg.pipeline import known_names

HALLVIK = """date 2021-03-08

Hallvik beat Brevik 2-1 in the Premier League at the Skarn Stadium.

Marco Bellini opened the scoring for Hallvik in the 13th minute from a pass by Petter Ruud, and
Brevik striker Jon Sorensen equalised on 40 minutes.

Hallvik midfielder Ivo Kabadze scored the winner in the 88th minute.
"""
SPELT = HALLVIK.replace("Kabadze", "Kabydze")
TIMED = HALLVIK.replace("13th", "15th").replace("88th", "86th")
UNDATED = """Hallvik beat Brevik 2-1 in the Premier League at the Skarn Stadium.

Marco Bellini and Ivo Kabadze scored for Hallvik, and Jon Sorensen for Brevik.

Hallvik had lost 3-0 at Tolna. Brevik will host Karstad next.
"""
OPEN = """Hallvik and Brevik met at the Skarn Stadium.

Marco Bellini headed in a corner from Ivo Kabadze for Hallvik. Hallvik goalkeeper Petter Ruud saved
from Brevik striker Jon Sorensen, and Brevik midfielder Anton Lund shot wide.

Brevik lost 2-0 at Tolna a week ago.
"""
GOALLESS = """Hallvik and Brevik drew 0-0 in the Premier League at the Skarn Stadium.

Hallvik goalkeeper Petter Ruud saved from Brevik striker Jon Sorensen in the tenth minute, and Marco
Bellini and Ivo Kabadze shot wide for Hallvik.
"""


@pytest.mark.parametrize("question", ["goals", "matches", "memberships"])
@pytest.mark.parametrize("copy", [TIMED, SPELT], ids=["timed", "spelt"])
@pytest.mark.parametrize("turned", [False, True])
def test_where_nothing_speaks_for_either_all_is_of_one_report(
    question: str, copy: str, turned: bool
) -> None:
    both = (copy, HALLVIK) if turned else (HALLVIK, copy)
    assert rows(graph_of(*both), question) == rows(graph_of(both[0]), question)


def test_who_tells_more_of_a_match_is_believed_before_who_sums_it_up() -> None:
    summary = TIMED[: TIMED.index("Hallvik midfielder")]
    minutes = [row["minute"] for row in rows(graph_of(summary, HALLVIK), "goals")]
    assert minutes == [row["minute"] for row in rows(graph_of(HALLVIK), "goals")]


def test_who_scores_for_a_team_may_be_spelt_otherwise_where_he_is_not_said_to_be_its_own() -> None:
    told = [
        replace(reading_of(text, f"report-{n}"), memberships=())
        for n, text in enumerate((HALLVIK, SPELT))
    ]
    graph = build_graph(fuse(told, NO_NAMES))
    assert [row["scorer"] for row in rows(graph, "goals") if "Ivo" in (row["scorer"] or "")] == [
        "Ivo Kabadze"
    ]


@pytest.mark.parametrize("question", ["goals", "matches", "fixtures"])
@pytest.mark.parametrize("text", [UNDATED, GOALLESS], ids=["goals", "no goals"])
def test_what_is_told_beside_a_match_without_a_day_is_told_once(question: str, text: str) -> None:
    assert rows(graph_of(text, text), question) == rows(graph_of(text), question)
    assert len(rows(graph_of(text), "matches")) + len(rows(graph_of(text), "goals")) > 0


@pytest.mark.parametrize("question", ["goals", "matches", "memberships"])
def test_a_copy_does_not_help_a_report_that_leaves_the_result_open(question: str) -> None:
    spelt = reading_of(OPEN.replace("Kabadze", "Kabydze"), "report-2")
    graph = build_graph(fuse([reading_of(OPEN, "report-1"), spelt], known_names(), read_one))
    assert len(rows(graph, question)) == len(rows(graph_of(OPEN), question)) > 0


def test_beside_another_match_it_is_another_one() -> None:
    other = UNDATED.replace("Marco Bellini and Ivo Kabadze", "Anton Lund and Piet Vold")
    other = other.replace("Jon Sorensen", "Luka Holm")
    lost = [row for row in rows(graph_of(UNDATED, other), "matches") if row["home"] == "Tolna"]
    assert len(lost) == 2


def test_without_goals_it_takes_most_of_the_people() -> None:
    other = GOALLESS.replace("Marco\nBellini", "Anton Lund").replace("Ivo Kabadze", "Piet Vold")
    assert len(rows(graph_of(GOALLESS, other), "matches")) == 2


def test_what_is_told_beside_a_match_is_told_once_where_its_score_is_untold() -> None:
    text = UNDATED.replace("beat Brevik 2-1", "beat Brevik")
    assert rows(graph_of(text, text), "fixtures") == rows(graph_of(text), "fixtures")

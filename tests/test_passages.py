"""A round-up is read match by match: each goal counts in the match it was scored in."""

import pytest
from readings import document_of, graph_of, rows, senses

from kg.mentions.match.passages import find_passages
from kg.pipeline import known_names

ROUND_UP = """Leaders Hallvik stretched their lead with a 2-0 win at Brevik. Jon Kaba put them
ahead after 19 minutes and Ivo Sorensen added a second.

Norheim Town were held to a 1-1 draw at home by Dalby. Marco Bellini fired Norheim in front but
Tom Nduri equalised in the 67th minute for the visitors.

Morava thrashed ten-man Lindvik 3-0. Emil Strand scored twice and Adam Wiik got the other.

There was also a 1-0 win for Fossum over Grimstad, Kaspar Rud heading the winner."""

ONE_MATCH = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba put them ahead after 19 minutes.

Ivo Sorensen made it 2-0 when he headed in a cross from Marco Bellini.

Hallvik are third, a point behind Norheim and two behind Dalby, who drew 1-1 with Morava."""

ONE_AND_ANOTHER = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

In the other semi-final, Norheim came from behind to defeat Dalby 3-2."""

NEXT_OPPONENT = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

Norheim, beaten 3-0 by Dalby last night, visit Karsk on Tuesday."""

AND_BACK = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

In the other semi-final, Norheim came from behind to defeat Dalby 3-2.

Sorensen was replaced late on."""

OLD_RESULT = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

It was the first such result since Norheim lost 2-0 to Dalby in 1974."""


HEADED = """Hallvik rolled to a 4-0 home win over Brevik to move clear of Norheim.

Jon Kaba scored twice and Ivo Sorensen got the third in the 71st minute.

Norheim 1, Dalby 1

Norheim needed a late goal from Marco Bellini to salvage a draw. Tom Nduri had put Dalby ahead.

Lindvik 0-0 Morava

Lindvik held on at home."""

NOT_HEADED = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba scored in the 12th minute.

READ MORE: Norheim 2-1 Dalby

Ivo Sorensen made it 2-0 in the 80th minute."""

OLD_GOAL = """Leaders Hallvik won 2-0 at Brevik. Jon Kaba put them ahead after 19 minutes.

Norheim Town were held to a 1-1 draw at home by Dalby.

Norheim's Marco Bellini, who scored against Italy last week, had put them in front.

Morava thrashed ten-man Lindvik 3-0. Emil Strand scored twice and Adam Wiik got the other."""

BY_OTHER_NAMES = """Juventus won 2-1 at Roma on Sunday to go top of the standings. Jon Kaba scored.

Third-placed Lazio beat Napoli 1-0 on Saturday. Ivo Sorensen headed the winner.

Juve defender Jon Kaba volleyed home from Marco Bellini's corner before Tom Nduri levelled."""

STANDFIRST = """Goalkeeper Jon Hansen saves late on as the hosts hold on to win 2-1 in Karsk.

Hallvik reached the last four by beating Brevik 2-1. Jon Kaba and Ivo Sorensen scored.

Lindvik's Emil Strand thought he had levelled but Hansen saved.

In the other semi-final, Norheim came from behind to defeat Dalby 3-2."""


IN_THE_MIDST = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

Brevik pressed late on but Jon Hansen saved from Per Gomes. Norheim also won. Marco Bellini put
Norheim ahead against Dalby in the 12th minute, but Tom Nduri levelled and Emil Strand hit the
winner.

Sorensen was replaced late on."""

ONLY_COMPARED = """Hallvik beat Brevik 2-0 on Saturday. Jon Kaba and Ivo Sorensen scored.

Brevik pressed late on but Jon Hansen saved from Per Gomes. Norheim and Dalby, who both won, are
level on points."""

OF_NONE = """Hallvik and Brevik have had a year to forget. Jon Kaba left Hallvik in May.

Brevik sacked Rolf Lunde. Norheim put out Dalby in June, when Marco Bellini scored and Tom Nduri
missed a penalty."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (OF_NONE, 1),
        (IN_THE_MIDST, 2),
        (ONLY_COMPARED, 1),
        (STANDFIRST, 2),
        (ROUND_UP, 4),
        (ONE_MATCH, 1),
        (ONE_AND_ANOTHER, 2),
        (NEXT_OPPONENT, 1),
        (AND_BACK, 2),
        (OLD_RESULT, 1),
        (HEADED, 3),
        (NOT_HEADED, 1),
        (OLD_GOAL, 3),
        (BY_OTHER_NAMES, 2),
    ],
    ids=[
        "in a text that reports no match",
        "in the midst of a paragraph",
        "two teams compared with",
        "standfirst",
        "round-up",
        "one match",
        "another beside it",
        "next opponent",
        "another and back",
        "another of old",
        "under its result",
        "a result that heads nothing",
        "who scored against another",
        "back by another name",
    ],
)
def test_passages_are_told_apart_by_their_names(text: str, count: int) -> None:
    document = document_of(text)
    passages = find_passages(document, senses(document, known_names()), known_names())
    assert len(passages) == count
    assert sum(len(passage.sentences) for passage in passages) == len(document.sentences)


def test_each_goal_is_of_its_own_match() -> None:
    told = {
        (row["scorer"], row["team"], frozenset((row["home"], row["away"])))
        for row in rows(graph_of(ROUND_UP), "goals")
    }
    assert told >= {
        ("Jon Kaba", "Hallvik", frozenset(("Hallvik", "Brevik"))),
        ("Ivo Sorensen", "Hallvik", frozenset(("Hallvik", "Brevik"))),
        ("Marco Bellini", "Norheim Town", frozenset(("Norheim Town", "Dalby"))),
        ("Tom Nduri", "Dalby", frozenset(("Norheim Town", "Dalby"))),
        ("Emil Strand", "Morava", frozenset(("Morava", "Lindvik"))),
        ("Kaspar Rud", "Fossum", frozenset(("Fossum", "Grimstad"))),
    }


def test_report_is_about_its_first_match() -> None:
    matches = rows(graph_of(ROUND_UP), "matches")
    assert len(matches) == 4
    assert sum(row["home"] == "Brevik" and row["away"] == "Hallvik" for row in matches) == 1


def test_a_team_compared_with_is_no_side() -> None:
    graph = graph_of(
        "Hallvik drew 1-1 at home to champions Brevik and moved two points behind second-placed "
        "Norheim on Sunday.\n\nJon Kaba put Brevik ahead before Ivo Sorensen levelled for Hallvik."
    )
    (match,) = rows(graph, "matches")
    assert {match["home"], match["away"]} == {"Hallvik", "Brevik"}


def test_the_country_of_a_club_and_the_cup_of_a_tie_are_no_sides() -> None:
    graph = graph_of(
        "Hallvik beat Brevik 3-0 in the Karsk Cup on Saturday.\n\nJon Kaba scored twice and Ivo "
        "Sorensen once. In the other Karsk Cup tie, Norway's Dalby took the lead through Tom Nduri "
        "in the 35th minute before Norheim's Marco Bellini levelled on the hour. Emil Strand put "
        "Dalby 2-1 up in the 65th minute."
    )
    told = {(row["scorer"], row["team"], row["minute"]) for row in rows(graph, "goals")}
    assert told >= {
        ("Tom Nduri", "Dalby", "35"),
        ("Marco Bellini", "Norheim", "60"),
        ("Emil Strand", "Dalby", "65"),
    }

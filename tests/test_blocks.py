"""Reports cut into blocks: what each stretch of the text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.blocks import Block, Kind, cut
from kg.blocks.datelines import Dateline
from kg.report import to_report

REPORT = """date 2021-03-08 Nor
Hallvik rescue a point at the death

By Our Own Reporter
2021/03/08 06:00
Mon 8 Mar 2021 07.30 GMT
Jon Sorensen of Brevik, left, in action against Marco Bellini of Hallvik during the match at No...

Marco Bellini celebrates scoring against Brevik during their league match

NORHEIM, Norway (NPA) — Hallvik drew 1-1 with Brevik on Sunday in a match of few chances.

Bellini levelled with a minute to go.

Subs: Ruud, Aasen, Lund, Vold, Krogh, Nyvall, Dahl.

More football: https://example.org/football

Updated : 2021-03-08 07:40 GMT+08:00
"""


def blocks(text: str) -> tuple[Block, ...]:
    return cut(to_report(text, "report")).blocks


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (Kind.DATE_LINE, "date 2021-03-08"),
        (Kind.HEADLINE, "Hallvik rescue a point"),
        (Kind.BYLINE, "By Our Own Reporter"),
        (Kind.DATE_LINE, "2021/03/08 06:00"),
        (Kind.DATE_LINE, "Mon 8 Mar 2021"),
        (Kind.CAPTION, "Jon Sorensen of Brevik"),
        (Kind.CAPTION, "Marco Bellini celebrates"),
        (Kind.DATE_LINE, "NORHEIM, Norway (NPA) —"),
        (Kind.PROSE, "Hallvik drew 1-1"),
        (Kind.PROSE, "Bellini levelled"),
        (Kind.TEAM_SHEET, "Subs: Ruud"),
        (Kind.BOILERPLATE, "More football"),
        (Kind.BOILERPLATE, "Updated"),
    ],
)
def test_kind(kind: Kind, start: str) -> None:
    found = [block for block in blocks(REPORT) if block.text.startswith(start)]
    assert [block.kind for block in found] == [kind]


def test_blocks_keep_their_place() -> None:
    found = blocks(REPORT)
    assert len(found) > 10
    assert all(REPORT[b.start : b.end].replace("\n", " ") == b.text for b in found)
    assert [b.start for b in found] == sorted(b.start for b in found)


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("NORHEIM, Norway (NPA) — {}", "Norheim", "Norway"),
        ("NORHEIM (NPA) - {}", "Norheim", ""),
        ("SKARN, Va. – {}", "Skarn", "Va."),
        ("date 2021-03-08 NORHEIM: {}", "Norheim", ""),
        ("SAN TELMO, March 7 (NPA) - {}", "San Telmo", ""),
        ("ÅRHAVEN, Norway (NPA) — {}", "Århaven", "Norway"),
    ],
)
def test_dateline(line: str, city: str, country: str) -> None:
    report = to_report(line.format("Hallvik drew 1-1 with Brevik on Sunday in a fine match."), "x")
    dateline = cut(report).dateline
    assert isinstance(dateline, Dateline)
    assert (dateline.city, dateline.country) == (city, country)
    assert report.text[dateline.start :].lower().startswith(city.lower())


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Norheim (npa) - {}", "Norheim"),
        ("San Telmo, Norway (NPA) — {}", "San Telmo"),
        ("Norheim (NPA)\n\n{}", "Norheim"),
        ("Norheim, December 17\n{}", "Norheim"),
        ("LIVE: {}", None),
        ("Wednesday, 23 October 2019\n{}", None),
        ("Wednesday, October 23\n{}", None),
        ("READ MORE: Hallvik player ratings as Bellini shines and Brevik struggle\n{}", None),
        ("Hallvik (4-4-2) - {}", None),
        ("Norheim, Sep 2 (NPA) {}", "Norheim"),
        ("Norheim (NPA) {}", None),
        ("Norheim — {}", "Norheim"),
        ("San Telmo — {}", "San Telmo"),
        ("Kaba — once of Brevik — scored. {}", None),
        ("Kaba — Hallvik's best — scored. {}", None),
        ("It was a fine match.\n\nKaba — {}", None),
    ],
)
def test_what_is_a_dateline(text: str, city: str | None) -> None:
    report = to_report(text.format("Hallvik drew 1-1 with Brevik on Sunday in a fine match."), "x")
    dateline = cut(report).dateline
    assert (dateline and dateline.city) == city


PAGE = """
Skip to main content
Home > Sport > Football > First League
Hallvik 1-1 Brevik: Bellini's stunner cancelled out by Dahl
By Ann Moe Senior Football Writer
17:52, 3 MAR 2018 | Updated 19:20, 3 MAR 2018
Facebook Twitter 214 shares 38 comments
Marco Bellini wheels away after opening the scoring (Image: NPA)
Hallvik were denied a third win as Dahl's late header earned Brevik a point at Norheim Park.
READ MORE: Hallvik player ratings
More than 20,000 saw Bellini bend the ball into the far corner.
Watch out for him: Bellini has scored in five games in a row.
KEY STAT: Brevik are unbeaten in ten.
85' Dahl heads in
90+2 mins: Dahl hits the post
Most Read
Norheim 3-0 Sanvik: Lund hat-trick sinks the visitors
Sanvik transfer news: talks over Krogh
The draw leaves Hallvik ninth.
READ MORE ON HALLVIK
- Who is next for Sanvik?
BAD BOY Skarn winger fined two weeks' wages
Brevik stay eighth.
Ivo Kaba, left, opened the scoring for the visitors (NPA via Getty Images)
"""


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (Kind.BOILERPLATE, "Skip to"),
        (Kind.BOILERPLATE, "Home >"),
        (Kind.HEADLINE, "Hallvik 1-1 Brevik"),
        (Kind.BYLINE, "By Ann Moe"),
        (Kind.DATE_LINE, "17:52"),
        (Kind.BOILERPLATE, "Facebook"),
        (Kind.CAPTION, "Marco Bellini wheels"),
        (Kind.PROSE, "Hallvik were denied"),
        (Kind.BOILERPLATE, "READ MORE:"),
        (Kind.PROSE, "More than 20,000"),
        (Kind.PROSE, "Watch out"),
        (Kind.BOILERPLATE, "KEY STAT"),
        (Kind.PROSE, "Brevik are unbeaten"),
        (Kind.PROSE, "85' Dahl"),
        (Kind.PROSE, "90+2 mins"),
        (Kind.BOILERPLATE, "Most Read"),
        (Kind.BOILERPLATE, "Norheim 3-0"),
        (Kind.BOILERPLATE, "Sanvik transfer"),
        (Kind.PROSE, "The draw leaves"),
        (Kind.BOILERPLATE, "READ MORE ON"),
        (Kind.BOILERPLATE, "- Who is next"),
        (Kind.BOILERPLATE, "BAD BOY"),
        (Kind.CAPTION, "Ivo Kaba, left"),
    ],
)
def test_page(kind: Kind, start: str) -> None:
    assert [b.kind for b in blocks(PAGE) if b.text.startswith(start)] == [kind]


def test_a_score_on_two_lines_is_one_line() -> None:
    score = to_report("BREVIK 2\nSKARN TOWN 1\n\nBrevik beat Skarn Town on Saturday.", "x")
    assert [b.text for b in cut(score).blocks][:1] == ["BREVIK 2 SKARN TOWN 1"]
    table = to_report("Hallvik 12\nBrevik 10\nSkarn 9", "x")
    assert [b.text for b in cut(table).blocks] == ["Hallvik 12", "Brevik 10", "Skarn 9"]


def test_a_short_word_in_capitals_is_no_dateline() -> None:
    assert cut(to_report("FULL TIME: 2-0.", "x")).dateline is None


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("UPDATE 1-Soccer-Ten-man Hallvik stun Brevik", "Ten-man Hallvik stun Brevik"),
        ("SOCCER: Hallvik stun Brevik", "Hallvik stun Brevik"),
        ("Football-Hallvik stun Brevik", "Hallvik stun Brevik"),
        ("Football-mad Hallvik stun Brevik", "Football-mad Hallvik stun Brevik"),
    ],
)
def test_a_slug_is_no_part_of_a_headline(headline: str, told: str) -> None:
    assert [b.text for b in blocks(headline) if b.kind is Kind.HEADLINE] == [told]


def test_letters_behind_the_last_sentence_are_who_wrote_it() -> None:
    found = blocks("Hallvik beat Brevik 2-0 on Sunday at home. NPA AM KHS")
    assert [(b.kind, b.text) for b in found][1:] == [(Kind.BYLINE, "NPA AM KHS")]
    assert len(blocks("The ball was over the line, said the VAR")) == 1


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Hallvik drew 1-1 with Brevik on Sunday in a match that\n"
        "had few chances and ended with a late equaliser by the\n"
        "captain.\n"
    )
    assert [block.text for block in blocks(text)] == [text.strip().replace("\n", " ")]


def test_a_headline_above_its_text_is_a_paragraph() -> None:
    text = (
        "Bellini double does for Brevik on the day of the cup\n"
        "The visitors stunned the crowd when Dahl escaped his marker to meet a corner by Krogh, but"
        " Hallvik needed only seven minutes to find a reply."
    )
    assert [block.kind for block in blocks(text)] == [Kind.HEADLINE, Kind.PROSE]


def test_lines_that_end_in_full_stops_are_paragraphs() -> None:
    text = "Hallvik drew 1-1 with Brevik on Sunday.\nBellini levelled with a minute to go."
    assert [block.kind for block in blocks(text)] == [Kind.PROSE, Kind.PROSE]


@given(st.text(alphabet="Ab .,:\n\t—(", min_size=1, max_size=80).filter(str.strip))
def test_cutting_loses_and_doubles_nothing(text: str) -> None:
    found = blocks(text)
    assert all(block.text.strip() for block in found)
    ends = [0, *(block.end for block in found)]
    starts = [*(block.start for block in found), len(text)]
    between = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    assert not between.strip()

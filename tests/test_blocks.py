"""Reports cut into blocks: what each stretch of the text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.blocks import Block, Dateline, Kind, cut
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


def test_a_short_word_in_capitals_is_no_dateline() -> None:
    assert cut(to_report("FULL TIME: 2-0.", "x")).dateline is None


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Hallvik drew 1-1 with Brevik on Sunday in a match that\n"
        "had few chances and ended with a late equaliser by the\n"
        "captain.\n"
    )
    assert [block.text for block in blocks(text)] == [text.strip().replace("\n", " ")]


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

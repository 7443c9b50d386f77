"""Reports as they are read: encodings, dates, markup, and where they are found."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.report import decode, find_reports, read_report, to_report
from kg.report.markup import without_markup

PAGE = """<!DOCTYPE html>
<html><head><title>Sport</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav>
<p>Hallvik won <b>2-0</b> against Brevik&nbsp;on Saturday.</p><p>Bellini&rsquo;s header was the
second for Tolna &amp; Vik.</p><!-- the end --></body></html>
"""


def test_report_has_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "2021-03-08 final.txt"
    path.write_text("date 2021-03-08 Hallvik won.", encoding="utf-8")
    report = read_report(path)
    assert report.id == "2021-03-08 final"
    assert report.source == str(path)
    assert report.date == datetime.date(2021, 3, 8)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("By Our Reporter\n2020/12/02 06:00\nHallvik won.", datetime.date(2020, 12, 2)),
        ("2020-13-45 is no day, 2020-02-03 is one", datetime.date(2020, 2, 3)),
        ("Hallvik won on Saturday.", None),
        ("x" * 500 + " 2020-12-02", None),
        ("REPORT | Hallvik 2 Brevik 1\n\nPosted: 24 Nov 2018", datetime.date(2018, 11, 24)),
        ("May 11, 2019 9:58 PM PDT\nHallvik won.", datetime.date(2019, 5, 11)),
        ("By Ann Moe\n17:52, 3 MAR 2018 | Updated 19:20, 4 MAR 2018", datetime.date(2018, 3, 3)),
        ("Issued on: 08/09/2019 - 23:04", None),  # of August or of September
        ("Issued on: 28/09/2019 - 23:04", datetime.date(2019, 9, 28)),
        ("Hallvik, who last won here on 3 March 1987, lost again.", None),
        (
            "Norheim, Norway, March 9, 2025 (NPA) - Hallvik beat Brevik 2-1 on Sunday at a packed "
            "Norheim Park to go top.",
            datetime.date(2025, 3, 9),
        ),
    ],
)
def test_date(text: str, date: datetime.date | None) -> None:
    assert to_report(text, "report").date == date


def test_byte_order_mark_is_no_text() -> None:
    assert decode("\ufeffÅsane won.".encode(), "x") == "Åsane won."
    assert decode("Åsane won.".encode(), "x") == "Åsane won."


def test_line_ends_become_one_character() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "x") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Åsane won.".encode("latin-1"), "byte 0xc5 at offset 0 is not UTF-8"),
        ("“Hallvik” won.".encode("cp1252"), "Windows-1252"),
        ("Hallvik won.".encode("utf-16"), "UTF-16"),
        ("Hallvik won.".encode("utf-16-le"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        (b"\x1f\x8b\x08\x08\x01\x02\x03\x04\x05\x06", "binary"),
    ],
)
def test_what_is_no_utf_8_is_named(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        decode(data, "x.txt")
    assert str(error.value).startswith("x.txt: ")


def test_folder_gives_its_texts_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "notes.md", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in find_reports([tmp_path])]
    assert found == ["a.txt", "b.txt", "sub/c.txt"]
    assert find_reports([tmp_path / "a.txt", tmp_path / "a.txt"]) == (tmp_path / "a.txt",)


# ------------------------------------------------------------------------------- markup


def test_markup_is_blanked_out() -> None:
    text = without_markup(PAGE)
    said = "Home Hallvik won 2-0 against Brevik on Saturday. Bellini’s header was the second for"
    assert text.split() == [*said.split(), "Tolna", "&", "Vik."]
    assert "Saturday.\n\n" in text
    assert "won    2-0     against" in text


@pytest.mark.parametrize("word", ["Hallvik", "2-0", "against", "header", "second"])
def test_words_keep_their_place(word: str) -> None:
    assert without_markup(PAGE).index(word) == PAGE.index(word)


def test_plain_text_stays_as_it_is() -> None:
    text = "Goals < 3 & points > 1; AT&T; 5 <6> 7\n"
    assert without_markup(text) == text


@given(st.text(alphabet="ab <>&;/#3!-p\n", max_size=60))
def test_length_never_changes(text: str) -> None:
    assert len(without_markup(text)) == len(text)


@given(st.lists(st.sampled_from(["&amp;", "&rsquo;s", "<p>", "</b>", "Romero", " ", "&#39;"])))
def test_length_of_pages_never_changes(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert len(without_markup(text)) == len(text)
    assert "&amp;" not in without_markup(text)

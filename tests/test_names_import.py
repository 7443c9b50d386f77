"""Importing names: every line is read or reported, and what is written is read back the same."""

from dataclasses import replace
from pathlib import Path
from string import punctuation

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.names.importing import Imported, import_names, write_names
from kg.names.known import NO_NAMES, load_known_names
from kg.names.tables import Club, Ground

CLUBS = """\
==================================
=  Sylvania • Waldland

# clubs of the first division
== Northshire ==

FC Elmwood, 1901,  @ The Hollow,  Elmwood (Old Town) › Northshire   ## since 1950
  | Elmwood | Elmwood Rovers FC (1901-1910)   # old name
  |Elmwald [de]
 Mill Lane 3 // 1234 Elmwood
ii) FC Elmwood II
  | Elmwood B
 Oak Athletic (1899-1950), 1899 @ $$Acme$$ Park
Pine City
"""
GROUNDS = """\
= Sylvania
The Hollow, 12_500, 1950, Elmwood   # FC Elmwood
  | $Acme$ Arena | Hollow Park
  Mill Lane 3 // Elmwood
National Stadium,  100_000, Elmwood
"""


def imported(folder: Path, text: str, name: str = "sy.clubs.txt") -> Imported:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return import_names([path])


def test_clubs_in_openfootball_format(tmp_path: Path) -> None:
    found = imported(tmp_path, CLUBS)
    assert found.unread == ()
    assert found.lines == len(CLUBS.splitlines())
    assert found.clubs == (
        Club(
            "FC Elmwood",
            ("Elmwood", "Elmwood Rovers FC", "Elmwald"),
            country="Sylvania",
            city="Elmwood",
            grounds=("The Hollow",),
        ),
        Club("FC Elmwood II", ("Elmwood B",), country="Sylvania", city="Elmwood"),
        Club("Oak Athletic", country="Sylvania", grounds=("Acme Park",)),
        Club("Pine City", country="Sylvania"),
    )


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    assert imported(tmp_path, CLUBS.replace("\n", "\r\n")) == imported(tmp_path, CLUBS)


def test_grounds_in_openfootball_format(tmp_path: Path) -> None:
    found = imported(tmp_path, GROUNDS, "sy.stadiums.txt")
    assert (found.clubs, found.unread) == ((), ())
    assert found.grounds == (
        Ground("National Stadium", country="Sylvania", city="Elmwood"),
        Ground("The Hollow", ("Acme Arena", "Hollow Park"), country="Sylvania", city="Elmwood"),
    )


@pytest.mark.parametrize(
    ("heading", "country"),
    [
        ("= Österreich • Austria", "Austria"),
        ("= Ireland =", "Republic of Ireland"),
        ("= Sylvania", "Sylvania"),
    ],
)
def test_countries_are_spelled_as_we_spell_them(tmp_path: Path, heading: str, country: str) -> None:
    assert imported(tmp_path, f"{heading}\nElmwood\n").clubs[0].country == country


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("  | Elmwood\n", 1, "other names, and nothing above that they could name"),
        ("Elmwood\n== North ==\n  | Elm\n", 3, "other names, and nothing above"),
        ("Elmwood\n  |\n", 2, "no name after the bar"),
        ("ii) Elmwood II\n", 1, "a second team, and no club above"),
        ("Elmwood | Elm\n", 1, '"Elmwood | Elm" is no name'),
        ("note: a club to come\n", 1, '"note: a club to come" is no name'),
        ("Elmwood, city:elmwood\n", 1, 'read without its city: "city:elmwood" is no name'),
        (", 1901, Elmwood\n", 1, '"" is no name'),
    ],
)
def test_what_cannot_be_read_is_reported(tmp_path: Path, text: str, line: int, reason: str) -> None:
    (unread,) = imported(tmp_path, text).unread
    assert unread.file == str(tmp_path / "sy.clubs.txt")
    assert (unread.line, unread.text) == (line, text.split("\n")[line - 1])
    assert unread.reason.startswith(reason)


def test_a_club_of_two_files_is_one(tmp_path: Path) -> None:
    for name, alias in (("a.txt", "Elm"), ("b.txt", "The Elms")):
        (tmp_path / name).write_text(f"= Sylvania\nElmwood\n  | {alias}\n", encoding="utf-8")
    found = import_names([tmp_path / "b.txt", tmp_path / "a.txt"], known=NO_NAMES)
    assert found.clubs == (Club("Elmwood", ("Elm", "The Elms"), country="Sylvania"),)


def test_csv_rows_are_read_or_reported(tmp_path: Path) -> None:
    found = imported(tmp_path, "name,aliases\nElmwood,Elm|Elms\nPine City\n", "mine.csv")
    assert found.clubs == (Club("Elmwood", ("Elm", "Elms")),)
    assert [(unread.line, unread.reason) for unread in found.unread] == [
        (3, "cells: 1, columns: 2")
    ]
    assert found.lines == 3


def test_wrong_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read; check the name"):
        import_names([tmp_path / "none.txt"])
    (tmp_path / "latin.txt").write_bytes("Malmö\n".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8; save it as UTF-8"):
        import_names([tmp_path / "latin.txt"])


def test_an_import_overwrites_nothing(tmp_path: Path) -> None:
    found = imported(tmp_path, CLUBS)
    (written,) = write_names(found, tmp_path / "mine")
    before = written.read_bytes()
    with pytest.raises(InputError, match=r"clubs.csv: already there; name another folder"):
        write_names(replace(found, clubs=()), tmp_path / "mine")
    assert written.read_bytes() == before


# ------------------------------------------------------------------ there and back

# What no name has: signs with a meaning in one of the formats, years, and white space but spaces.
LETTERS = st.characters(categories=("L", "N", "P", "S"), exclude_characters=punctuation + "›•")
WORDS = st.text(LETTERS | st.sampled_from("-'.&/"), min_size=1, max_size=8).filter(
    lambda word: any(letter.isalpha() for letter in word) and "//" not in word
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def several(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Some other names than that one, each once."""
    return st.lists(NAMES.filter(lambda other: other != name), unique=True, max_size=3).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Club, ...]:
    """Clubs as a table may hold them: sorted, no two of one name."""
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=5))
    return tuple(
        Club(
            name=name,
            aliases=draw(several(name)),
            nicknames=draw(several(name)),
            country=draw(st.just("") | NAMES),
            city=draw(st.just("") | NAMES),
            grounds=draw(several(name)),
        )
        for name in sorted(names)
    )


@settings(deadline=None)  # it writes files
@given(clubs=entries())
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, clubs: tuple[Club, ...]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    written = write_names(Imported(clubs=clubs), folder)
    found = import_names(written, known=NO_NAMES)
    assert (found.clubs, found.unread) == (clubs, ())
    assert load_known_names(folder).clubs == clubs


@settings(deadline=None)  # it writes files
@given(clubs=entries())
def test_openfootball_format_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, clubs: tuple[Club, ...]
) -> None:
    path = tmp_path_factory.mktemp("names") / "x.clubs.txt"
    clubs = tuple(replace(club, nicknames=(), country="Sylvania") for club in clubs)
    lines = ["= Sylvania"]
    for club in clubs:
        homes = [f"@ {ground}" for ground in club.grounds]
        lines.append(", ".join([club.name, "1901", *homes, club.city]))
        lines += [f"  | {alias}" for alias in club.aliases]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = import_names([path], known=NO_NAMES)
    assert (found.clubs, found.unread) == (clubs, ())

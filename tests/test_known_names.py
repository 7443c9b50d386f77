"""The known names: the lists in `seeds/names/` are in order, and looking names up finds them."""

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.names.forms import plain
from kg.names.joining import join
from kg.names.known import FILES, NO_NAMES, KnownNames, load_known_names
from kg.names.tables import BETWEEN_VALUES, COMPETITION_KINDS, SHARED, columns, tidy
from kg.paths import names_folder

# The columns whose forms should each mean one entry, unless they are marked.
FORMS = ("aliases", "nicknames", "adjectives", "nouns")


@pytest.fixture(scope="module")
def known() -> KnownNames:
    return load_known_names(names_folder())


def write(folder: Path, **tables: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


# ------------------------------------------------------------------ the lists are in order


def faults(path: Path, countries: frozenset[str]) -> Iterator[str]:
    """What is out of order in a list, each as one line with its mending."""
    text = path.read_text(encoding="utf-8")
    header, *rows = list(csv.reader(text.splitlines()))
    if tuple(header) != columns(FILES[path.name]):
        yield f"{path.name}:1: write {','.join(columns(FILES[path.name]))}"
    entries = [dict(zip(header, cells, strict=True)) for cells in rows]
    yield from faults_of_order(path.name, entries)
    yield from faults_of_form(path.name, entries)
    for line, entry in enumerate(entries, 2):
        country = entry.get("country", "")
        if country and country not in countries:
            yield f'{path.name}:{line}: add "{country}" to countries.csv, or spell it as there'
        if "kind" in entry and entry["kind"] not in COMPETITION_KINDS:
            yield f"{path.name}:{line}: kind is one of {', '.join(COMPETITION_KINDS)}"
    canonical = io.StringIO()
    csv.writer(canonical, lineterminator="\n").writerows([header, *rows])
    if canonical.getvalue() != text:
        yield f"{path.name}: save it as Python's csv module would: \\n, quotes where needed"


def faults_of_order(file: str, entries: list[dict[str, str]]) -> Iterator[str]:
    """Rows out of order, names there twice, cells with stray spaces."""
    names = [entry["name"] for entry in entries]
    for line, (above, below) in enumerate(pairwise(names), 3):
        if above == below:
            yield f'{file}:{line}: merge the two rows of "{below}"'
        elif above > below:
            yield f'{file}:{line}: move "{below}" up; rows are sorted by name'
    for line, entry in enumerate(entries, 2):
        for column, cell in entry.items():
            neat = BETWEEN_VALUES.join(tidy(value) for value in cell.split(BETWEEN_VALUES))
            neat = unicodedata.normalize("NFC", neat)
            if neat != cell or (cell and "" in cell.split(BETWEEN_VALUES)):
                yield f'{file}:{line}: write "{neat}" under {column}, with no empty value'


def faults_of_form(file: str, entries: list[dict[str, str]]) -> Iterator[str]:
    """Forms that several entries share and do not mark, marks without need, forms there twice."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in (entry["name"], *forms(entry)):
            owners[plain(form.removesuffix(SHARED))].add(entry["name"])
    for line, entry in enumerate(entries, 2):
        here = [plain(form.removesuffix(SHARED)) for form in (entry["name"], *forms(entry))]
        for form in forms(entry):
            bare = form.removesuffix(SHARED)
            others = sorted(owners[plain(bare)] - {entry["name"]})
            if others and bare == form:
                yield f'{file}:{line}: "{bare}" is also {others[0]}; write "{bare}{SHARED}" in both'
            if not others and bare != form:
                yield f'{file}:{line}: nobody else is "{bare}"; drop the {SHARED}'
            if here.count(plain(bare)) > 1 and "nouns" not in entry:
                yield f'{file}:{line}: "{bare}" is there twice (accents do not count); keep one'


def forms(entry: dict[str, str]) -> list[str]:
    """The forms of a row besides its name, as they are written."""
    cells = (entry.get(column, "") for column in FORMS)
    return [form for cell in cells for form in cell.split(BETWEEN_VALUES) if form]


@pytest.mark.parametrize("file", FILES)
def test_lists_are_in_order(file: str, known: KnownNames) -> None:
    countries = frozenset(country.name for country in known.countries)
    found = list(faults(names_folder() / file, countries))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("B,,,,,\nA,,,,,\n", 'clubs.csv:3: move "A" up'),
        ("A,,,,,\nA,,,,,\n", 'clubs.csv:3: merge the two rows of "A"'),
        ("A ,,,,,\n", 'clubs.csv:2: write "A" under name'),
        ("A,B||C,,,,\n", "with no empty value"),
        ("A,,Reds,,,\nB,,Reds*,,,\n", 'clubs.csv:2: "Reds" is also B; write "Reds*" in both'),
        ("A,,Reds*,,,\n", 'clubs.csv:2: nobody else is "Reds"; drop the *'),
        ("Malmö,Malmo,,,,\n", '"Malmo" is there twice'),
        ("A,,,Atlantis,,\n", 'add "Atlantis" to countries.csv'),
        ('"A",,,,,\n', "save it as Python's csv module would"),
    ],
)
def test_every_fault_is_told_with_its_mending(tmp_path: Path, rows: str, message: str) -> None:
    write(tmp_path, clubs="name,aliases,nicknames,country,city,grounds\n" + rows)
    assert message in "\n".join(faults(tmp_path / "clubs.csv", frozenset()))


def test_readme_counts_the_rows(known: KnownNames) -> None:
    readme = (names_folder() / "README.md").read_text(encoding="utf-8")
    lands = len({club.country for club in known.clubs})
    assert f"{len(known.clubs)} clubs of {lands} countries" in readme
    assert f"{len(known.competitions)} competitions" in readme
    assert f"{len(known.grounds)} grounds" in readme
    assert f"{len(known.countries) - 211} more" in readme


# ------------------------------------------------------------------ looking up


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Spurs", "Tottenham Hotspur"),
        ("Man Utd", "Manchester United"),
        ("Bodo/Glimt", "Bodø/Glimt"),
        ("Atletico Madrid", "Atlético Madrid"),
        ("Everton", "Everton"),  # the one so named, before Everton de Viña del Mar
        ("Borussia Moenchengladbach", "Borussia Mönchengladbach"),
    ],
)
def test_club_by_any_form(known: KnownNames, form: str, name: str) -> None:
    club = known.club(form)
    assert club is not None
    assert club.name == name


@pytest.mark.parametrize("form", ["spurs", "Nacional", "Toulon Rovers", "Gunners", ""])
def test_no_club(known: KnownNames, form: str) -> None:
    assert known.club(form) is None  # wrong case; two clubs; unknown; a nickname; nothing


def test_nicknames_with_and_without_article(known: KnownNames) -> None:
    arsenal = known.club("Arsenal")
    assert arsenal is not None
    assert known.nickname("Gunners") == known.nickname("the Gunners") == arsenal
    assert known.nickname("Reds") is None
    assert {"Liverpool", "Nottingham Forest"} <= {c.name for c in known.clubs_called("the Reds")}
    assert [club.name for club in known.clubs_called("The New Saints")] == ["The New Saints"]


@pytest.mark.parametrize(
    ("demonym", "country"),
    [
        ("Danish", "Denmark"),
        ("Dane", "Denmark"),
        ("Danes", "Denmark"),
        ("Dutchman", "Netherlands"),
        ("Frenchmen", "France"),
        ("Spaniard", "Spain"),
        ("Scot", "Scotland"),
        ("Welsh", "Wales"),
        ("Croat", "Croatia"),
        ("Ivorian", "Ivory Coast"),
        ("Congolese", None),  # of two countries
        ("danish", None),
        ("Denmark", None),
    ],
)
def test_country_of_a_demonym(known: KnownNames, demonym: str, country: str | None) -> None:
    assert known.country_of(demonym) == country


def test_countries_competitions_and_grounds(known: KnownNames) -> None:
    holland = known.country("Holland")
    cup = known.competition("Champions League")
    assert holland is not None
    assert holland.name == "Netherlands"
    assert cup is not None
    assert (cup.name, cup.kind, cup.country) == ("UEFA Champions League", "continental", "")
    assert known.is_country("Ivory Coast")
    assert not known.is_country("Arsenal")
    assert known.is_ground("Old Trafford")
    assert known.is_ground("Wembley")
    assert not known.is_ground("Arsenal")
    assert [club.name for club in known.clubs_at("San Siro")] == ["AC Milan", "Inter Milan"]


def test_every_country_has_its_demonyms(known: KnownNames) -> None:
    mute = [c.name for c in known.countries if not (c.adjectives and c.nouns)]
    assert mute == ["Serbia and Montenegro"]


def test_without_clubs_keeps_the_language(known: KnownNames) -> None:
    language = known.without_clubs()
    assert language.country_of("Danish") == "Denmark"
    assert language.club("Arsenal") is None
    assert not language.is_ground("Wembley")
    assert NO_NAMES.country_of("Danish") is None


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Malmö  FF", "Malmo FF"),
        ("Wisła Łódź", "Wisla Lodz"),
        ("St James’ Park", "St James' Park"),
        ("Hafnarfjörður", "Hafnarfjordur"),
        ("Qarabağ", "Qarabag"),
        ("Beşiktaş", "Besiktas"),
        ("Weiß", "Weiss"),
    ],
)
def test_plain_form(name: str, form: str) -> None:
    assert plain(name) == form


# ------------------------------------------------------------------ names a user adds


def test_extra_names_join_the_known_ones(tmp_path: Path) -> None:
    shipped = write(
        tmp_path / "shipped",
        clubs="name,aliases,country,city\nArsenal,,England,London\nBarrow,,England,Barrow\n",
        countries="name,aliases\nEngland,Albion\n",
    )
    extra = write(
        tmp_path / "extra",
        clubs="name,aliases,country,city,grounds\n"
        "Arsenal FC,Arsenal|The Arsenal,Albion,Highbury,Emirates\n"
        "Barrow FC,Barrow,Wales,,\n",
    )
    known = join(load_known_names(shipped), load_known_names(extra))
    arsenal = known.club("Arsenal")
    assert arsenal is not None
    assert arsenal == known.club("Arsenal FC")
    assert (arsenal.city, arsenal.grounds) == ("London", ("Emirates",))
    assert arsenal.aliases == ("Arsenal FC", "The Arsenal")
    assert [club.name for club in known.clubs_called("Barrow")] == ["Barrow", "Barrow FC"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,town\n", 'clubs.csv:1: the header is "name,town"; write "name,aliases,'),
        ("", 'clubs.csv:1: the header is ""; write'),
        ("name,city\nA,B,C\n", "clubs.csv:2: cells: 3, columns: 2; put a cell"),
        ("name,city\n\n ,B\n", "clubs.csv:3: no name; give it one, or delete the row"),
        ("name\nA\nA\n", 'clubs.csv:3: "A" has a row above; merge the two'),
        ('name\n"A\n', "clubs.csv:2: unexpected end of data; close every quotation mark"),
    ],
)
def test_wrong_tables(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        load_known_names(write(tmp_path, clubs=text))
    assert message in str(caught.value)


def test_wrong_kind_of_competition(tmp_path: Path) -> None:
    write(tmp_path, competitions="name,kind\nFA Cup,trophy\n")
    with pytest.raises(InputError, match=r'competitions.csv:2: unknown kind "trophy"; write one'):
        load_known_names(tmp_path)


def test_wrong_encoding(tmp_path: Path) -> None:
    (tmp_path / "clubs.csv").write_bytes("name\nMalmö\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"not UTF-8; save it as UTF-8"):
        load_known_names(tmp_path)


def test_a_folder_without_names(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no names here; it should hold clubs.csv or"):
        load_known_names(tmp_path)

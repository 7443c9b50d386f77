"""Tables of names: what a club, a country, a competition and a ground are, as rows of CSV files.

A file has a header, commas between cells and `|` between the values of one cell. A form that
several entries share is marked with `*` in each of them ("Reds*"): its author knows.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from kg.errors import InputError

BETWEEN_VALUES = "|"
SHARED = "*"
COMPETITION_KINDS = ("continental", "cup", "international", "league")


@dataclass(frozen=True)
class Entry:
    """One thing with a name; `aliases` are its other names, used in their place."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Club(Entry):
    """A club; `nicknames` follow "the" in a sentence ("Gunners"), `grounds` begin with today's."""

    nicknames: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Country(Entry):
    """A country with a national side, its adjectives ("Danish") and its people ("Dane|Danes")."""

    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Competition(Entry):
    """A competition; `kind` is one of COMPETITION_KINDS, `country` is empty beyond one country."""

    kind: str = ""
    country: str = ""


@dataclass(frozen=True)
class Ground(Entry):
    """A ground that is not a club's home in the table of clubs: a national stadium, say."""

    country: str = ""
    city: str = ""


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def columns(kind: type[Entry]) -> tuple[str, ...]:
    """The columns of a table: the fields of its entries, in their order."""
    return tuple(field.name for field in fields(kind))


def read_table(path: Path, kind: type[AnyEntry]) -> tuple[AnyEntry, ...]:
    """The entries of a CSV file, in its order.

    Raises:
        InputError: The file is no such table; the message names the line.
    """
    entries: dict[tuple[str, str, str], AnyEntry] = {}
    for line, cells, header in read_rows(path, kind):
        entry = to_entry(kind, header, cells, where=f"{path}:{line}")
        if key(entry) in entries:
            raise InputError(f"{path}:{line}", f'"{entry.name}" has a row above', "merge the two")
        entries[key(entry)] = entry
    return tuple(entries.values())


def read_rows(path: Path, kind: type[Entry]) -> list[tuple[int, list[str], list[str]]]:
    """The rows of a CSV file that are not empty: line number, cells, header.

    Raises:
        InputError: The file is no UTF-8 text, no CSV, or its header has wrong columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            rows = [(reader.line_num, cells) for cells in reader if cells]
    except UnicodeDecodeError as error:
        raise InputError(str(path), "not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise InputError(str(path), "cannot be read", "check the name and the rights") from error
    except csv.Error as error:
        where = f"{path}:{reader.line_num}"
        raise InputError(where, str(error), "close every quotation mark, or drop it") from error
    header = rows[0][1] if rows else []
    if "name" not in header or len(set(header)) < len(header) or set(header) - set(columns(kind)):
        wanted = ",".join(columns(kind))
        raise InputError(f"{path}:1", f'the header is "{",".join(header)}"', f'write "{wanted}"')
    return [(line, cells, header) for line, cells in rows[1:]]


def to_entry(
    kind: type[AnyEntry], header: Sequence[str], cells: Sequence[str], where: str
) -> AnyEntry:
    """One row as an entry; the marks of shared forms are dropped.

    Raises:
        InputError: The row has cells too many or too few, no name, or an unknown kind.
    """
    if len(cells) != len(header):
        what = f"cells: {len(cells)}, columns: {len(header)}"
        raise InputError(where, what, 'put a cell that holds a comma into "..."')
    row = dict(zip(header, cells, strict=True))
    if not row["name"].strip():
        raise InputError(where, "no name", "give it one, or delete the row")
    if "kind" in row and row["kind"] not in COMPETITION_KINDS:
        remedy = f"write one of {', '.join(COMPETITION_KINDS)}"
        raise InputError(where, f'unknown kind "{row["kind"]}"', remedy)
    values: dict[str, str | tuple[str, ...]] = {
        field.name: tidy(row[field.name]) if field.type is str else split_cell(row[field.name])
        for field in fields(kind)
        if field.name in row
    }
    return kind(**values)  # type: ignore[arg-type]  # each value has just been given its field's type


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell, each once, in their order."""
    values = (tidy(value).removesuffix(SHARED) for value in cell.split(BETWEEN_VALUES))
    return tuple(dict.fromkeys(value for value in values if value))


def tidy(text: str) -> str:
    """The text with single spaces and none around it."""
    return " ".join(text.split())


def key(entry: Entry) -> tuple[str, str, str]:
    """What tells entries of one table apart: two clubs of two cities may share a name."""
    return entry.name, getattr(entry, "country", ""), getattr(entry, "city", "")


def write_table(path: Path, kind: type[Entry], entries: Iterable[Entry]) -> None:
    """Write entries as a CSV file, sorted; `read_table` gives them back."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns(kind))
        for entry in sorted(entries, key=key):
            values = (getattr(entry, column) for column in columns(kind))
            writer.writerow(v if isinstance(v, str) else BETWEEN_VALUES.join(v) for v in values)

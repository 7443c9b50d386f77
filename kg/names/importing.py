"""Import names from files a user has: openfootball's text format, and CSV.

Every line is read or reported: `Imported.unread` lists those that nothing could be made of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.names.joining import unite
from kg.names.known import KnownNames, load_known_names
from kg.names.openfootball import Reader, UnreadableError
from kg.names.tables import AnyEntry, Club, Entry, Ground, key, read_rows, to_entry, write_table
from kg.paths import names_folder


@dataclass(frozen=True)
class Unread:
    """A line the import could make nothing of; `line` counts from 1."""

    file: str
    line: int
    text: str
    reason: str


@dataclass(frozen=True)
class Imported:
    """What an import found, sorted; `lines` counts all lines of all files."""

    clubs: tuple[Club, ...] = ()
    grounds: tuple[Ground, ...] = ()
    unread: tuple[Unread, ...] = ()
    lines: int = 0


def import_names(paths: Iterable[Path], known: KnownNames | None = None) -> Imported:
    """The clubs and grounds in files of names.

    Args:
        paths: `.csv` files in our own format, or text files in openfootball's; a file with
            "grounds" or "stadiums" in its name lists grounds, any other lists clubs.
        known: gives the spelling of countries; the shipped names if not given.

    Raises:
        InputError: A file cannot be read, or a CSV file has a wrong header.
    """
    known = load_known_names(names_folder()) if known is None else known
    parts = [
        read_csv(path) if path.suffix.lower() == ".csv" else read_text(path, known)
        for path in sorted(paths)
    ]
    return Imported(
        clubs=gather(club for part in parts for club in part.clubs),
        grounds=gather(ground for part in parts for ground in part.grounds),
        unread=tuple(unread for part in parts for unread in part.unread),
        lines=sum(part.lines for part in parts),
    )


def write_names(imported: Imported, folder: Path) -> tuple[Path, ...]:
    """Write what was imported as `clubs.csv` and `grounds.csv` into a folder, and name the files.

    Raises:
        InputError: One of the files is already there.
    """
    tables: dict[Path, tuple[type[Entry], tuple[Entry, ...]]] = {
        folder / "clubs.csv": (Club, imported.clubs),
        folder / "grounds.csv": (Ground, imported.grounds),
    }
    for path in tables:
        if path.exists():
            raise InputError(str(path), "already there", "name another folder, or move it away")
    folder.mkdir(parents=True, exist_ok=True)
    written = tuple(path for path, (_, entries) in tables.items() if entries)
    for path in written:
        write_table(path, *tables[path])
    return written


def gather(entries: Iterable[AnyEntry]) -> tuple[AnyEntry, ...]:
    """The entries sorted, those of one name and place united."""
    gathered: dict[tuple[str, str, str], AnyEntry] = {}
    for entry in entries:
        same = gathered.get(key(entry))
        gathered[key(entry)] = unite(same, entry) if same else entry
    return tuple(gathered[name] for name in sorted(gathered))


def lists_grounds(path: Path) -> bool:
    """Whether a file lists grounds, by its name."""
    return "grounds" in path.name or "stadiums" in path.name


def read_csv(path: Path) -> Imported:
    """The rows of a CSV file; a row that fits no header is unread."""
    kind: type[Club] | type[Ground] = Ground if lists_grounds(path) else Club
    entries, unread = [], []
    rows = read_rows(path, kind)
    for line, cells, header in rows:
        try:
            entries.append(to_entry(kind, header, cells, where=f"{path}:{line}"))
        except InputError as error:
            unread.append(Unread(str(path), line, ",".join(cells), error.what))
    return imported(entries, unread, lines=len(rows) + 1)


def read_text(path: Path, known: KnownNames) -> Imported:
    """The lines of a text file in openfootball's format."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            lines = [line.rstrip("\n") for line in file]
    except UnicodeDecodeError as error:
        raise InputError(str(path), "not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise InputError(str(path), "cannot be read", "check the name and the rights") from error
    reader, unread = Reader(Ground if lists_grounds(path) else Club, known), []
    for number, line in enumerate(lines, 1):
        try:
            reader.read(line)
        except UnreadableError as error:
            unread.append(Unread(str(path), number, line, str(error)))
    return imported(reader.entries, unread, lines=len(lines))


def imported(entries: Iterable[Club | Ground], unread: Iterable[Unread], lines: int) -> Imported:
    """Clubs and grounds of one file, apart."""
    clubs = tuple(entry for entry in entries if isinstance(entry, Club))
    grounds = tuple(entry for entry in entries if isinstance(entry, Ground))
    return Imported(clubs, grounds, tuple(unread), lines)

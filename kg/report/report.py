"""A match report as it was read: text, id, date, source; and where the reports are."""

import datetime
import re
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import InputError
from kg.lexicon import guarded
from kg.report.markup import without_markup
from kg.report.written_dates import written_dates

REST_OF_WORD = re.compile(r"[^\s<]+")
HEAD_OF_REPORT = 400  # characters in which a date line may stand
HEAD_OF_PAGE = 1500  # the same on a web page, below its menus
DATE_LINE = 100  # characters; a longer line is prose, and its date that of something it tells
# Around the day of "Bergamo, Italy, March 9, 2025 (NPA) - Ivo Kaba headed".
PLACES = re.compile(r"(?:[^\w\n]*[^\W\d_a-z][\w.'’-]*)*[^\w\n]*")
BEFORE_PROSE = re.compile(r"[\s,)]*(?:\([\w/ .]{2,25}\))?\s*(?:[—–:|]|--?)\s")
CORRECTED = guarded("boilerplate", "corrected")
GRAPHS = frozenset({".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf"})  # suffixes of no report
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*$")  # of a line
LARGEST = 5_000_000  # bytes; a longer file is an archive, not a report
HEAD = 8192  # bytes that show what a file is
NOT_TEXT = bytes(b for b in range(32) if chr(b) not in "\t\n\f\r\x1b")
MINUS = "\N{MINUS SIGN}"
COLON_SCORE = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d)(?![\d:'’])")  # "2:1", and no time of day


@dataclass(frozen=True)
class Report:
    """One report; offsets point into its `text`, exactly as read; `date` is that of publication."""

    id: str
    text: str
    source: str
    date: datetime.date | None = None

    @cached_property
    def readable(self) -> str:
        """The text with markup blanked out, character for character, so that offsets stay true.

        A minus sign is a dash, and so is the colon of a score: "a 1−1 draw", "won 2:1".
        """
        return COLON_SCORE.sub(r"\1-\2", without_markup(self.text).replace(MINUS, "–"))

    @cached_property
    def corrects(self) -> bool:
        """Whether it calls itself a correction of what was written before."""
        return CORRECTED.search(self.readable) is not None

    def end_of(self, end: int) -> int:
        """Where what is read up to `end` ends in the text as given, with its last entity."""
        rest = REST_OF_WORD.match(self.text, end)
        return rest.end() if rest and not self.readable[end : rest.end()].strip() else end


def find_reports(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """The reports at `paths`: files as given, the .txt files of folders, `-` for standard input.

    Raises:
        InputError: a path does not exist, or is a graph, or a folder holds no report.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if path.suffix.lower() in GRAPHS:
            remedy = "give the reports; kg query, kg explain and kg validate take graphs"
            raise InputError(str(path), "a graph, not a report", remedy)
        if str(path) == "-" or path.is_file():
            found.append(path)
        elif path.is_dir():
            inside = sorted(path.rglob("*.txt"))
            if not inside:
                raise InputError(str(path), "the folder has no report", "put .txt files into it")
            found.extend(inside)
        else:
            raise InputError(str(path), "no such file or folder", "check the path")
    return tuple(dict.fromkeys(found))


def read_report(path: Path | str) -> Report:
    """Read one UTF-8 report, with or without byte order mark; `-` is standard input.

    Raises:
        InputError: the file is missing, empty, binary, too long, or in another encoding.
    """
    path = Path(path)
    is_stdin = str(path) == "-"
    where = "standard input" if is_stdin else str(path)
    try:
        with nullcontext(sys.stdin.buffer) if is_stdin else path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise InputError(where, what, "check the path") from error
    if len(data) > LARGEST:
        what = f"more than {LARGEST // 1_000_000} MB are too much for one report"
        raise InputError(where, what, "split it into its reports")
    return to_report(decode(data, where), "stdin" if is_stdin else path.stem, where)


def to_report(text: str, name: str, source: str = "text") -> Report:
    """A report from a text in memory; its date is the first one its head gives.

    Raises:
        InputError: there is nothing to read in the text.
    """
    if not text.strip():
        raise InputError(source, "there is no text in it", "give a match report")
    return Report(name, text, source, date_of(text))


def decode(data: bytes, where: str) -> str:
    """The text of a file's bytes, line ends made newlines.

    Raises:
        InputError: the bytes are no UTF-8 text; says what they look like.
    """
    head = data[:HEAD]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or max(odd, even) > len(head) // 3:
        raise InputError(where, "the text is UTF-16", "save it as UTF-8")
    if b"\0" in head or len(head) - len(head.translate(None, NOT_TEXT)) > len(head) // 20:
        raise InputError(where, "a binary file, not a text", "give a text file in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"byte {data[error.start]:#04x} at offset {error.start}"
        what = f"{byte} is not UTF-8 (Latin-1 or Windows-1252?)"
        raise InputError(where, what, "convert it, e.g. iconv -f WINDOWS-1252 -t UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def date_of(text: str) -> datetime.date | None:
    """The day that the head of a report gives: the first with the year first, or in a date line.

    "date 2019-05-11", "Posted: 24 Nov 2018", "May 11, 2019 9:58 PM PDT"; or before the prose of a
    line: "Bergamo, March 9, 2025 (NPA) - Ivo Kaba headed ...".
    """
    head = text[:HEAD_OF_REPORT]
    for start, _, day in written_dates(head):
        if head[start : start + 4].isdigit():
            return day
    for line in text[:HEAD_OF_PAGE].split("\n"):
        is_date_line = len(line) < DATE_LINE and not SENTENCE_END.search(line)
        for start, end, day in written_dates(line if is_date_line else line[:DATE_LINE]):
            if is_date_line or (PLACES.fullmatch(line, 0, start) and BEFORE_PROSE.match(line, end)):
                return day
    return None

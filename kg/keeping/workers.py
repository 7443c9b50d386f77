"""Reports are read by several processes at once; what one of them cannot read stops no other.

Each process loads the language pipeline once. A report that ends its process is read again by
itself, so that only the one at fault is given up.
"""

import hashlib
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice

from kg import __version__
from kg.errors import InputError
from kg.fuse import Read
from kg.keeping.kept import SHIPPED, Names
from kg.language import Reader
from kg.names.known import KnownNames
from kg.pipeline import read, reader_for
from kg.reconcile import Reading
from kg.report import Report

REMEMBERED = 16  # reports that were read together
AHEAD = 4  # reports per process that are read before they are asked for
FAULT = "leave it out, or report the fault with the text that shows it"


@dataclass(frozen=True)
class Manner:
    """How reports are read: with which names and language pipeline; see `kg.pipeline`."""

    names: Names = SHIPPED

    def digest(self, text: str) -> str:
        """What changes when a text does, or the manner, or the version of football-kg."""
        return hashlib.sha256(f"{__version__} {self}\n{text}".encode()).hexdigest()


@dataclass(frozen=True)
class Failure:
    """A report that could not be read or kept: which, why, and what to do."""

    report: str
    what: str
    remedy: str

    def __str__(self) -> str:
        """As one line."""
        return f"{self.report}: {self.what}; {self.remedy}"


ReadOne = Callable[[Report, Manner], Reading]


def read_one(report: Report, manner: Manner) -> Reading:
    """What one report says; each process loads the language pipeline when it reads its first."""
    return read(report, *_tools(manner))


def failure_of(source: str, error: Exception) -> Failure:
    """An error that should not be, as the failure of one report."""
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(source, f"football-kg fails at it ({detail})", FAULT)


@dataclass(frozen=True)
class Readers:
    """Who reads: in which manner, and how many processes at once.

    `one` reads a report; it is a function of a module, so that another process can find it.
    """

    manner: Manner
    processes: int = 1
    one: ReadOne = read_one

    def read(self) -> Read:
        """How this process reads a report itself; it remembers the last ones."""

        @lru_cache(REMEMBERED)
        def one(report: Report) -> Reading:
            return self.one(report, self.manner)

        return one


def read_all(reports: Iterable[Report], readers: Readers) -> Iterator[Reading | Failure]:
    """What each report says, in their order; a single process is this one."""
    if readers.processes <= 1:
        yield from (_read(report, readers) for report in reports)
        return
    coming = iter(reports)
    while (first := next(coming, None)) is not None:
        yield from _read_some(chain([first], coming), readers)


def _read_some(reports: Iterator[Report], readers: Readers) -> Iterator[Reading | Failure]:
    """Read until there are no more, or a process dies; then read again what was under way."""
    under_way: deque[Report] = deque()
    futures: deque[Future[Reading | Failure]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(readers.processes, mp_context=context) as pool:

        def submit(count: int) -> None:
            for report in islice(reports, count):
                under_way.append(report)
                futures.append(pool.submit(_read, report, readers))

        try:
            submit(readers.processes * AHEAD)
            while futures:
                told = futures.popleft().result()
                under_way.popleft()
                yield told
                submit(1)
        except BrokenProcessPool:
            pass
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    yield from _read_singly(under_way, readers)


def _read_singly(reports: deque[Report], readers: Readers) -> Iterator[Reading | Failure]:
    """Read one after the other in a process of their own, so that it is known which ends it."""
    context = multiprocessing.get_context("spawn")
    while reports:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                while reports:
                    yield pool.submit(_read, reports[0], readers).result()
                    reports.popleft()
            except BrokenProcessPool:
                source = reports.popleft().source
                yield Failure(source, "reading it ends the process that reads", FAULT)


def _read(report: Report, readers: Readers) -> Reading | Failure:
    """What one report says, or why it cannot be read."""
    try:
        return readers.one(report, readers.manner)
    except InputError as error:
        return Failure(error.where, error.what, error.remedy)
    except Exception as error:  # a fault of ours must not end a batch of thousands
        return failure_of(report.source, error)


@cache
def _tools(manner: Manner) -> tuple[Reader, KnownNames]:
    known = manner.names.known()
    return reader_for(known, manner.names.model or None), known

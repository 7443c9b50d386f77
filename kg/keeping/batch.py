"""Add many reports to a store: go on past bad ones, take up where it was stopped."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process

from kg.errors import InputError, StoreError
from kg.keeping.kept import SHIPPED, Kept, Names, digest_in, names_in, reports_in
from kg.keeping.step import step
from kg.keeping.workers import Failure, Readers, failure_of, read_all
from kg.known_names import KnownNames
from kg.reconcile import Reading
from kg.report import Report, read_report
from kg.store import Store


@dataclass
class Outcome:
    """What became of the reports of a batch: those added, replaced and unchanged, by id."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)


def add(
    store: Store,
    paths: Iterable[Path],
    readers: Readers,
    on_report: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Add reports to a store, each in one step; one of an id that is there replaces it.

    A report whose text is in the store as it is, is left alone: so a batch that was stopped is
    taken up by adding it again.

    Args:
        store: a store that may be written to.
        paths: the files, or `-` for standard input.
        readers: who reads them, and how.
        on_report: called with the id of each report once it is done with; what it said is then
            in the store, whatever happens next.

    Raises:
        StoreError: the store cannot go on; the reports told so far are kept.
    """
    outcome = Outcome()
    names = readers.manner.names
    check_names(store, names)
    known = names.known()
    fresh: dict[str, str] = {}
    there: set[str] = set()

    def unread() -> Iterator[Report]:
        for report in _readable(paths, outcome):
            digest, before = readers.manner.digest(report.text), digest_in(store, report.id)
            if report.id in fresh:
                what = f"another report is called {report.id} too"
                outcome.failed.append(Failure(report.source, what, "rename one of them"))
            elif before == digest:
                outcome.unchanged.append(report.id)
                on_report(report.id)
            else:
                fresh[report.id] = digest
                there.update([report.id] if before else [])
                yield report

    for told in read_all(unread(), readers):
        failure = told if isinstance(told, Failure) else None
        if isinstance(told, Reading):
            kept = Kept(told, fresh[told.report.id], names)
            failure = _keep(store, kept, known)
        if failure:
            outcome.failed.append(failure)
            on_report(failure.report)
        elif isinstance(told, Reading):
            (outcome.replaced if told.report.id in there else outcome.added).append(told.report.id)
            on_report(told.report.id)
    return outcome


def remove(
    store: Store, reports: Iterable[str], on_report: Callable[[str], None] = lambda _: None
) -> None:
    """Take reports out of a store, each in one step.

    Raises:
        InputError: a report is not in the store; then none goes.
        StoreError: the store cannot go on.
    """
    leaving = list(dict.fromkeys(reports))
    for report in leaving:
        if digest_in(store, report) is None:
            nearest = process.extractOne(report, reports_in(store), score_cutoff=55)
            remedy = f"did you mean {nearest[0]}?" if nearest else "see kg list"
            raise InputError(report, "there is no such report in the store", remedy)
    known = (names_in(store) or SHIPPED).known()
    for report in leaving:
        store.apply(step(store, known, gone=[report]))
        on_report(report)


def check_names(store: Store, names: Names) -> None:
    """Make sure that the same names help as with the reports that are in a store.

    Raises:
        InputError: others do.
    """
    used = names_in(store)
    if used not in (None, names):
        what = f"its reports were read with other names ({used})"
        raise InputError(store.where, what, "give the same options, or make another store")


def _readable(paths: Iterable[Path], outcome: Outcome) -> Iterator[Report]:
    """The reports at some paths; of one that is none, the outcome tells."""
    for path in paths:
        try:
            yield read_report(path)
        except InputError as error:
            outcome.failed.append(Failure(error.where, error.what, error.remedy))


def _keep(store: Store, kept: Kept, known: KnownNames) -> Failure | None:
    """Store a report in one step; what is wrong with it is a failure of this report alone."""
    source = kept.reading.report.source
    try:
        store.apply(step(store, known, [kept]))
    except StoreError:
        raise
    except InputError as error:
        return Failure(error.where, error.what, error.remedy)
    except Exception as error:  # a fault of ours must not end a batch of thousands
        return failure_of(source, error)
    return None

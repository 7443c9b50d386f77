"""Add many reports to a store: go on past bad ones, take up where it was stopped."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process

from kg.errors import InputError, StoreError
from kg.fuse import Read
from kg.keeping.kept import SHIPPED, Kept, Names, digest_in, names_in, reports_in
from kg.keeping.step import step
from kg.keeping.workers import Failure, Manner, Readers, failure_of, read_all
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
    check_names(store, readers.manner.names)
    batch = _Batch(store, readers, on_report, readers.read())
    for told in read_all(batch.unread(paths), readers):
        batch.keep(told)
    return batch.outcome


@dataclass
class _Batch:
    """A batch on its way."""

    store: Store
    readers: Readers
    on_report: Callable[[str], None]
    read: Read
    outcome: Outcome = field(default_factory=Outcome)
    digests: dict[str, str] = field(default_factory=dict)  # of the reports so far
    there: set[str] = field(default_factory=set)  # those that the store had, in whatever version

    def unread(self, paths: Iterable[Path]) -> Iterator[Report]:
        """The reports that have to be read; what becomes of the others is told."""
        for path in paths:
            try:
                report = read_report(path)
            except InputError as error:
                self.fail(Failure(error.where, error.what, error.remedy))
                continue
            digest = self.readers.manner.digest(report.text)
            before = digest_in(self.store, report.id)
            if report.id in self.digests:
                what = f"another report is called {report.id} too"
                self.fail(Failure(report.source, what, "rename one of them"))
                continue
            self.digests[report.id] = digest
            if before == digest:
                self.outcome.unchanged.append(report.id)
                self.on_report(report.id)
                continue
            if before:
                self.there.add(report.id)
            yield report

    def keep(self, told: Reading | Failure) -> None:
        """Store a reading in one step; what is wrong with it is a failure of this report alone."""
        if isinstance(told, Failure):
            self.fail(told)
            return
        name, names = told.report.id, self.readers.manner.names
        try:
            kept = Kept(told, self.digests[name], names)
            self.store.apply(step(self.store, names.known(), [kept], read=self.read))
        except StoreError:
            raise
        except InputError as error:
            self.fail(Failure(error.where, error.what, error.remedy))
        except Exception as error:  # a fault of ours must not end a batch of thousands
            self.fail(failure_of(told.report.source, error))
        else:
            (self.outcome.replaced if name in self.there else self.outcome.added).append(name)
            self.on_report(name)

    def fail(self, failure: Failure) -> None:
        """Note that a report failed."""
        self.outcome.failed.append(failure)
        self.on_report(failure.report)


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
    names = names_in(store) or SHIPPED
    read = Readers(Manner(names)).read()
    for report in leaving:
        store.apply(step(store, names.known(), gone=[report], read=read))
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

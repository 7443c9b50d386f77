"""What one more report costs in a small store and in a large one, in processor time of its thread.

python constant_cost.py 10000
"""

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from unittest.mock import patch

from archive import readings

from kg.keeping.kept import Kept
from kg.keeping.step import step
from kg.names.known import NO_NAMES
from kg.reconcile import Reading
from kg.store import Store, open_store

MEASURED = 200  # reports


def seconds(store: Store, some: Iterable[Reading]) -> Iterator[float]:
    """What each of some reports costs when it is added."""
    for reading in some:
        start = time.thread_time()
        store.apply(step(store, NO_NAMES, [Kept(reading, "")]))
        yield time.thread_time() - start


def measure(store: Store, number: int, measured: int) -> tuple[float, float]:
    """The medians of the first reports of a store, and of the last of so many."""
    archive = iter(readings(number))
    early = median(seconds(store, islice(archive, measured)))
    with patch("kg.keeping.step.unsound", lambda *_: frozenset()):  # costs the same every time
        for _ in seconds(store, islice(archive, number - 2 * measured)):
            pass
    return early, median(seconds(store, archive))


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "store", write=True) as store,
    ):
        early, late = measure(store, int(sys.argv[1]), MEASURED)
        sys.stdout.write(f"{early * 1000:.1f} ms, then {late * 1000:.1f} ms: {late / early:.2f}\n")

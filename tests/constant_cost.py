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


def measure(small: Store, large: Store, number: int) -> tuple[float, float]:
    """The medians of the first reports of a store, and of the last of so many in a large one.

    They are added in turns, so that a busy machine holds up both alike.
    """
    first = list(islice(readings(number), MEASURED))
    archive = iter(readings(number))
    with patch("kg.keeping.step.unsound", lambda *_: frozenset()):  # costs the same every time
        for _ in seconds(large, islice(archive, number - MEASURED)):
            pass
    costs = [
        cost
        for early, late in zip(first, archive, strict=True)
        for cost in (*seconds(small, [early]), *seconds(large, [late]))
    ]
    return median(costs[::2]), median(costs[1::2])


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "small", write=True) as small,
        open_store(Path(folder) / "large", write=True) as large,
    ):
        early, late = measure(small, large, int(sys.argv[1]))
        sys.stdout.write(f"{early * 1000:.1f} ms, then {late * 1000:.1f} ms: {late / early:.2f}\n")

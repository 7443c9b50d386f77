"""A process that adds reports to a store and tells each that is in it; the tests end it early.

python adding.py STORE FOLDER [--template]

With --template the reports, those of `archive`, are read without the parser.
"""

import sys
from pathlib import Path

from archive import read_template

from kg.keeping.batch import add
from kg.keeping.kept import Names
from kg.keeping.workers import Manner, Readers
from kg.report import find_reports
from kg.store import StoreError, open_store

MANNER = Manner(Names(clubs=False))


def acknowledge(report: str) -> None:
    sys.stdout.write(f"{report}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        with open_store(sys.argv[1], write=True) as store:
            quick = sys.argv[3:] == ["--template"]
            readers = Readers(MANNER, one=read_template) if quick else Readers(MANNER)
            add(store, find_reports([Path(sys.argv[2])]), readers, acknowledge)
    except StoreError as error:
        sys.exit(str(error))

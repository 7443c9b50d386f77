"""The whole line stays close to the bare parser: reading a report is mostly parsing it."""

import gc
from collections.abc import Callable
from pathlib import Path
from time import process_time

from kg.pipeline import known_names, read, reader_for
from kg.report import read_report

ROOT = Path(__file__).parents[1]
REPORTS = [*ROOT.glob("seeds/reports/*.txt"), *ROOT.glob("tests/metamorphic/*.txt")]
# On long reports the line takes about twice the parser's time. These are short, with more to tell
# in every sentence: on them it takes two and a half times, and more on a busy machine.
TIMES_THE_PARSER = 3.0
ROUNDS = 5


def seconds(run: Callable[[], object]) -> float:
    """Processor time: other tests run beside this one, and slow it; the least time is its own."""
    start = process_time()
    run()
    return process_time() - start


def test_the_line_takes_little_more_than_the_parser() -> None:
    known = known_names()
    reader = reader_for(known)
    reports = [read_report(path) for path in sorted(REPORTS)]

    def parse() -> None:
        list(reader.nlp.pipe(report.readable for report in reports))

    def tell() -> None:
        for report in reports:
            read(report, reader, known)

    tell()  # the first time, word lists are read and patterns compiled
    gc.collect()
    gc.freeze()  # what other tests left is no work of the line
    rounds = [(seconds(tell), seconds(parse)) for _ in range(ROUNDS)]  # in turns
    gc.unfreeze()
    least = min(told for told, _ in rounds) / min(parsed for _, parsed in rounds)
    assert least < TIMES_THE_PARSER, f"{least:.1f} times the parser"

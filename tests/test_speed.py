"""The whole line stays close to the bare parser: reading a report is mostly parsing it."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from kg.pipeline import known_names, read, reader_for
from kg.report import read_report

ROOT = Path(__file__).parents[1]
REPORTS = [*ROOT.glob("seeds/reports/*.txt"), *ROOT.glob("tests/metamorphic/*.txt")]
# On long reports the line takes about twice the parser's time. These are short, with more to tell
# in every sentence, and other work beside a test makes the figure swing.
TIMES_THE_PARSER = 4


def seconds(run: Callable[[], object]) -> float:
    """Processor time: other tests run beside this one. The best of three."""
    taken = []
    for _ in range(3):
        start = process_time()
        run()
        taken.append(process_time() - start)
    return min(taken)


def test_the_line_takes_little_more_than_the_parser() -> None:
    known = known_names()
    reader = reader_for(known)
    reports = [read_report(path) for path in sorted(REPORTS)]
    bare = seconds(lambda: list(reader.nlp.pipe(report.readable for report in reports)))
    whole = seconds(lambda: [read(report, reader, known) for report in reports])
    assert whole < TIMES_THE_PARSER * bare, f"{whole / bare:.1f} times the parser"

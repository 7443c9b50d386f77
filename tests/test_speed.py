"""The whole line stays close to the bare parser: reading a report is mostly parsing it."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from kg.blocks import cut
from kg.language import load_reader
from kg.pipeline import demonyms, known_names, read
from kg.report import read_report

REPORTS = sorted((Path(__file__).parent / "metamorphic").glob("*.txt"))
TIMES_THE_PARSER = 5  # at most; it is about twice on long reports, and short ones cost more


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
    reader = load_reader(None, demonyms(known))
    reports = [read_report(path) for path in REPORTS]
    documents = [reader.read(report, cut(report)) for report in reports]
    sentences = [[sentence.text for sentence in d.sentences] for d in documents]
    bare = seconds(lambda: [list(reader.nlp.pipe(texts)) for texts in sentences])
    whole = seconds(lambda: [read(report, reader, known) for report in reports])
    assert whole < TIMES_THE_PARSER * bare, f"{whole / bare:.1f} times the parser"

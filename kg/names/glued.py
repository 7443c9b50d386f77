"""Part two names that a page has run together behind a score: "Hallvik 0-7 Brevik | Kaba shines".

A page may set its headline behind the line with the result, and nothing between. Two names in one
run are two if the report has each of them by itself elsewhere, and never the two as one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.names.runs import Run

BEHIND_SCORE = re.compile(r"\b\d{1,2} ?[-–] ?\d{1,2} $")


def unglued(runs: Iterable[Run]) -> list[Run]:
    """Runs of a report, those behind a score parted where they are two names."""
    given = list(runs)
    times = Counter(run.words for run in given)
    return [part for run in given for part in parts(run, times)]


def parts(run: Run, times: Counter[tuple[str, ...]]) -> Iterator[Run]:
    """One run, or the two that it is made of; `times` is how often the report has each."""
    text, words = run.block.text, run.words
    is_once = times[words] == 1 and BEHIND_SCORE.search(text[: run.spans[0][0]])
    cuts = range(1, len(words)) if is_once else ()
    cut = next((n for n in cuts if times[words[:n]] and times[words[n:]]), None)
    if cut is None:
        yield run
    else:
        yield replace(run, spans=run.spans[:cut])
        yield replace(run, spans=run.spans[cut:], opens_sentence=True)

"""Nationalities that are surnames: "Ronan Finn" makes "Finn shot wide" a name, "the Finn" none."""

from collections.abc import Iterable

from kg.lexicon import words
from kg.names.openings import Spelling, first_word, not_people
from kg.names.runs import Run


def surnames_in(
    runs: Iterable[Run], common: frozenset[str], capitalised: frozenset[str]
) -> frozenset[str]:
    """The nationalities that a report has as surnames: "Ronan Finn", not "West German"."""
    nationalities = capitalised - words("calendar", "weekdays") - words("calendar", "months")
    pairs = (run.words for run in runs if len(run.words) == 2 and run.words[1] in nationalities)
    unlike = capitalised | words("names", "place_prefixes")
    return frozenset(
        last for first, last in pairs if first not in unlike and first.lower() not in common
    )


def is_surname(run: Run, spelling: Spelling) -> bool:
    """Whether a run is the surname of somebody: "Finn shot wide", but "the Finn", "French side"."""
    if len(run.spans) != 1 or run.words[0] not in spelling.surnames:
        return False
    start, end = run.spans[0]
    before, behind = run.block.text[:start].split()[-1:], first_word(run.block.text[end:])
    return behind not in not_people() and not set(before) & words("names", "articles")

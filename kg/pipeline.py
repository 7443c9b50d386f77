"""The line through the house: a report becomes a graph.

    report -> blocks -> document -> mentions -> tellings -> reading -> fusion -> graph

Each stage is a plain function from frozen dataclass to frozen dataclass, and no stage knows a later
one. Read this module first, then along the line:

- `kg.report`: the text as given; `kg.blocks` cuts it, and `kg.sheets` reads the team sheets in it;
- `kg.language` parses what is left, each name (`kg.names`) put aside before;
- `kg.mentions`: who and what is spoken of, and which words stand for whom;
- `kg.facts`: what each sentence tells. `kg.frames` says who did what to whom and whether it is
  asserted, `kg.phrasings` how each kind of fact is said, and `kg.teammates` who plays with whom;
- `kg.reconcile`: the one consistent reading of all that a report tells;
- `kg.fuse`: which of many readings tell of the same match, and what they tell each other;
- `kg.graph`: all of it as one graph, with the reasons for every fact.

What is done with a graph lies beside the line: `kg.rdf` (files), `kg.store`, `kg.validate`,
`kg.query`, `kg.explain`, `kg.picture`, `kg.score`. `kg.keeping` leads the line into a store, report
by report.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import Dataset

from kg.blocks import cut
from kg.facts import find_tellings
from kg.fuse import fuse
from kg.fuse.attested import attested
from kg.graph import build_graph
from kg.graph.soundness import unsound
from kg.language import Reader, load_reader
from kg.mentions import find_scenes
from kg.names.joining import join
from kg.names.known import KnownNames, load_known_names
from kg.paths import names_folder
from kg.reconcile import Case, Reading, in_one, open_case, reconcile
from kg.report import Report, find_reports, read_report


@dataclass(frozen=True)
class Built:
    """What `build` gives: the dataset with all its layers, and the reading of each report."""

    dataset: Dataset
    readings: tuple[Reading, ...]


def build(
    paths: Iterable[Path | str],
    *,
    names: bool = True,
    more_names: Path | None = None,
    model: str | None = None,
    on_report: Callable[[str], None] | None = None,
) -> Built:
    """Read reports, each by itself, and build the one graph of them that a store would hold too.

    Args:
        paths: files, folders of `.txt` files, or `-` for standard input.
        names: whether the lists of known clubs and competitions may help.
        more_names: a folder of lists of the user's own, which help in any case.
        model: an installed spaCy pipeline to use instead of the shipped one.
        on_report: called with the id of each report once it is read.

    Raises:
        InputError: a path cannot be read as a report, or a folder not as lists of names.
    """
    known = known_names(with_clubs=names, more=more_names)
    reader = reader_for(known, model)
    readings = []
    for report in map(read_report, find_reports(paths)):
        readings.append(read(report, reader, known))
        if on_report:
            on_report(report.id)
    fusion = fuse(readings, known, lambda report: read(report, reader, known))
    return Built(build_graph(fusion, check=unsound), tuple(readings))


def build_each(
    paths: Iterable[Path | str],
    *,
    names: bool = True,
    more_names: Path | None = None,
    model: str | None = None,
    on_report: Callable[[str], None] | None = None,
) -> Iterator[Built]:
    """Read reports together and build a graph of each; the arguments are those of `build`.

    What others tell of people's teams then shows in the graph of a report, which stands alone. It
    is the fused graph, without the reasons.
    """
    known = known_names(with_clubs=names, more=more_names)
    reports = map(read_report, find_reports(paths))
    for reading in read_together(reports, reader_for(known, model), known, on_report):
        graph = build_graph(fuse([reading], known), check=unsound, why=False)
        yield Built(graph, (reading,))


def read_together(
    reports: Iterable[Report],
    reader: Reader,
    known: KnownNames,
    on_report: Callable[[str], None] | None = None,
) -> tuple[Reading, ...]:
    """What each report says, where the others may tell for whom somebody plays."""
    heard, alone = [], []
    for report in reports:
        heard.append(hear(report, reader, known))
        alone.append(in_one([reconcile(case) for case in heard[-1]]))
        if on_report:
            on_report(report.id)
    elsewhere = attested(alone, known)
    return tuple(
        in_one([reconcile(case.knowing(elsewhere[reading.report.id])) for case in cases])
        if reading.report.id in elsewhere
        else reading
        for cases, reading in zip(heard, alone, strict=True)
    )


def read(report: Report, reader: Reader, known: KnownNames) -> Reading:
    """What one report says by itself."""
    return in_one([reconcile(case) for case in hear(report, reader, known)])


def hear(report: Report, reader: Reader, known: KnownNames) -> tuple[Case, ...]:
    """Who and what a report speaks of, and what its sentences tell, for each match it tells of."""
    scenes = find_scenes(reader.read(report, cut(report)), known)
    return tuple(open_case(scene, find_tellings(scene), known) for scene in scenes)


@cache
def known_names(*, with_clubs: bool = True, more: Path | None = None) -> KnownNames:
    """The names that ship with the package, and those of a folder of the user's.

    Without clubs, the package gives countries and demonyms alone.
    """
    shipped = load_known_names(names_folder())
    known = shipped if with_clubs else shipped.without_clubs()
    return known if more is None else join(known, load_known_names(more))


def reader_for(known: KnownNames, model: str | None = None) -> Reader:
    """The reader that goes with known names: words of nationality have a capital and name nobody.

    Raises:
        InputError: there is no spaCy pipeline of the name `model`, or none at all.
    """
    nationalities = (c.adjectives + c.nouns for c in known.countries)
    return load_reader(model, frozenset().union(*nationalities))

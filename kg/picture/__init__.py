"""Pictures of a graph: a match for an article, a page to look around in, files for network tools.

`draw` is the whole of it. What happens inside, in this order: `projection` makes a network of the
fused graph, `reading` reads the story of one match
out of it with its `events`, `match_layout` gives each mark its
place in a scene, and `figure`, `page` or `networks` write it down.

A `story` is what a picture tells, a `scene` what it is made of, and `style` how that looks. Of a
match, `timeline` places the events, `links` the players and the lines to them, `spacing` keeps them
apart, and `furniture` stands around them; a graph without events shows its results
(`results_layout`). `captions` are the events in words, `tables` the facts as rows, `evidence` their
sentences.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import networkx as nx
from rdflib import Dataset

from kg.errors import InputError
from kg.picture.evidence import sentences
from kg.picture.match_layout import match_scene
from kg.picture.networks import gexf, graphml
from kg.picture.page import Fact, html
from kg.picture.projection import neighbourhood, project
from kg.picture.reading import busiest_match, find_match, matches, read_story, teams_without_match
from kg.picture.results_layout import results_scene
from kg.picture.scene import Scene
from kg.picture.tables import EVENT_COLUMNS, MATCH_COLUMNS, event_table, match_table
from kg.rdf.files import write_atomically

__all__ = ["FORMATS", "Picture", "compose", "draw"]


@dataclass(frozen=True)
class Picture:
    """A scene with the facts that it shows, as a table."""

    scene: Scene
    columns: tuple[str, ...]
    facts: tuple[Fact, ...]


def draw(dataset: Dataset, path: Path, match: str | None = None) -> Path:
    """Draw a dataset's fused graph into a file and return its path; the suffix tells the format.

    `.svg`, `.png` and `.html` show one match: the one named (by IRI, the end of it, or label),
    or else the one with the most events, or teams and results where no event is told. `.graphml`
    and `.gexf` hold the whole graph, or the named match and what it points at. Raises InputError
    for an unknown suffix, a match that the graph does not know, a graph with nothing to draw, and
    a place that cannot be written to.
    """
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        known = " ".join(FORMATS)
        raise InputError(str(path), f'no picture format "{path.suffix}"', f"use one of {known}")
    write_atomically(path, write(dataset, match))
    return path


def compose(dataset: Dataset, match: str | None = None) -> Picture:
    """The picture of a match, or of teams and results where no event is told.

    Raises InputError for a match that the graph does not know, and if it knows none and no team.
    """
    network = project(dataset)
    evidence = partial(sentences, dataset)
    known = matches(network)
    chosen = find_match(network, match) if match is not None else busiest_match(network)
    if chosen is None and len(known) == 1:
        chosen = known[0]
    if chosen is not None:
        story = read_story(network, chosen)
        return Picture(match_scene(story), EVENT_COLUMNS, event_table(story, evidence))
    stories = [read_story(network, node) for node in known]
    teams = teams_without_match(network)
    if not stories and not teams:
        raise InputError("graph", "there is no match and no team to draw", REMEDY)
    return Picture(results_scene(stories, teams), MATCH_COLUMNS, match_table(stories, evidence))


def _svg(dataset: Dataset, match: str | None) -> bytes:
    from kg.picture.figure import svg  # noqa: PLC0415  (matplotlib: only where it draws)

    return svg(compose(dataset, match).scene).encode()


def _png(dataset: Dataset, match: str | None) -> bytes:
    from kg.picture.figure import png  # noqa: PLC0415  (matplotlib: only where it draws)

    return png(compose(dataset, match).scene)


def _html(dataset: Dataset, match: str | None) -> bytes:
    from kg.picture.figure import svg  # noqa: PLC0415  (matplotlib: only where it draws)

    picture = compose(dataset, match)
    return html(picture.scene, svg(picture.scene), picture.columns, picture.facts).encode()


def _graphml(dataset: Dataset, match: str | None) -> bytes:
    return graphml(_network(dataset, match)).encode()


def _gexf(dataset: Dataset, match: str | None) -> bytes:
    return gexf(_network(dataset, match)).encode()


def _network(dataset: Dataset, match: str | None) -> nx.MultiDiGraph:
    network = project(dataset)
    if not network:
        raise InputError("graph", "it is empty", REMEDY)
    return network if match is None else neighbourhood(network, find_match(network, match))


REMEDY = "build one from match reports with kg build"

# The formats of pictures by suffix, and how each is made.
FORMATS: dict[str, Callable[[Dataset, str | None], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".html": _html,
    ".graphml": _graphml,
    ".gexf": _gexf,
}

"""Pictures: what is drawn, where it stands, and that the files are sound."""

import re
import struct
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset

from kg.errors import InputError
from kg.picture import FORMATS, compose, draw, events, reading, style
from kg.picture.captions import KINDS
from kg.picture.figure import svg
from kg.picture.match_layout import match_scene
from kg.picture.projection import KINDS as CLASSES
from kg.picture.projection import project, targets
from kg.picture.reading import busiest_match, find_match, matches, read_story
from kg.picture.scene import Glyph, Scene, Stroke, Text
from kg.picture.spacing import spread
from kg.picture.story import Event, Part, Side, Story, running_scores
from kg.rdf.files import read_dataset
from kg.rdf.terms import to_dataset
from kg.vocabulary import FUSED, KG

GRAPHS = Path(__file__).parent / "graphs"
MATCH = "https://w3id.org/football-kg/id/match/2031-05-03-harbour-town-valley-rovers"
FIXTURE = "valley-rovers-mill-athletic"
SVG = "{http://www.w3.org/2000/svg}"

PREFIXES = """
@prefix kg: <https://w3id.org/football-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://w3id.org/football-kg/id/> .
"""
# Two results and a team that is in neither, without any event.
RESULTS = """
:a a kg:Team ; rdfs:label "Harbour Town" . :b a kg:Team ; rdfs:label "Valley Rovers" .
:c a kg:Team ; rdfs:label "Lone Rangers" .
:m1 a kg:Match ; kg:contestedBy :a, :b ; kg:homeTeam :a ; kg:awayTeam :b ;
  kg:homeScore 2 ; kg:awayScore 1 ; kg:status "played" .
:m2 a kg:Match ; kg:contestedBy :b ; kg:awayTeam :b ; kg:homeScore 0 ; kg:awayScore 3 .
"""


def read(name: str) -> Dataset:
    return read_dataset(GRAPHS / name)


def fused(turtle: str) -> Dataset:
    text = f"{PREFIXES}<{FUSED}> {{ {turtle} }}"
    return to_dataset(ox.parse(text, format=ox.RdfFormat.TRIG))


@pytest.fixture(scope="module")
def cup_tie() -> Dataset:
    return read("picture.trig")


@pytest.fixture(scope="module")
def story(cup_tie: Dataset) -> Story:
    return read_story(project(cup_tie), MATCH)


@pytest.fixture(scope="module")
def scene(cup_tie: Dataset) -> Scene:
    return compose(cup_tie).scene


@pytest.fixture(scope="module")
def page(cup_tie: Dataset, tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("page") / "match.html"
    return draw(cup_tie, target).read_text(encoding="utf-8")


Draft = tuple[str, Side, int | None, tuple[int, ...]]
# Events of any kind, side and minute, each with up to two of twenty players.
EVENTS = st.tuples(
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(list(Side)),
    st.none() | st.integers(0, 121),
    st.lists(st.integers(1, 20), max_size=2, unique=True).map(tuple),
)


def told(drafts: list[Draft]) -> Story:
    """A match in which the drafted events happen, in order of time."""
    events = [
        Event(
            node=f"event-{number}",
            kind=kind,
            side=side,
            minute=minute,
            added=0,
            about=False,
            method="",
            parts=tuple(Part("by", f"player-{who}", f"Player {who}", side) for who in players),
        )
        for number, (kind, side, minute, players) in enumerate(drafts)
    ]
    events.sort(key=lambda event: (event.minute is None, event.minute or 0))
    base = read_story(project(read("picture.trig")), MATCH)
    return replace(base, events=tuple(events))


def goal_mark(scene: Scene, number: int) -> Glyph:
    node = f"{MATCH}/goal-{number}"
    (mark,) = (mark for mark in scene.marks if isinstance(mark, Glyph) and mark.nodes == (node,))
    return mark


def strokes_of(scene: Scene, node: str) -> list[Stroke]:
    return [mark for mark in scene.marks if isinstance(mark, Stroke) and node in mark.nodes]


class TestFiles:
    @pytest.mark.parametrize("suffix", FORMATS)
    def test_equal_graphs_give_equal_bytes(self, suffix: str, tmp_path: Path) -> None:
        first = draw(read("picture.trig"), tmp_path / f"first{suffix}")
        again = draw(read("picture.trig"), tmp_path / f"again{suffix}")
        assert first == tmp_path / f"first{suffix}"
        assert first.read_bytes() == again.read_bytes()

    def test_the_hash_seed_does_not_matter(self, tmp_path: Path) -> None:
        program = (
            "import sys; from pathlib import Path; from kg.picture import draw;"
            "from kg.rdf.files import read_dataset;"
            "draw(read_dataset(sys.argv[1]), Path(sys.argv[2]))"
        )
        for seed in ("1", "2"):
            target = tmp_path / f"{seed}.html"
            subprocess.run(
                [sys.executable, "-c", program, str(GRAPHS / "picture.trig"), str(target)],
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(GRAPHS.parents[1])},
                check=True,
            )
        assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()

    def test_png_is_sharp_and_as_high_as_its_scene(self, cup_tie: Dataset, tmp_path: Path) -> None:
        content = draw(cup_tie, tmp_path / "match.png").read_bytes()
        width, height = struct.unpack(">II", content[16:24])
        scene = compose(cup_tie).scene
        assert width > 2000
        assert height / width == pytest.approx(scene.height / scene.width, rel=0.01)

    def test_unknown_suffix_names_the_known(self, cup_tie: Dataset, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r'"\.gif"; use one of \.svg \.png .html'):
            draw(cup_tie, tmp_path / "match.gif")

    def test_a_folder_that_is_not_there(self, cup_tie: Dataset, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot be written"):
            draw(cup_tie, tmp_path / "nowhere" / "match.gexf")

    @pytest.mark.parametrize("suffix", FORMATS)
    def test_an_empty_graph_is_refused(self, suffix: str, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="build one"):
            draw(Dataset(), tmp_path / f"nothing{suffix}")
        assert not list(tmp_path.iterdir())

    def test_matplotlib_waits_until_it_draws(self) -> None:
        program = "import sys, kg, kg.picture; sys.exit('matplotlib' in sys.modules)"
        root = str(GRAPHS.parents[1])
        done = subprocess.run([sys.executable, "-c", program], check=False, cwd=root)
        assert done.returncode == 0


class TestSvg:
    def test_names_are_text_and_the_picture_is_told_in_words(self, scene: Scene) -> None:
        root = ElementTree.fromstring(svg(scene))  # noqa: S314  (our own)
        texts = {element.text for element in root.iter(f"{SVG}text")}
        assert {"Tomas Brel", "İlkay Tuncel", "Callum O'Dea", "4–3", "45+2'", "~83'"} <= texts
        assert root.findtext(f"{SVG}title") == "Harbour Town 4–3 Valley Rovers"
        description = root.findtext(f"{SVG}desc") or ""
        assert "9' goal for Harbour Town: Tomas Brel (assist Ade Falk), header, 1–0." in description

    def test_no_time_stamp_and_no_metadata(self, scene: Scene) -> None:
        assert "metadata" not in svg(scene)
        assert "date>" not in svg(scene)

    def test_marks_know_their_nodes(self, scene: Scene) -> None:
        root = ElementTree.fromstring(svg(scene))  # noqa: S314  (our own)
        groups = [group for group in root.iter() if group.get("data-nodes") == f"{MATCH}/goal-4"]
        assert groups
        assert groups[0].findtext(f"{SVG}title") == (
            "45+2' penalty goal for Harbour Town: Rúben Hale, 2–2"
        )


class Links(HTMLParser):
    """The attributes of a page that may load something, and its table."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loading = {"src", "href", "xlink:href", "srcset", "data", "action", "poster"}
        self.loads += [value or "" for name, value in attrs if name in loading]
        self.rows += tag == "tr"


class TestPage:
    def test_nothing_is_loaded_from_outside(self, page: str) -> None:
        links = Links()
        links.feed(page)
        assert [link for link in links.loads if not link.startswith("#")] == []
        assert not re.search(r"@import|url\((?!#)|<link\b", page)

    def test_every_event_is_a_row(self, page: str, story: Story) -> None:
        links = Links()
        links.feed(page)
        assert links.rows == 1 + len(story.events)

    def test_the_sentence_stands_beside_the_fact_and_is_escaped(self, page: str) -> None:
        assert "<q>Brel headed in Falk&#x27;s cross &lt;early&gt; &amp; loud.</q>" in page

    def test_names_are_escaped(self, cup_tie: Dataset, tmp_path: Path) -> None:
        page = draw(cup_tie, tmp_path / "match.html", FIXTURE).read_text(encoding="utf-8")
        assert "<title>Valley Rovers 2–0 Mill &amp; Moor &lt;Athletic&gt;</title>" in page
        assert "<Athletic>" not in page

    def test_every_colour_of_the_picture_has_a_dark_one(self, page: str) -> None:
        picture = page[page.index("<figure>") : page.index("</figure>")]
        used = set(re.findall(r"(?:fill|stroke): (#\w{6})", picture))
        assert used - style.DARK.keys() == {style.YELLOW}  # a yellow card is one at night, too
        assert f'svg [style*="fill: {style.INK}"] {{ fill: {style.DARK[style.INK]}' in page


class TestNetworks:
    @pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
    def test_reopened_it_has_the_same_nodes_and_edges(self, suffix: str, tmp_path: Path) -> None:
        dataset = read("match.trig")
        target = draw(dataset, tmp_path / f"match{suffix}")
        if suffix == ".graphml":
            found = nx.read_graphml(target, force_multigraph=True)
        else:
            found = nx.read_gexf(target)
        network = project(dataset)
        edges = sorted((a, b, data["relation"]) for a, b, data in found.edges(data=True))
        assert edges == sorted(network.edges(keys=True))
        assert set(found) == set(network)
        for node, attributes in network.nodes(data=True):
            assert attributes.items() <= found.nodes[node].items()

    def test_a_named_match_comes_with_what_it_points_at(
        self, cup_tie: Dataset, tmp_path: Path
    ) -> None:
        found = nx.read_graphml(draw(cup_tie, tmp_path / "match.graphml", FIXTURE))
        labels = {label for _, label in found.nodes(data="label")}
        assert labels == {
            "Valley Rovers 2-0 Mill Athletic", "Valley Rovers", "Mill & Moor <Athletic>"
        }  # fmt: skip

    def test_literals_and_classes_are_no_nodes(self, cup_tie: Dataset) -> None:
        network = project(cup_tie)
        assert all(node.startswith("https://w3id.org/football-kg/id/") for node in network)
        assert network.nodes[f"{MATCH}/card-3"]["kind"] == "SecondYellowCard"
        assert network.nodes[f"{MATCH}/goal-4"]["addedMinute"] == 2
        assert network.nodes[MATCH]["matchDate"] == "2031-05-03"


class TestLayout:
    @pytest.mark.parametrize("name", ["picture.trig", "match.trig"])
    def test_labels_never_overlap_and_stay_on_the_page(self, name: str) -> None:
        scene = compose(read(name)).scene
        for one, other in combinations(scene.texts, 2):
            assert not one.box.overlaps(other.box), (one.text, other.text)
        for text in scene.texts:
            assert text.box.left >= 0, text.text
            assert text.box.right <= scene.width, text.text
            assert 0 <= text.box.top < text.box.bottom <= scene.height, text.text

    @settings(max_examples=40, deadline=None)
    @given(st.lists(EVENTS, max_size=24))
    def test_labels_keep_apart_whatever_happens(self, drafts: list[Draft]) -> None:
        scene = match_scene(told(drafts))
        for one, other in combinations(scene.texts, 2):
            assert not one.box.overlaps(other.box), (one.text, other.text)

    def test_labels_of_results_do_not_overlap_either(self) -> None:
        scene = compose(fused(RESULTS)).scene
        for one, other in combinations(scene.texts, 2):
            assert not one.box.overlaps(other.box), (one.text, other.text)

    def test_marks_keep_apart(self, scene: Scene) -> None:
        glyphs = [mark for mark in scene.marks if isinstance(mark, Glyph)]
        for one, other in combinations(glyphs, 2):
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart > one.radius + other.radius, (one, other)

    def test_estimated_widths_are_upper_bounds(self, scene: Scene) -> None:
        from matplotlib.font_manager import FontProperties
        from matplotlib.textpath import TextPath

        for text in scene.texts:
            weight = "bold" if text.bold else "normal"
            font = FontProperties(family=style.FONT, weight=weight)
            drawn = TextPath((0, 0), text.text, size=text.size, prop=font).get_extents().width
            assert drawn <= text.box.right - text.box.left, text.text

    def test_home_goals_stand_left_and_away_goals_right(self, scene: Scene) -> None:
        assert goal_mark(scene, 1).x < style.CENTRE < goal_mark(scene, 3).x

    def test_an_own_goal_stands_with_the_side_that_gains_it(self, scene: Scene) -> None:
        mark = goal_mark(scene, 2)
        (stroke,) = strokes_of(scene, f"{MATCH}/goal-2")
        assert mark.kind == "OwnGoal"
        assert mark.x > style.CENTRE
        assert stroke.steps[-1][-1][0] < style.CENTRE  # it ends at the home player who did it

    def test_a_goal_is_joined_to_scorer_and_assister(self, scene: Scene) -> None:
        scored, assisted = strokes_of(scene, f"{MATCH}/goal-1")
        assert scored.nodes[1].endswith("tomas-brel")
        assert assisted.nodes[1].endswith("ade-falk")
        assert (scored.dashed, assisted.dashed) == (False, True)
        assert scored.width > assisted.width

    def test_time_runs_down_the_axis(self, scene: Scene, story: Story) -> None:
        heights = {mark.nodes: mark.y for mark in scene.marks if isinstance(mark, Glyph)}
        ys = [heights[event.node,] for event in story.events if event.side]
        assert ys == sorted(ys)
        words = {text.text: text.y for text in scene.texts}
        assert words["45+2'"] < words["45'  half-time 2–2"] < words["46'"]
        assert words["90+4'"] < words["90'  full time"] < words["minute not told"]

    def test_what_is_not_told_has_its_lanes(self, scene: Scene) -> None:
        texts = {text.text for text in scene.texts}
        assert {"minute not told", "team not told", "72' disallowed goal: Jonas Ree"} <= texts

    def test_a_quiet_match_is_smaller_than_a_lively_one(self, scene: Scene) -> None:
        quiet = compose(read("match.trig")).scene
        assert quiet.height < scene.height
        assert quiet.width == scene.width

    def test_no_match_has_events_so_results_are_drawn(self) -> None:
        scene = compose(fused(RESULTS)).scene
        texts = {text.text for text in scene.texts}
        assert {"Harbour Town", "Valley Rovers", "2–1", "0–3", "opponent not told"} <= texts
        assert "Lone Rangers" in texts

    def test_teams_alone_can_be_drawn_too(self) -> None:
        scene = compose(fused(':c a kg:Team ; rdfs:label "Lone Rangers" .')).scene
        assert "Lone Rangers" in {text.text for text in scene.texts}


class TestStory:
    def test_the_busiest_match_is_chosen(self, cup_tie: Dataset) -> None:
        network = project(cup_tie)
        assert len(matches(network)) == 2
        assert busiest_match(network) == MATCH

    @pytest.mark.parametrize(
        "wanted", [MATCH, MATCH.rsplit("/", 1)[-1], "harbour town 4-3 valley rovers"]
    )
    def test_a_match_is_found_by_iri_its_end_or_label(self, cup_tie: Dataset, wanted: str) -> None:
        assert find_match(project(cup_tie), wanted) == MATCH

    def test_an_unknown_match_suggests_the_nearest(self, cup_tie: Dataset) -> None:
        with pytest.raises(InputError, match=f'did you mean "{FIXTURE}"'):
            find_match(project(cup_tie), "valley-rovers-mill-atletic")

    def test_running_scores(self, story: Story) -> None:
        assert list(running_scores(story).values()) == [
            (1, 0), (1, 1), (1, 2), (2, 2), (3, 2), (3, 3), (4, 3)
        ]  # fmt: skip

    def test_no_running_score_if_a_goal_is_missing(self) -> None:
        one_of_two = RESULTS + ":g a kg:Goal ; kg:inMatch :m1 ; kg:forTeam :a ; kg:atMinute 3 ."
        dataset = fused(one_of_two)
        (match,) = (node for node in matches(project(dataset)) if node.endswith("m1"))
        assert running_scores(read_story(project(dataset), match)) == {}
        texts = {text.text for text in compose(dataset).scene.texts}
        assert "1 of the 3 goals is told." in texts

    def test_an_event_without_a_team_goes_to_its_players(self) -> None:
        turtle = RESULTS + (
            ":k a kg:Card, kg:RedCard ; kg:inMatch :m1 ; kg:shownTo :p ; kg:atMinute 9 ."
            ':p a kg:Player ; rdfs:label "Bo Ek" ; kg:playsFor :b .'
        )
        network = project(fused(turtle))
        (event,) = read_story(network, find_match(network, "m1")).events
        assert event.side is Side.RIGHT

    def test_sides_in_the_order_named_are_said_to_be_so(self, cup_tie: Dataset) -> None:
        texts = {text.text for text in compose(cup_tie, FIXTURE).scene.texts}
        assert "The home side is not told; the teams stand in the order they are named." in texts

    def test_every_term_that_the_picture_reads_is_defined(self) -> None:
        relations = {relation for relation, _ in events.PARTS}
        sides = {name for pair in reading.SIDES for side in pair for name in side}
        for term in (*relations, *sides, *CLASSES, *KINDS):
            assert term in KG, term

    def test_every_kind_has_words_and_a_glyph_of_its_own(self) -> None:
        events = CLASSES[: CLASSES.index("MatchEvent")]
        assert list(KINDS) == [kind for kind in KINDS if kind in events]
        assert set(events) == set(KINDS)
        assert set(KINDS) <= set(style.GLYPHS)
        shapes = [style.GLYPHS[kind] for kind in KINDS]
        assert len(set(shapes)) == len(shapes)

    def test_targets_are_sorted(self, cup_tie: Dataset) -> None:
        teams = targets(project(cup_tie), MATCH, "contestedBy")
        assert teams == tuple(sorted(teams))
        assert len(teams) == 2


class TestSpread:
    def test_what_has_room_stays(self) -> None:
        assert spread([0, 30, 90], [20, 20]) == (0, 30, 90)

    def test_what_is_too_close_parts_evenly(self) -> None:
        assert spread([50, 50], [20]) == (40, 60)

    def test_nothing_needs_no_room(self) -> None:
        assert spread([], []) == ()

    @given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
    def test_gaps_are_kept_and_the_middle_does_not_move(self, wanted: list[int]) -> None:
        level = sorted(wanted)
        places = spread(level, [20] * (len(level) - 1))
        for upper, lower in pairwise(places):
            assert lower - upper >= 20 - 1e-6
        assert sum(places) == pytest.approx(sum(level), abs=1e-6)


def test_text_boxes_lie_where_the_anchor_says() -> None:
    start, end = (Text(100, 0, "Brel", anchor=anchor).box for anchor in ("start", "end"))
    assert start.left == 100 == end.right

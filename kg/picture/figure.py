"""Draw a scene with matplotlib, as SVG (text stays text) or as PNG; the same bytes every time."""

import io
from itertools import chain
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text as Words

from kg.picture import style
from kg.picture.scene import Glyph, Mark, Plate, Scene, Stroke, Text

SVG = "http://www.w3.org/2000/svg"
POINTS_PER_INCH = 72
BASELINE = 0.36  # from the middle of a line of text down to its baseline, in em
CODES = {1: [Path.LINETO], 3: [Path.CURVE4] * 3}
SALT = "football"  # of the ids in an SVG, which would be random without one


def png(scene: Scene) -> bytes:
    """The scene as a PNG picture."""
    return _printed(scene, "png", {"Software": None, "Title": scene.title})


def svg(scene: Scene) -> str:
    """The scene as an SVG document with title and description.

    Each mark that belongs to nodes is a group with their IRIs in `data-nodes`.
    """
    return _described(_printed(scene, "svg", {"Date": None}), scene)


def _printed(scene: Scene, form: str, metadata: dict[str, str | None]) -> bytes:
    """The scene in one of matplotlib's formats, whatever the user's own matplotlib settings are."""
    stream = io.BytesIO()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rc("svg", fonttype="none", hashsalt=SALT)
        _figure(scene).savefig(stream, format=form, metadata=metadata)
    return stream.getvalue()


def _figure(scene: Scene) -> Figure:
    size = (scene.width / POINTS_PER_INCH, scene.height / POINTS_PER_INCH)
    figure = Figure(figsize=size, dpi=style.DOTS_PER_INCH, facecolor=style.PAPER)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    for number, mark in enumerate(scene.marks):
        for piece, artist in enumerate(_artists(mark)):
            artist.set_zorder(number + piece / 100)
            artist.set_clip_on(False)
            artist.set_gid(f"mark-{number}-{piece}")
            axes.add_artist(artist)
    return figure


def _artists(mark: Mark) -> list[Artist]:
    match mark:
        case Text():
            return [_words(mark)]
        case Glyph():
            return _pieces(mark)
        case Stroke():
            return [_line(mark)]
        case Plate():
            return [_plate(mark)]


def _words(text: Text) -> Artist:
    return Words(
        text.x,
        text.y + BASELINE * text.size,
        text.text,
        size=text.size,
        color=text.colour,
        family=style.FONT,
        weight="bold" if text.bold else "normal",
        style="italic" if text.italic else "normal",
        ha={"start": "left", "middle": "center", "end": "right"}[text.anchor],
        va="baseline",
        parse_math=False,
    )


def _pieces(glyph: Glyph) -> list[Artist]:
    artists: list[Artist] = []
    for shape in style.GLYPHS.get(glyph.kind, style.GLYPHS["MatchEvent"]):
        points = [(glyph.x + glyph.radius * x, glyph.y + glyph.radius * y) for x, y in shape.points]
        look = {
            "facecolor": shape.fill or "none",
            "edgecolor": shape.edge or "none",
            "linewidth": shape.width * glyph.radius,
            "joinstyle": "round",
            "capstyle": "round",
        }
        if shape.radius:
            artists.append(Circle(points[0], shape.radius * glyph.radius, **look))
        elif shape.fill:
            artists.append(PathPatch(Path([*points, points[0]], closed=True), **look))
        else:
            artists.append(PathPatch(Path(points), **look))
    return artists


def _line(stroke: Stroke) -> Artist:
    points = [stroke.start, *chain.from_iterable(stroke.steps)]
    codes = [Path.MOVETO, *chain.from_iterable(CODES[len(step)] for step in stroke.steps)]
    return PathPatch(
        Path(points, codes),
        facecolor="none",
        edgecolor=stroke.colour,
        linewidth=stroke.width,
        linestyle=(0, (4, 2.5)) if stroke.dashed else "solid",
        capstyle="butt" if stroke.dashed else "round",
    )


def _plate(plate: Plate) -> Artist:
    box = plate.box
    return FancyBboxPatch(
        (box.left, box.top),
        box.right - box.left,
        box.bottom - box.top,
        boxstyle=f"round,pad=0,rounding_size={plate.rounding}",
        facecolor=plate.fill,
        edgecolor=plate.edge or "none",
        linewidth=1.0 if plate.edge else 0.0,
    )


def _described(document: bytes, scene: Scene) -> str:
    """The SVG with title, description and nodes, without matplotlib's metadata."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(document)  # noqa: S314  (we have just written it)
    for metadata in root.findall(f"{{{SVG}}}metadata"):
        root.remove(metadata)
    root.attrib |= {"role": "img", "aria-labelledby": "picture-title picture-description"}
    for index, (tag, text) in enumerate((("title", scene.title), ("desc", scene.description))):
        element = ElementTree.Element(f"{{{SVG}}}{tag}")
        element.set("id", "picture-title" if tag == "title" else "picture-description")
        element.text = text
        root.insert(index, element)
    nodes = {f"mark-{number}": mark.nodes for number, mark in enumerate(scene.marks)}
    for group in root.iter(f"{{{SVG}}}g"):
        mark = group.get("id", "").rpartition("-")[0]
        if nodes.get(mark):
            group.set("data-nodes", " ".join(nodes[mark]))
            caption = scene.captions.get(nodes[mark][0])
            if caption:
                tooltip = ElementTree.Element(f"{{{SVG}}}title")
                tooltip.text = caption
                group.insert(0, tooltip)
    for words in root.iter(f"{{{SVG}}}text"):
        words.set("style", words.get("style", "").replace(f"'{style.FONT}'", style.FONT_STACK))
    return ElementTree.tostring(root, encoding="unicode") + "\n"

"""What a picture is made of, before any canvas: marks at fixed places, later ones on top.

One unit is one point; x grows to the right and y down. A mark may belong to nodes of the graph
(their IRIs), which the page uses to light up what belongs together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from kg.picture import style

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """An upright rectangle, top above bottom in the picture and smaller in number."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Text:
    """One line of text; x is where it starts, has its middle or ends, y its middle."""

    x: float
    y: float
    text: str
    size: float = style.BODY_SIZE
    colour: str = style.INK
    anchor: str = "middle"
    bold: bool = False
    italic: bool = False
    nodes: tuple[str, ...] = ()

    @property
    def box(self) -> Box:
        """The space it takes, estimated on the generous side."""
        width = text_width(self.text, self.size, bold=self.bold)
        left = self.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor]
        return Box(left, self.y - 0.55 * self.size, left + width, self.y + 0.55 * self.size)


@dataclass(frozen=True)
class Glyph:
    """The mark of a kind (a key of `style.GLYPHS`) around a point."""

    x: float
    y: float
    kind: str
    radius: float
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """A line that starts at a point and goes on by steps: one point straight, three by a curve."""

    start: Point
    steps: tuple[tuple[Point, ...], ...]
    colour: str = style.HAIRLINE
    width: float = 1.0
    dashed: bool = False
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plate:
    """A rectangle with round corners, behind text."""

    box: Box
    fill: str = style.PAPER
    edge: str = ""
    rounding: float = 4.0
    nodes: tuple[str, ...] = ()


Mark = Text | Glyph | Stroke | Plate


@dataclass(frozen=True)
class Scene:
    """A whole picture: its size, its marks from back to front, its title and description.

    `captions` tell of nodes in one line each; the marks of a node carry them as tooltips.
    """

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]
    captions: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts among the marks."""
        return tuple(mark for mark in self.marks if isinstance(mark, Text))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """An upper bound of a text's width in units."""
    letters = (letter for letter in normalize("NFD", text) if not combining(letter))
    return sum(map(_ems, letters)) * size * (style.BOLD_STRETCH if bold else 1.0)


def _ems(letter: str) -> float:
    widths = (em for letters, em in style.LETTER_WIDTHS.items() if letter in letters)
    return next(widths, style.WIDE_LETTER)


def shortened(text: str, size: float, width: float) -> str:
    """The text, or as much of it as fits a width, with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def size_to_fit(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """The size, or a smaller one at which the text fits a width."""
    return min(size, size * width / max(text_width(text, size, bold=bold), 1.0))

"""How the pictures look: colours, type sizes, measures and the shape of each kind of event.

Everything is data. One scene unit is one point (1/72 inch), x grows to the right and y down.
Colours keep apart under the common colour blindnesses, and no two kinds share a shape.
"""

from dataclasses import dataclass

PAPER = "#ffffff"
INK = "#1b1f24"
MUTED = "#5f6b7a"
HAIRLINE = "#d3d9e1"
BAND = "#f4f6f8"
QUIET = "#9aa5b4"
LEFT_TEAM = "#1f5fa8"
RIGHT_TEAM = "#b4531a"
GREEN = "#00795a"
PURPLE = "#7d4aa0"
YELLOW = "#f2c200"
RED = "#c4122f"
SKY = "#2b93d1"
BROWN = "#7a5a36"

# What each colour becomes on a dark page; a colour that is not here stays as it is.
DARK = {
    PAPER: "#14181d",
    INK: "#e8ecf1",
    MUTED: "#a3afbd",
    HAIRLINE: "#39424d",
    BAND: "#1c2229",
    QUIET: "#6f7b8a",
    LEFT_TEAM: "#6fb1f5",
    RIGHT_TEAM: "#f09a5e",
    GREEN: "#2fc497",
    PURPLE: "#c297e6",
    RED: "#f0566d",
    SKY: "#63bdf2",
    BROWN: "#c9a074",
}

FONT = "DejaVu Sans"  # ships with matplotlib: the same letters on every machine
FONT_STACK = "Inter, 'Helvetica Neue', 'Segoe UI', Arial, 'DejaVu Sans', sans-serif"
DOTS_PER_INCH = 160

WIDTH = 1000.0
MARGIN = 30.0
CENTRE = WIDTH / 2

SCORE_SIZE = 40.0
TEAM_SIZE = 25.0
NAME_SIZE = 12.5
MINUTE_SIZE = 11.5
BODY_SIZE = 12.0
SMALL_SIZE = 10.0

# Widths of letters in em, generous enough for the fonts of the stack; any other letter is "wide".
LETTER_WIDTHS = {
    " ijlIJ.,:;'|/·": 0.35,
    "frt!()[]-–": 0.5,
    "abcdeghknopqsuvxyz0123456789": 0.64,
    "ABCDEFGHKLNOPQRSTUVXYZ": 0.79,
}
WIDE_LETTER = 1.0
BOLD_STRETCH = 1.12


@dataclass(frozen=True)
class Shape:
    """A piece of a glyph in units of its radius: a polygon, an open line, or a disc.

    A disc is one point, its centre, with a radius above 0. `fill` is "" for none; the line's
    width is in units of the radius too.
    """

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""
    width: float = 0.0
    radius: float = 0.0


def _disc(radius: float, fill: str, edge: str = "", width: float = 0.0) -> Shape:
    return Shape(((0.0, 0.0),), fill, edge, width, radius)


_CARD = ((-0.62, -0.92), (0.62, -0.92), (0.62, 0.92), (-0.62, 0.92))
_TILTED = ((-0.28, -1.02), (0.92, -0.62), (0.28, 1.02), (-0.92, 0.62))
_DIAMOND = ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0))
_PENTAGON = ((0.0, -0.46), (0.44, -0.14), (0.27, 0.37), (-0.27, 0.37), (-0.44, -0.14))
_SEAMS = tuple(Shape(((x, y), (2.0 * x, 2.0 * y)), "", PAPER, 0.13) for x, y in _PENTAGON)
_UP = ((-0.5, -1.0), (0.02, 0.0), (-1.02, 0.0))
_DOWN = ((0.5, 1.0), (-0.02, 0.0), (1.02, 0.0))

GLYPHS: dict[str, tuple[Shape, ...]] = {
    "Goal": (_disc(1.0, GREEN), Shape(_PENTAGON, PAPER), *_SEAMS),
    "PenaltyGoal": (Shape(_DIAMOND, PURPLE), _disc(0.42, PAPER)),
    "OwnGoal": (
        _disc(1.0, INK),
        Shape(
            ((0.42, 0.5), (0.42, -0.1), (0.3, -0.4), (0.0, -0.52), (-0.28, -0.4), (-0.38, 0.1)),
            "",
            PAPER,
            0.2,
        ),
        Shape(((-0.78, 0.02), (0.02, 0.02), (-0.38, 0.58)), PAPER),
    ),
    "YellowCard": (Shape(_CARD, YELLOW, INK, 0.08),),
    "SecondYellowCard": (
        Shape(tuple((x - 0.28, y) for x, y in _CARD), YELLOW, INK, 0.08),
        Shape(tuple((x + 0.28, y + 0.12) for x, y in _CARD), RED, PAPER, 0.12),
    ),
    "RedCard": (Shape(_TILTED, RED),),
    "Card": (Shape(_CARD, PAPER, QUIET, 0.2),),
    "Substitution": (Shape(_UP, SKY), Shape(_DOWN, PAPER, SKY, 0.16)),
    "MissedPenalty": (
        Shape(_DIAMOND, PAPER, PURPLE, 0.18),
        Shape(((-0.36, -0.36), (0.36, 0.36)), "", PURPLE, 0.2),
        Shape(((-0.36, 0.36), (0.36, -0.36)), "", PURPLE, 0.2),
    ),
    "SavedPenalty": (
        Shape(_DIAMOND, PAPER, PURPLE, 0.18),
        Shape(((-0.5, 0.0), (0.5, 0.0)), "", PURPLE, 0.3),
    ),
    "PenaltyKick": (Shape(_DIAMOND, PAPER, PURPLE, 0.18),),
    "WoodworkHit": (
        Shape(((-0.95, 0.85), (-0.95, -0.7), (0.95, -0.7), (0.95, 0.85)), "", BROWN, 0.3),
        Shape(((0.2, 0.0),), BROWN, "", 0.0, 0.34),
    ),
    "DisallowedGoal": (
        _disc(0.9, PAPER, MUTED, 0.2),
        Shape(((-0.62, 0.62), (0.62, -0.62)), "", MUTED, 0.2),
    ),
    "MatchEvent": (_disc(0.5, QUIET),),
    "LeftPlayer": (_disc(1.0, LEFT_TEAM),),
    "RightPlayer": (_disc(1.0, RIGHT_TEAM),),
}

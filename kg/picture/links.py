"""The players in their columns, and the lines that join them to what they did."""

from dataclasses import dataclass

from kg.picture import style
from kg.picture.captions import mark_label
from kg.picture.scene import Glyph, Mark, Point, Stroke, Text, shortened
from kg.picture.spacing import spread
from kg.picture.story import GOALS, Event, Part, Side
from kg.picture.timeline import LINK_STEP, Row

# Distances from the axis.
MARK_X = 46.0
SCORE_X = 78.0
LABEL_X = 106.0
BEND_X = 196.0
PLAYER_X = 276.0
NAME_X = 287.0

MARK_RADIUS = 10.0
CLEARANCE = 12.5  # from the middle of a mark to where its lines begin
DOT_RADIUS = 5.0
NAME_GAP = 21.0
NAME_WIDTH = style.CENTRE - NAME_X - style.MARGIN

TEAM_COLOURS = {Side.LEFT: style.LEFT_TEAM, Side.RIGHT: style.RIGHT_TEAM}
DOTS = {Side.LEFT: "LeftPlayer", Side.RIGHT: "RightPlayer"}


@dataclass(frozen=True)
class Link:
    """The line from an event to one of its players, at the height where it leaves the event."""

    event: Event
    part: Part
    index: int
    row_y: float

    @property
    def y(self) -> float:
        """The height of the line beside the mark; further players leave below the first."""
        return self.row_y + LINK_STEP * self.index


def links_of(rows: tuple[Row, ...]) -> tuple[Link, ...]:
    """The links of all events of some rows."""
    return tuple(
        Link(row.event, part, index, row.y)
        for row in rows
        if row.event
        for index, part in enumerate(row.event.parts)
    )


def player_places(links: tuple[Link, ...]) -> dict[tuple[Side, str], float]:
    """The height of each player in his column: level with the first of the most he did.

    That is a goal, else an assist, else anything, so that at least this line runs straight; names
    then make room for each other.
    """
    places: dict[tuple[Side, str], float] = {}
    for side in (Side.LEFT, Side.RIGHT):
        own = [link for link in links if link.part.side is side]
        heights: dict[str, float] = {}
        for link in sorted(own, key=_weight):  # stable: the first of equal weight comes first
            heights.setdefault(link.part.player, link.y)
        level = sorted((y, player) for player, y in heights.items())
        apart = spread([y for y, _ in level], [NAME_GAP] * (len(level) - 1))
        places |= {(side, player): y for y, (_, player) in zip(apart, level, strict=True)}
    return places


def _weight(link: Link) -> int:
    return (
        0 if link.event.kind in GOALS and not link.index else 1 if link.part.role == "assist" else 2
    )


def player_marks(
    links: tuple[Link, ...], places: dict[tuple[Side, str], float]
) -> tuple[Mark, ...]:
    """A dot and a name for each player."""
    names = {(link.part.side, link.part.player): link.part.name for link in links}
    marks: list[Mark] = []
    for (side, player), y in places.items():
        name = shortened(names[side, player], style.NAME_SIZE, NAME_WIDTH)
        anchor = "end" if side is Side.LEFT else "start"
        x = style.CENTRE + side * NAME_X
        marks.append(Glyph(style.CENTRE + side * PLAYER_X, y, DOTS[side], DOT_RADIUS, (player,)))
        marks.append(Text(x, y, name, style.NAME_SIZE, anchor=anchor, nodes=(player,)))
    return tuple(marks)


def link_stroke(link: Link, player_y: float) -> Stroke:
    """The line of a link: out of the mark, level as far as the bend, then over to the player."""
    event, part = link.event, link.part
    origin = style.CENTRE + event.side * MARK_X
    outward = part.side
    start: Point = (origin + outward * CLEARANCE, link.row_y)
    bend: Point = (style.CENTRE + outward * BEND_X, link.y)
    end: Point = (style.CENTRE + outward * (PLAYER_X - DOT_RADIUS), player_y)
    middle = (bend[0] + end[0]) / 2
    curve = ((middle, link.y), (middle, player_y), end)
    steps: tuple[tuple[Point, ...], ...] = ((bend,), curve)
    if link.index:
        start = (origin, link.row_y + CLEARANCE)
        steps = (((origin, link.y), (origin, link.y), (origin + outward * 6.0, link.y)), *steps)
    assist = part.role == "assist"
    scored = event.kind in GOALS
    return Stroke(
        start,
        steps,
        TEAM_COLOURS[part.side] if scored else style.QUIET,
        1.3 if assist else 2.2 if scored else 1.1,
        assist,
        (event.node, part.player),
    )


def link_words(row: Row) -> tuple[Text, ...]:
    """The words on the lines of an event: its label on the first, the player's role on others."""
    event = row.event
    if event is None:
        return ()
    words: list[Text] = []
    label = mark_label(event)
    if label:
        # Over the line if there is one on this side, otherwise where it would be.
        lifted = any(part.side is event.side for part in event.parts[:1])
        words.append(_word(event, event.side, row.y - 8.5 if lifted else row.y, label))
    for index, part in enumerate(event.parts):
        if index:
            words.append(_word(event, part.side, row.y + LINK_STEP * index - 7.0, part.role))
    return tuple(words)


def _word(event: Event, side: Side, y: float, text: str) -> Text:
    anchor = "end" if side is Side.LEFT else "start"
    x = style.CENTRE + side * LABEL_X
    return Text(x, y, text, style.SMALL_SIZE, style.MUTED, anchor, italic=True, nodes=(event.node,))

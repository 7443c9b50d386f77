"""One match as a scene: headline, teams left and right, the minute axis between them, legend."""

from kg.picture import style
from kg.picture.captions import event_caption, kind_words, players, story_caption
from kg.picture.furniture import HEADER_HEIGHT, headline, legend, notes
from kg.picture.links import (
    MARK_RADIUS,
    MARK_X,
    SCORE_X,
    link_stroke,
    link_words,
    links_of,
    player_marks,
    player_places,
)
from kg.picture.scene import Box, Glyph, Mark, Plate, Scene, Stroke, Text, shortened, text_width
from kg.picture.story import Event, Story, running_scores
from kg.picture.timeline import Row, lay_out

LANE_WIDTH = 392.0  # of the lanes for what has no minute or no side
LANE_GAP = 46.0
LANE_HEAD = 44.0
LINE_STEP = 28.0
TICK_HALF = 196.0
LEGEND_GAP = 44.0


def match_scene(story: Story) -> Scene:
    """The picture of one match, as high as its events need."""
    timed, untimed, height = _placed(story)
    links = links_of((*timed, *untimed))
    places = player_places(links)
    lift = max(0.0, HEADER_HEIGHT - min(places.values(), default=HEADER_HEIGHT))
    if lift:  # the names need more room above kick-off than the axis does
        timed, untimed = _moved(timed, lift), _moved(untimed, lift)
        links = links_of((*timed, *untimed))
        places = player_places(links)
        height += lift
    bottom = max(height, *(y + 20 for y in places.values())) if places else height
    unsided, bottom = _unsided_lane(story, bottom)
    footer, bottom = _footer(story, bottom)
    scores = running_scores(story)
    strokes = (link_stroke(link, places[link.part.side, link.part.player]) for link in links)
    marks = (
        *_axis(timed),
        *_untimed_lane(untimed),
        *strokes,
        *(mark for row in timed for mark in _tick(row, story)),
        *(mark for row in (*timed, *untimed) for mark in _event_marks(row, scores)),
        *player_marks(links, places),
        *headline(story),
        *unsided,
        *footer,
    )
    captions = {event.node: event_caption(event, story, scores) for event in story.events}
    description = story_caption(story, scores)
    return Scene(style.WIDTH, bottom, story.title, description, marks, captions)


def _placed(story: Story) -> tuple[tuple[Row, ...], tuple[Row, ...], float]:
    """The rows on the axis and in the lane below it at their heights, and where they end."""
    if not any(event.side for event in story.events):
        return (), (), HEADER_HEIGHT - 30
    timeline = lay_out(story)
    timed = _moved(timeline.timed, HEADER_HEIGHT + 22)
    bottom = timed[-1].y + 20
    untimed = _moved(timeline.untimed, bottom + LANE_GAP + LANE_HEAD)
    if untimed:
        bottom = untimed[-1].y + 40
    return timed, untimed, bottom


def _moved(rows: tuple[Row, ...], down: float) -> tuple[Row, ...]:
    return tuple(Row(row.y + down, row.event, row.tick) for row in rows)


def _axis(timed: tuple[Row, ...]) -> tuple[Mark, ...]:
    if not timed:
        return ()
    top, bottom = timed[0].y, timed[-1].y
    return (Stroke((style.CENTRE, top), (((style.CENTRE, bottom),),), style.HAIRLINE, 3.0),)


def _tick(row: Row, story: Story) -> tuple[Mark, ...]:
    if not row.tick:
        return ()
    minute = {"kick-off": 0, "half-time": 45, "full time": 90}.get(row.tick, 120)
    half = story.half_time if row.tick == "half-time" else None
    words = f"{minute}'  {row.tick}" + (f" {half[0]}–{half[1]}" if half else "")
    text = Text(style.CENTRE, row.y, words, style.SMALL_SIZE, style.MUTED)
    left, right = style.CENTRE - TICK_HALF, style.CENTRE + TICK_HALF
    return (
        Stroke((left, row.y), (((right, row.y),),), style.HAIRLINE),
        Plate(_around(text, 8.0, 8.0)),
        text,
    )


def _event_marks(row: Row, scores: dict[str, tuple[int, int]]) -> tuple[Mark, ...]:
    """The glyph of an event, its minute on the axis, its running score, its words."""
    event = row.event
    if event is None:
        return ()
    node = (event.node,)
    marks: list[Mark] = []
    if event.clock:
        clock = Text(style.CENTRE, row.y, event.clock, style.MINUTE_SIZE, bold=True, nodes=node)
        marks += [Plate(_around(clock, 4.0, 8.0), nodes=node), clock]
    if event.node in scores:
        left, right = scores[event.node]
        x = style.CENTRE + event.side * SCORE_X
        score = Text(x, row.y, f"{left}–{right}", style.BODY_SIZE, bold=True, nodes=node)
        marks += [Plate(_around(score, 3.0, 9.5), edge=style.HAIRLINE, nodes=node), score]
    x = style.CENTRE + event.side * MARK_X
    return (*marks, Glyph(x, row.y, event.kind, MARK_RADIUS, node), *link_words(row))


def _untimed_lane(untimed: tuple[Row, ...]) -> tuple[Mark, ...]:
    if not untimed:
        return ()
    top, bottom = untimed[0].y - LANE_HEAD, untimed[-1].y + 36
    return _lane(top, bottom, "minute not told")


def _unsided_lane(story: Story, bottom: float) -> tuple[tuple[Mark, ...], float]:
    """What happened for a team that nobody names, as lines of words; and where they end."""
    unsided = [event for event in story.events if not event.side]
    if not unsided:
        return (), bottom
    top = bottom + LANE_GAP
    marks: list[Mark] = []
    y = top + LANE_HEAD - 2
    for event in unsided:
        marks += _unsided_line(event, y)
        y += LINE_STEP
    return (*_lane(top, y - 8, "team not told"), *marks), y - 8


def _unsided_line(event: Event, y: float) -> tuple[Mark, ...]:
    what = " ".join(filter(None, (event.clock, kind_words(event.kind))))
    words = ": ".join(filter(None, (what, players(event))))
    node = (event.node,)
    text = shortened(words, style.NAME_SIZE, LANE_WIDTH - 50)
    start = style.CENTRE - text_width(text, style.NAME_SIZE) / 2
    return (
        Glyph(start - 8, y, event.kind, 0.85 * MARK_RADIUS, node),
        Text(start + 12, y, text, style.NAME_SIZE, anchor="start", nodes=node),
    )


def _lane(top: float, bottom: float, words: str) -> tuple[Mark, ...]:
    box = Box(style.CENTRE - LANE_WIDTH / 2, top, style.CENTRE + LANE_WIDTH / 2, bottom)
    return (
        Plate(box, style.BAND, rounding=10.0),
        Text(style.CENTRE, top + 14, words, style.SMALL_SIZE, style.MUTED),
    )


def _footer(story: Story, bottom: float) -> tuple[tuple[Mark, ...], float]:
    """Notes and legend; and where the picture ends."""
    marks: list[Mark] = []
    y = bottom + 18
    for note in notes(story):
        y += 18
        marks.append(Text(style.CENTRE, y, note, 11.5, style.MUTED, italic=True))
    if not story.events:
        return tuple(marks), y + 40
    key, height = legend(story, y + LEGEND_GAP - 18)
    return (*marks, *key), y + LEGEND_GAP - 18 + height + 22


def _around(text: Text, aside: float, over: float) -> Box:
    box = text.box
    return Box(box.left - aside, text.y - over, box.right + aside, text.y + over)

"""What stands around the events: the headline above them, the legend and notes below."""

from collections.abc import Sequence

from kg.picture import style
from kg.picture.captions import ground, kind_words
from kg.picture.links import MARK_RADIUS, TEAM_COLOURS
from kg.picture.scene import Box, Glyph, Mark, Plate, Stroke, Text, size_to_fit, text_width
from kg.picture.story import GOALS, Side, Story

HEADER_HEIGHT = 178.0
LEGEND_STEP = 26.0
ITEM_GAP = 26.0
SWATCH = 26.0  # a mark or a sample line before the words of a legend's item
SUBTITLE_SIZE = 13.0


def headline(story: Story) -> tuple[Mark, ...]:
    """Competition, teams and score, then date, ground and what else is told of the match."""
    where = " · ".join(filter(None, (story.competition, story.stage))).upper()
    score_room = text_width(story.score, style.SCORE_SIZE, bold=True) / 2 + 26.0
    room = style.CENTRE - score_room - style.MARGIN
    marks: list[Mark] = [
        Text(style.CENTRE, 38, where, 11.5, style.MUTED, bold=True),
        Text(style.CENTRE, 84, story.score, style.SCORE_SIZE, bold=True, nodes=(story.node,)),
    ]
    for side, team in ((Side.LEFT, story.left), (Side.RIGHT, story.right)):
        x = style.CENTRE + side * score_room
        size = size_to_fit(team.name, style.TEAM_SIZE, room, bold=True)
        anchor = "end" if side is Side.LEFT else "start"
        ink = style.INK if team.node else style.QUIET
        bar = Box(min(x, x + side * 64), 105, max(x, x + side * 64), 109)
        nodes = (team.node,) if team.node else ()
        marks.append(Text(x, 84, team.name, size, ink, anchor, bold=True, nodes=nodes))
        marks.append(Plate(bar, TEAM_COLOURS[side], rounding=2.0, nodes=nodes))
    marks.extend(
        Text(style.CENTRE, y, line, size_to_fit(line, size, style.WIDTH - 80), style.MUTED)
        for y, line, size in ((132, _when_and_where(story), SUBTITLE_SIZE), (151, _more(story), 11))
    )
    return tuple(mark for mark in marks if not isinstance(mark, Text) or mark.text)


def legend(story: Story, top: float) -> tuple[tuple[Mark, ...], float]:
    """The kinds and lines that the picture uses, centred in rows from `top`; and their height."""
    kinds = {event.kind for event in story.events}
    items = [(kind_words(kind), kind) for kind in style.GLYPHS if kind in kinds]
    if kinds & GOALS:
        items.append(("scorer", "scorer"))
    if any(part.role == "assist" for event in story.events for part in event.parts):
        items.append(("assist", "assist"))
    marks: list[Mark] = []
    rows = _wrapped(items)
    for number, row in enumerate(rows):
        y = top + LEGEND_STEP * (number + 0.5)
        x = style.CENTRE - (sum(map(_item_width, row)) - ITEM_GAP) / 2
        for words, kind in row:
            marks.append(_swatch(kind, x, y))
            marks.append(Text(x + SWATCH, y, words, 11.0, style.MUTED, "start"))
            x += _item_width((words, kind))
    return tuple(marks), LEGEND_STEP * len(rows)


def notes(story: Story) -> tuple[str, ...]:
    """What the reader should know about what the graph does not say."""
    lines = []
    if story.left.score is not None and story.right.score is not None:
        total = story.left.score + story.right.score
        told = sum(event.kind in GOALS for event in story.events)
        if story.events and told < total:
            lines.append(f"{told} of the {total} goals {'is' if told == 1 else 'are'} told.")
    if not story.events:
        lines.append("No events of this match are told.")
    if not story.home_known and story.right.node:
        lines.append("The home side is not told; the teams stand in the order they are named.")
    return tuple(lines)


def _when_and_where(story: Story) -> str:
    return " · ".join(filter(None, (story.date, ground(story))))


def _more(story: Story) -> str:
    half = f"half-time {story.half_time[0]}–{story.half_time[1]}" if story.half_time else ""
    crowd = f"attendance {story.attendance:,}" if story.attendance is not None else ""
    referee = f"referee {story.referee}" if story.referee else ""
    outcome = story.outcome if story.score == "v" else ""
    fixture = "not yet played" if story.status == "scheduled" else ""
    return " · ".join(filter(None, (outcome, fixture, half, crowd, referee)))


def _wrapped(items: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """The items in rows that are no wider than the picture."""
    rows: list[list[tuple[str, str]]] = []
    for item in items:
        width = sum(map(_item_width, rows[-1])) if rows else 0.0
        if not rows or width + _item_width(item) > style.WIDTH - 4 * style.MARGIN:
            rows.append([])
        rows[-1].append(item)
    return rows


def _item_width(item: tuple[str, str]) -> float:
    return SWATCH + text_width(item[0], 11.0) + ITEM_GAP


def _swatch(kind: str, x: float, y: float) -> Mark:
    if kind in style.GLYPHS:
        return Glyph(x + 10, y, kind, 0.85 * MARK_RADIUS)
    assist = kind == "assist"
    return Stroke((x, y), (((x + 20, y),),), style.INK, 1.3 if assist else 2.2, assist)

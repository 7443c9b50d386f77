"""Several matches as a scene: teams and results, for a graph that tells of no events."""

from collections.abc import Sequence

from kg.picture import style
from kg.picture.captions import ground
from kg.picture.scene import Box, Mark, Plate, Scene, Stroke, Text, shortened
from kg.picture.story import Side, Story

TOP = 96.0
ROW = 58.0
RULE = ROW / 2 + 7.0  # below the middle of a row, half-way to the next
SCORE_HALF = 38.0
NAME_X = 58.0
NAME_SIZE = 15.0
NAME_WIDTH = style.CENTRE - NAME_X - style.MARGIN
TEAMS_PER_LINE = 5
MOST = 60  # matches in one picture; more would be no picture any more


def results_scene(stories: Sequence[Story], teams: Sequence[str]) -> Scene:
    """Results and fixtures one below the other, then the teams that are in none of them."""
    marks: list[Mark] = [
        Text(style.CENTRE, 48, "Teams and results", style.TEAM_SIZE, bold=True),
    ]
    y = TOP
    for number, story in enumerate(stories[:MOST]):
        if number:
            marks.append(_rule(y - ROW + RULE))
        marks += _result(story, y)
        y += ROW
    if len(stories) > MOST:
        marks.append(_note(f"and {len(stories) - MOST} more matches", y))
        y += ROW
    if teams:
        marks.append(_note("Also in the graph:" if stories else "Teams in the graph:", y))
        y += 26
        for start in range(0, len(teams), TEAMS_PER_LINE):
            line = " · ".join(teams[start : start + TEAMS_PER_LINE])
            words = shortened(line, style.NAME_SIZE, style.WIDTH - 2 * style.MARGIN)
            marks.append(Text(style.CENTRE, y, words, style.NAME_SIZE))
            y += 24
    title = "; ".join(story.title for story in stories[:MOST]) or "Teams"
    described = "; ".join(filter(None, (*map(_described, stories[:MOST]), ", ".join(teams))))
    return Scene(style.WIDTH, y + 20, title, described, tuple(marks))


def _result(story: Story, y: float) -> tuple[Mark, ...]:
    left, right = style.CENTRE - SCORE_HALF, style.CENTRE + SCORE_HALF
    about = " · ".join(filter(None, (story.date, story.competition, story.stage, ground(story))))
    untold = story.outcome if story.score == "v" else ""
    small = shortened(" · ".join(filter(None, (untold, about))), style.SMALL_SIZE, 640)
    nodes = (story.node,)
    marks: list[Mark] = [
        Plate(Box(left, y - 14, right, y + 10), style.BAND, nodes=nodes),
        Text(style.CENTRE, y - 2, story.score, 15.0, bold=True, nodes=nodes),
    ]
    for side, team in ((Side.LEFT, story.left), (Side.RIGHT, story.right)):
        words = shortened(team.name, NAME_SIZE, NAME_WIDTH)
        anchor = "end" if side is Side.LEFT else "start"
        x = style.CENTRE + side * NAME_X
        ink = style.INK if team.node else style.QUIET
        marks.append(
            Text(x, y - 2, words, NAME_SIZE, ink, anchor, nodes=(team.node or story.node,))
        )
    if small:
        marks.append(Text(style.CENTRE, y + 19, small, style.SMALL_SIZE, style.MUTED, nodes=nodes))
    return tuple(marks)


def _rule(y: float) -> Stroke:
    return Stroke((4 * style.MARGIN, y), (((style.WIDTH - 4 * style.MARGIN, y),),))


def _note(words: str, y: float) -> Text:
    return Text(style.CENTRE, y, words, style.SMALL_SIZE, style.MUTED, italic=True)


def _described(story: Story) -> str:
    return ", ".join(filter(None, (story.title, story.date, story.competition, story.stage)))

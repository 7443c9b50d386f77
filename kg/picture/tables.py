"""The facts of a picture as rows of a table."""

from collections.abc import Callable, Sequence

from kg.picture.captions import kind_words, players
from kg.picture.page import Fact
from kg.picture.story import Story, running_scores

EVENT_COLUMNS = ("Minute", "Event", "Team", "Players", "How", "Score")
MATCH_COLUMNS = ("Match", "Date", "Competition", "Stage")

# The sentences that say something about a node.
Evidence = Callable[[str], tuple[str, ...]]


def event_table(story: Story, evidence: Evidence) -> tuple[Fact, ...]:
    """One row for each event of a match; the columns are `EVENT_COLUMNS`."""
    scores = running_scores(story)
    rows = []
    for event in story.events:
        running = "–".join(str(goals) for goals in scores.get(event.node, ()))
        how = event.method
        team = story.team(event.side)
        cells = (event.clock, kind_words(event.kind), team, players(event), how, running)
        rows.append(Fact(event.node, cells, evidence(event.node)))
    return tuple(rows)


def match_table(stories: Sequence[Story], evidence: Evidence) -> tuple[Fact, ...]:
    """One row for each match; the columns are `MATCH_COLUMNS`."""
    return tuple(
        Fact(
            story.node,
            (story.title, story.date, story.competition, story.stage),
            evidence(story.node),
        )
        for story in stories
    )

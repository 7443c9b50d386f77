"""What a graph holds, for people: each match with its goals, then how much there is of what."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from kg.picture.captions import kind_words, players
from kg.picture.projection import project
from kg.picture.reading import matches, read_story
from kg.picture.story import GOALS, Event, Story, running_scores

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.facts.base import Rejected

MATCHES_SHOWN = 12
# What is counted at the end: names for one and for many, and the kinds of node they stand for.
COUNTED = (
    ("match", "matches", {"Match"}),
    ("goal", "goals", set(GOALS)),
    ("player", "players", {"Player"}),
    ("team", "teams", {"Team", "NationalTeam"}),
)


def summary(dataset: "Dataset", reports: int, shown: int = MATCHES_SHOWN) -> tuple[Text, ...]:
    """The lines that tell what was found in so many reports; at most `shown` matches in full."""
    network = project(dataset)
    stories = [read_story(network, match) for match in matches(network)]
    full = [story for story in stories if story.events]
    brief = [story.title for story in stories if not story.events]
    lines = [line for story in full[:shown] for line in _story_lines(story)]
    if len(full) > shown:
        lines.append(Text(f"and {len(full) - shown} more matches", style="dim"))
    if brief:
        more = f"; and {len(brief) - shown} more" if len(brief) > shown else ""
        lines.append(Text(f"mentioned: {'; '.join(brief[:shown])}{more}", style="dim"))
    kinds = Counter(kind for _, kind in network.nodes(data="kind"))
    counts = ((sum(kinds[kind] for kind in group), one, many) for one, many, group in COUNTED)
    told = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
    lines.append(Text(f"{reports} {'report' if reports == 1 else 'reports'}: {told}"))
    return tuple(lines)


def left_out(unused: "Iterable[Rejected]") -> tuple[Text, ...]:
    """How much was said that is no fact, by reason; no line if there was nothing."""
    reasons = Counter(str(one.reason) for one in unused)
    counted = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    return (Text(f"left out: {counted}", style="dim"),) if reasons else ()


def _story_lines(story: Story) -> list[Text]:
    where = ", ".join(filter(None, (story.competition, story.stage, story.date, story.venue)))
    scores = running_scores(story)
    goals = [event for event in story.events if event.kind in GOALS]
    others = Counter(kind_words(event.kind) for event in story.events if event.kind not in GOALS)
    lines = [Text.assemble((story.title, "bold"), (f"  {where}" if where else "", "dim"))]
    lines += [_goal_line(goal, story, scores.get(goal.node)) for goal in goals]
    if others:
        counted = (f"{kind} ×{count}" if count > 1 else kind for kind, count in others.items())
        lines.append(Text(f"  also: {', '.join(counted)}"))
    return lines


def _goal_line(goal: Event, story: Story, score: tuple[int, int] | None) -> Text:
    how = ", ".join(filter(None, (kind_words(goal.kind).removesuffix("goal").strip(), goal.method)))
    return Text.assemble(
        (f"  {goal.clock:>6}  ", "cyan"),
        (f"{score[0]}–{score[1]}  " if score else "", "bold"),
        players(goal) or "somebody",
        f", {how}" if how else "",
        (f"  {story.team(goal.side)}", "dim"),
    )

"""The events of a match in words: for labels, tooltips, the table and the alternative text."""

from collections.abc import Mapping

from kg.picture.story import Event, Story

# What a kind is called, and the label beside its mark (none where the mark says enough).
KINDS = {
    "Goal": ("goal", ""),
    "PenaltyGoal": ("penalty goal", "penalty"),
    "OwnGoal": ("own goal", "own goal"),
    "YellowCard": ("yellow card", ""),
    "SecondYellowCard": ("second yellow card", "second yellow"),
    "RedCard": ("red card", "sent off"),
    "Card": ("card", ""),
    "Substitution": ("substitution", ""),
    "MissedPenalty": ("missed penalty", "missed"),
    "SavedPenalty": ("saved penalty", "saved"),
    "PenaltyKick": ("penalty kick", ""),
    "WoodworkHit": ("woodwork", "woodwork"),
    "DisallowedGoal": ("disallowed goal", "disallowed"),
}
# How a player's part is put after his name; the first part of an event needs no word.
ROLES = {"assist": "assist", "on": "on", "off": "off", "save": "saved by", "shown to": ""}


def kind_words(kind: str) -> str:
    """What a kind of event is called."""
    return KINDS.get(kind, ("event", ""))[0]


def mark_label(event: Event) -> str:
    """The words beside an event's mark: its kind where the mark alone would not do, its method."""
    if not event.parts:
        role = "player not told"
    else:
        role = event.parts[0].role if event.kind == "Substitution" else ""
    return ", ".join(filter(None, (KINDS.get(event.kind, ("", ""))[1], event.method, role)))


def players(event: Event) -> str:
    """Who took part, by role: "Nilo Brandt (assist Ade Okoro)", "on Ito, off Kranz"."""
    if event.kind == "Substitution":
        return ", ".join(f"{part.role} {part.name}" for part in event.parts)
    if not event.parts:
        return ""
    first, *others = event.parts
    more = ", ".join(f"{ROLES.get(part.role, part.role)} {part.name}".strip() for part in others)
    return f"{first.name} ({more})" if more else first.name


def event_caption(event: Event, story: Story, scores: Mapping[str, tuple[int, int]]) -> str:
    """One line that tells an event: "13' goal for Athlone: Nilo Brandt, volley, 0–1"."""
    team = story.team(event.side)
    head = " ".join(
        filter(None, (event.clock, kind_words(event.kind), f"for {team}" if team else ""))
    )
    running = f"{scores[event.node][0]}–{scores[event.node][1]}" if event.node in scores else ""
    rest = ", ".join(filter(None, (players(event), event.method, running)))
    return f"{head}: {rest}" if rest else head


def story_caption(story: Story, scores: Mapping[str, tuple[int, int]]) -> str:
    """The whole match in words, for those who do not see the picture."""
    head = ", ".join(
        filter(None, (story.title, story.competition, story.stage, story.date, ground(story)))
    )
    return ". ".join((head, *(event_caption(event, story, scores) for event in story.events))) + "."


def ground(story: Story) -> str:
    """Venue and city, as far as they are told."""
    return ", ".join(filter(None, (story.venue, story.city)))

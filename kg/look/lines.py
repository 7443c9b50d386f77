"""Lines that tell what was seen: who stands for whom, what a sentence told, what is not met."""

from collections.abc import Iterator, Mapping

from kg.facts import Tellings
from kg.facts.base import Evidence
from kg.facts.goal.told import to_event
from kg.facts.result import ResultTold
from kg.mentions import Mention
from kg.reconcile import Reading

CONDITIONS: Mapping[str, str] = {
    "voice": "the verb is active where the phrasing wants a passive, or the other way round",
    "tail": "the words behind it are others",
    "before": "the words before it are others",
    "following": "the words that follow are others",
    "sentence": "the sentence lacks a word that the phrasing needs",
    "unless": "the words behind it rule the phrasing out",
    "not_before": "the words before it rule the phrasing out",
}


def name_of(mention: Mention) -> str:
    """Whom a mention stands for, and how it is written if that is another name."""
    if mention.entity is None or mention.entity.name == mention.text:
        return mention.text
    return f"{mention.entity.name} ({mention.text})"


def in_words(condition: str) -> str:
    """A condition that is not met, as a sentence part."""
    part = condition.removeprefix("parts.")
    return CONDITIONS.get(condition, f"nobody is told who would be its {part}")


def tellings_of(told: Tellings, here: Evidence) -> Iterator[str]:
    """What one sentence tells, each in a line."""
    yield from (f"result: {in_line(one)}" for one in told.results if one.evidence == here)
    for goal in told.goals:
        if goal.evidence == here:
            event = to_event(goal)
            team = f" for {goal.gains.name}" if goal.gains else ""
            assist = f", from {goal.assist.name}" if goal.assist else ""
            yield f"goal: {event.label}{team}{assist}, {event.method or event.kind}"
    for one in told.events:
        if here in one.evidence:
            yield f"{one.word}: {one.label}"


def in_line(told: ResultTold) -> str:
    """A result as told: who won, lost or drew against whom, and the score."""
    holder, opponent = (side.name if side else "somebody" for side in (told.holder, told.opponent))
    score = f" {told.score[0]}-{told.score[1]}" if told.score else ""
    return f"{holder} {told.outcome or 'played'}{score} against {opponent}"


def facts_of(reading: Reading) -> Iterator[str]:
    """The facts of a reading, each in a line."""
    for match in reading.matches:
        first, second = (team.name if team else "somebody" for team in match.teams)
        score = "v" if match.score is None else f"{match.score[0]}-{match.score[1]}"
        yield f"match: {first} {score} {second}"
    for event in reading.events:
        yield f"{event.word}: {event.label}{f' for {event.team.name}' if event.team else ''}"
    yield from (f"membership: {m.player.name} of {m.team.name}" for m in reading.memberships)
    yield from (f"position: {p.player.name}, {p.position}" for p in reading.positions)
    yield from (f"manager: {m.person.name} of {m.team.name}" for m in reading.managements)
    yield from (f"standing: {s.team.name}" for s in reading.standings)

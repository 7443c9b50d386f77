"""Look into the reading: what was seen in each sentence, what it told, and why it told no more.

For a phrasing that is missing, and for a fact that is wrong: `look` shows the words, the people and
teams, the frames, the phrasings that fit each, and for a frame that fits none the nearest one and
the conditions at which it failed. It needs no match: a single sentence will do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.blocks import cut
from kg.facts import Tellings, find_tellings
from kg.facts.analysis import Analysis
from kg.facts.base import Evidence, Rejected, evidence_of
from kg.facts.events import KINDS
from kg.facts.goal_told import to_event
from kg.facts.result import ResultTold
from kg.frames import Frame, Standing
from kg.language import Reader, Sentence
from kg.lexicon import words
from kg.mentions import Mention, Scene, find_mentions
from kg.names.known import KnownNames
from kg.phrasings import Match, find, unmet, ways_of
from kg.reconcile import Reading, reconcile
from kg.report import Report

CONDITIONS: Mapping[str, str] = {
    "voice": "the verb is active where the phrasing wants a passive, or the other way round",
    "tail": "the words behind it are others",
    "before": "the words before it are others",
    "following": "the words that follow are others",
    "sentence": "the sentence lacks a word that the phrasing needs",
    "unless": "the words behind it rule the phrasing out",
    "not_before": "the words before it rule the phrasing out",
}


@dataclass(frozen=True)
class Way:
    """A phrasing and a frame: who plays which part, and the conditions that are not met, if any."""

    kind: str
    name: str
    parts: tuple[tuple[str, str], ...] = ()
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True)
class FrameSeen:
    """A frame, the phrasings that read it, and if there are none the one that nearly did."""

    frame: Frame
    read: tuple[Way, ...]
    nearest: Way | None


@dataclass(frozen=True)
class SentenceSeen:
    """A sentence: who is in it, its frames, what it tells, and what it says and does not mean."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    frames: tuple[FrameSeen, ...]
    told: tuple[str, ...]
    left_out: tuple[Rejected, ...]


@dataclass(frozen=True)
class Look:
    """What was seen in a text, sentence by sentence, and the facts that its reading comes to."""

    sentences: tuple[SentenceSeen, ...]
    facts: tuple[str, ...]


def look(report: Report, reader: Reader, known: KnownNames) -> Look:
    """Read a report and keep what every stage saw."""
    scene = find_mentions(reader.read(report, cut(report)), known)
    told = find_tellings(scene)
    reading = reconcile(scene, told, known)
    seen = tuple(see(here, scene, told, reading) for here in told.sentences)
    return Look(seen, tuple(dict.fromkeys(facts_of(reading))))


def see(here: Analysis, scene: Scene, told: Tellings, reading: Reading) -> SentenceSeen:
    """What was seen in one sentence."""
    evidence = evidence_of(scene.document.report.id, here.sentence)
    frames = (*here.frames, *(frame for frame in here.results if frame.noun))
    return SentenceSeen(
        sentence=here.sentence,
        mentions=here.mentions,
        frames=tuple(map(see_frame, sorted(frames, key=lambda frame: frame.trigger.index))),
        told=tuple(dict.fromkeys(tellings_of(told, evidence))),
        left_out=tuple(one for one in reading.unused if one.evidence == evidence),
    )


def see_frame(frame: Frame) -> FrameSeen:
    """Which phrasings read a frame; if none, the one with the fewest conditions that fail."""
    read = tuple(to_way(kind, match) for kind in KINDS for match in find(kind, [frame]))
    near = [
        Way(kind, way.name, unmet=tuple(unmet(way, frame)))
        for kind in KINDS
        for way in ways_of(kind, frame)
    ]
    nearest = min(near, key=lambda way: len(way.unmet), default=None)
    return FrameSeen(frame, read, None if read else nearest)


def to_way(kind: str, match: Match) -> Way:
    """A phrasing that fits, and who plays which part in it."""
    parts = ((part, name_of(mention)) for part, mention in match.parts.items())
    return Way(kind, match.phrasing.name, tuple(parts))


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


@dataclass(frozen=True)
class Silent:
    """A frame that looks like a football event, in a sentence that told of none."""

    report: str
    trigger: str
    nearest: Way
    sentence: str


def silent(report: Report, found: Look) -> Iterator[Silent]:
    """The frames that look like events and gave nothing: where the next phrasing may be missing.

    A frame does if a phrasing has its trigger, somebody takes part in it and it is asserted; a
    sentence that tells of an event, or of one that did not happen, is not silent.
    """
    for seen in found.sentences:
        if seen.told or seen.left_out:
            continue
        for one in seen.frames:
            if one.nearest and is_event_like(one.frame):
                said = " ".join(seen.sentence.text.split())
                yield Silent(report.id, one.frame.lemma, one.nearest, said)


def is_event_like(frame: Frame) -> bool:
    """Whether a frame is asserted, says more than "made" or "had", and names somebody."""
    people = (one for one in (frame.doer, frame.undergoer, frame.owner) if one is not None)
    is_asserted = frame.standing is Standing.ASSERTED
    is_light = not frame.noun and frame.lemma in words("clauses", "light")
    return is_asserted and not is_light and any(one.entity for one in people)

"""What every stage saw in a text: its words and mentions, its frames and the phrasings that fit."""

from dataclasses import dataclass

from kg.blocks import cut
from kg.facts import Tellings, find_tellings
from kg.facts.analysis import Analysis
from kg.facts.base import Rejected, evidence_of
from kg.facts.events import KINDS
from kg.frames import Frame
from kg.language import Reader, Sentence
from kg.look.lines import facts_of, name_of, tellings_of
from kg.mentions import Mention, Scene, find_scenes
from kg.names.known import KnownNames
from kg.phrasings import Match, find, unmet, ways_of
from kg.reconcile import Reading, open_case, reconcile
from kg.report import Report


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
    seen: list[SentenceSeen] = []
    facts: list[str] = []
    for scene in find_scenes(reader.read(report, cut(report)), known):
        told = find_tellings(scene)
        reading = reconcile(open_case(scene, told, known))
        seen += (see(here, scene, told, reading) for here in told.sentences)
        facts += facts_of(reading)
    return Look(tuple(seen), tuple(dict.fromkeys(facts)))


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

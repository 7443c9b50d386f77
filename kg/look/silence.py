"""Sentences that look like football events and told of none."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.frames import Frame, Standing
from kg.lexicon import words
from kg.look.seen import Look, Way
from kg.report import Report


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

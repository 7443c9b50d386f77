"""Find phrasings in frames: what fits, who plays which part, and what fails."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from kg.frames import REACH, Frame, joined
from kg.language import Token
from kg.lexicon import Written
from kg.mentions.entities import Mention
from kg.phrasings.phrasing import Phrasing, by_trigger, ways_left, ways_through

BEFORE = 12  # words that `before` sees


@dataclass(frozen=True)
class Match:
    """A phrasing found in a frame, with who plays which part.

    Of a list it is the telling of one: `place` counts them from 0, `of` says how many there are.
    """

    phrasing: Phrasing
    frame: Frame
    parts: Mapping[str, Mention]
    place: int = 0
    of: int = 1


def ways_of(kind: str, frame: Frame) -> tuple[Phrasing, ...]:
    """The phrasings of a kind that the trigger of a frame may belong to."""
    return by_trigger(kind).get((frame.noun, frame.lemma), ())


def find(kind: str, frames: Iterable[Frame]) -> Iterator[Match]:
    """Every frame that a phrasing of the kind fits, with the first phrasing that does."""
    for frame in frames:
        ways = ways_of(kind, frame)
        left = ways_left(frame.words) if ways else 0
        for way in ways:
            if left & ways_through(kind)[way.name] and fits(way, frame):
                found = Match(way, frame, parts(way, frame))
                yield from spread(at_scorer(found) if way.gapped else found)
                if not way.also:
                    break


def at_scorer(found: Match) -> Match:
    """A telling whose verb is left out, told at who scored: "Lund scored on 12, Vik on 29"."""
    frame, who = found.frame, found.parts["scorer"]
    behind = frame.sentence.tokens[who.last + 1 :]
    tail = tuple(takewhile(lambda token: token.text not in ",;.", behind))
    own = replace(frame, trigger=frame.sentence.tokens[who.last], tail=tail, doer=who, owner=None)
    return replace(found, frame=replace(own, noun=True, passive=False, undergoer=None, means=None))


def spread(found: Match) -> Iterator[Match]:
    """A telling of each in a list: "Kaba and Lokat replaced Gomes and Soldal" tells two."""
    frame = found.frame
    listed = {part: found.parts[part] for part in found.phrasing.each if part in found.parts}
    lists = {p: joined(frame.sentence, frame.mentions, one) for p, one in listed.items()}
    others = {part: mention for part, mention in found.parts.items() if part not in lists}
    rows = tuple(zip_longest(*lists.values())) if lists else ((),)
    for place, row in enumerate(rows):
        mine = {part: one for part, one in zip(lists, row, strict=True) if one is not None}
        yield replace(found, parts={**others, **mine}, place=place, of=len(rows))


def fits(way: Phrasing, frame: Frame) -> bool:
    """Whether a frame says what a phrasing says."""
    return next(unmet(way, frame), None) is None


def unmet(way: Phrasing, frame: Frame) -> Iterator[str]:
    """The conditions of a phrasing, as its file names them, that a frame does not meet."""
    if way.noun != frame.noun or frame.lemma not in way.triggers:
        yield "trigger"
    if not way.noun and way.voice != "any" and (way.voice == "passive") != frame.passive:
        yield "voice"
    if way.tail and not way.tail.search(frame.tail_text):
        yield "tail"
    if way.before and not way.before.search(shown(frame, before(frame))):
        yield "before"
    if way.following and not way.following.search(shown(frame, following(frame))):
        yield "following"
    if way.sentence and not way.sentence.search(" ".join(frame.words)):
        yield "sentence"
    if way.unless and way.unless.search(frame.tail_text):
        yield "unless"
    if way.not_before and way.not_before.search(shown(frame, before(frame))):
        yield "not_before"
    needed = [part for part, place in way.parts.items() if not place.endswith("?")]
    if needed:
        told = parts(way, frame)
        yield from (f"parts.{part}" for part in needed if part not in told)


def parts(way: Phrasing, frame: Frame) -> Mapping[str, Mention]:
    """Who plays which part of a phrasing in a frame; who is caught in his place comes first."""
    found = {part: place_of(frame, place.rstrip("?")) for part, place in way.parts.items()}
    afar = caught_in(way.sentence, frame, frame.sentence.tokens)
    found |= {part: mention for part, mention in afar.items() if found.get(part) is None}
    found |= caught_in(way.before, frame, before(frame))
    found |= caught_in(way.following, frame, following(frame))
    found |= caught_in(way.tail, frame, frame.tail)
    return {part: mention for part, mention in found.items() if mention is not None}


def before(frame: Frame) -> tuple[Token, ...]:
    """The words before a trigger."""
    return frame.sentence.tokens[max(0, frame.trigger.index - BEFORE) : frame.trigger.index]


def following(frame: Frame) -> tuple[Token, ...]:
    """The words after a trigger."""
    return frame.sentence.tokens[frame.trigger.index + 1 : frame.trigger.index + 1 + REACH]


def shown(frame: Frame, tokens: Sequence[Token]) -> str:
    """Words as patterns see them: lower case, people and teams by their kind."""
    return " ".join([frame.words[token.index] for token in tokens])


def caught_in(pattern: Written | None, frame: Frame, tokens: Sequence[Token]) -> dict[str, Mention]:
    """Who stands where a pattern catches a part: "{P:off}"."""
    found = (
        pattern.search(shown(frame, tokens)) if pattern and pattern.compiled.groupindex else None
    )
    if found is None:
        return {}
    start, at = 0, {}
    for token in tokens:
        at[start] = frame.mentions.get(token.index)
        start += len(frame.words[token.index]) + 1
    caught = {name: at[found.start(name)] for name, text in found.groupdict().items() if text}
    return {name.rpartition("_")[0]: one for name, one in caught.items() if one and one.entity}


def place_of(frame: Frame, place: str) -> Mention | None:
    """Who stands in a place of a frame; several places divided by "|" are tried in turn."""
    for one in place.split("|"):
        mention = {"doer": frame.doer, "undergoer": frame.undergoer, "owner": frame.owner}.get(one)
        mention = mention if one in ("doer", "undergoer", "owner") else frame.after(one)
        if mention is not None and mention.entity is not None:
            return mention
    return None

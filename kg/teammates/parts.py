"""The part each person plays in a passage: whether he attacks or defends.

"Nduri's low drive was tipped over by Hansen": Nduri attacks, Hansen defends. The verb he is subject
or object of tells it, the noun he owns, or the words right beside him; most often several do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.frames import Frame
from kg.language import POSSESSIVE, Token
from kg.lexicon import table
from kg.lexicon.tables import content
from kg.mentions import Kind, Mention

ATTACK, DEFENCE = "attack", "defence"
LOOK_BACK, LOOK_AHEAD = 8, 9  # words beside a person that may tell his part
OWNED_BY = frozenset({"his", "her"})
# What the patterns of `before` tell, in their order: "a save from Kaba" may be his who shot.
BEFORE = (("shooter", ATTACK), ("fouled", DEFENCE), (DEFENCE, DEFENCE), (ATTACK, ATTACK))
# Before whose goal it is that he keeps: "a shot at Hansen's goal".
TOWARDS = frozenset({
    "at", "on", "to", "towards", "toward", "into", "in", "around", "across", "over", "under",
    "past", "threatened", "threatening", "threaten", "troubled", "peppered", "peppering",
    "bombarded",
})  # fmt: skip
VERBS = frozenset({"MD", "TO", "VB", "VBD", "VBN", "VBP", "VBZ"})
PHRASE_ENDS = VERBS | {"IN", "CC", "DT", "WRB", "WDT", "WP", ",", ".", ":"}


@dataclass(frozen=True)
class Part:
    """What tells a part in play: the word, where the person stands to it, and the part if known."""

    word: str
    slot: str
    side: str | None


@cache
def pattern(section: str, name: str, *, at_end: bool) -> re.Pattern[str]:
    """A pattern of `play.toml`, for the end of the words before or the start of those behind."""
    text = content("play")[section][name]
    if not at_end:
        return re.compile(rf"(?:{text})")
    ended = "|".join(content("play")["before"]["ends"])
    return re.compile(rf"\b(?:{text})(?: (?!(?:{ended})\b)[\w-]+)?$")


def parts_of(mention: Mention, frames: Sequence[Frame]) -> Iterator[Part]:
    """Everything that tells the part of one mention, what is said of him most directly first."""
    owned = thing_owned(mention)
    if owned:
        yield owned
        return
    yield from told_beside(mention)
    yield from told_by_frames(mention, frames)


def thing_owned(mention: Mention) -> Part | None:
    """What a person owns: "Kaba's header" attacks, "Hansen's gloves" and a "loose pass" defend."""
    tokens = mention.sentence.tokens
    place = mention.last + 1
    if mention.token.lower in OWNED_BY:
        place -= 1
    elif place >= len(tokens) or tokens[place].text not in POSSESSIVE:
        return None
    things, wayward = "", False
    for token in tokens[place + 1 : place + LOOK_AHEAD]:
        if token.name or token.tag in PHRASE_ENDS:
            break
        wayward = wayward or token.lower in table("play", "nouns")["wayward"]
        if (
            token.tag.startswith("NN")
            or token.lower in attack_nouns()
            or token.lower in defence_nouns()
        ):
            things = token.lower
    keeps = things in defence_nouns()
    if things == "goal":  # "Kaba's goal" is scored, "at Hansen's goal" kept
        keeps = mention.word_before in TOWARDS
    if keeps or (wayward and things in attack_nouns()):
        return Part(things, "owner", DEFENCE)
    return Part(things, "owner", ATTACK if things in attack_nouns() else None)


def attack_nouns() -> frozenset[str]:
    """What an attacker owns."""
    return table("play", "nouns")["attack"]


def defence_nouns() -> frozenset[str]:
    """What a defender owns."""
    return table("play", "nouns")["defence"]


def told_beside(mention: Mention) -> Iterator[Part]:
    """What the words right beside a person tell, whatever the verb."""
    tokens = mention.sentence.tokens
    before = " ".join(t.lower for t in tokens[max(0, mention.first - LOOK_BACK) : mention.first])
    after = " ".join(t.lower for t in tokens[mention.last + 1 : mention.last + LOOK_AHEAD])
    for name, side in BEFORE:
        found = pattern("before", name, at_end=True).search(before)
        if found:
            yield Part(found[0], "beside", side)
            break
    if pattern("behind", "chance", at_end=False).match(after):
        yield Part("close", "does", ATTACK)
    elif pattern("behind", DEFENCE, at_end=False).match(after):
        yield Part("clear", "does", DEFENCE)
    elif pattern("behind", ATTACK, at_end=False).match(after):
        yield Part("close", "does", ATTACK)


def told_by_frames(mention: Mention, frames: Sequence[Frame]) -> Iterator[Part]:
    """What the verbs tell that a person is subject or object of."""
    for frame in frames:
        doer, undergoer = frame.doer, frame.undergoer
        if frame.noun:
            continue
        if doer is not None and doer.head == mention.head and doer.sentence is mention.sentence:
            acts_on = undergoer is not None and undergoer.kind is Kind.PERSON
            yield Part(frame.lemma, "does", part_of_doer(frame.lemma, acts_on=acts_on))
        elif (
            undergoer is not None
            and undergoer.head == mention.head
            and undergoer.sentence is mention.sentence
        ):
            yield Part(frame.lemma, "undergoes", part_of_undergoer(frame.lemma))


def part_of_doer(verb: str, *, acts_on: bool) -> str | None:
    """The part of who does something; who "pulls down" a person defends."""
    acts = table("play", "acts_on")
    if acts_on and verb in acts["stops"]:
        return DEFENCE
    if acts_on and verb in acts["beats"] | acts["serves"]:
        return ATTACK
    doers = table("play", "doer")
    return ATTACK if verb in doers[ATTACK] else DEFENCE if verb in doers[DEFENCE] else None


def part_of_undergoer(verb: str) -> str | None:
    """The part of a person to whom something is done."""
    acts: Mapping[str, frozenset[str]] = table("play", "acts_on")
    if verb in acts["stops"] | acts["serves"]:
        return ATTACK
    return DEFENCE if verb in acts["beats"] else None


def turns(tokens: Iterable[Token]) -> bool:
    """Whether play turns in some words: "..., but at the other end"."""
    return bool(turning().search(" ".join([token.lower for token in tokens])))


@cache
def turning() -> re.Pattern[str]:
    """The words at which play turns."""
    return re.compile(rf"\b(?:{content('play')['turns']['words']})\b")

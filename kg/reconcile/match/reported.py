"""Does a text report a match, or does it only speak of some?

A report tells its result at once and then what happened on the field, minute by minute. News of
transfers, injuries, charges and what managers say mentions matches in passing: no such match is
the reported one, and nothing is told of its goals.
"""

from collections.abc import Sequence

from kg.blocks import Kind as BlockKind
from kg.facts.result import ResultTold
from kg.language import Sentence
from kg.lexicon import weights, words
from kg.mentions import Scene
from kg.phrasings.moments import find_moments
from kg.reconcile.match.listed import sheet_of

ENOUGH = 2.0  # weight from which a text with a result of the two sides reports it
ENOUGH_ALONE = 2.5  # ... and from which one reports a match of which no result was read
LEAD = 3  # sentences of prose in which a report tells its result
FEWEST = 40  # words: a text as short as this says little by how often it uses words
NEAR = 6  # words before a result in which a preposition makes it an aside


def reports_match(
    scene: Scene, own: Sequence[ResultTold], others: int, scorers: int, *, titled: bool
) -> bool:
    """Whether a text reports the match of its two sides.

    Args:
        scene: the text with everybody in it.
        own: the results told of the two sides, of no other day.
        others: how many results of other matches it tells.
        scorers: how many players it tells to have put the ball in.
        titled: whether a headline names the two sides.
    """
    weight = evidence(scene, own, others, titled=titled)
    weight += min(weights("reported")["most_scorers"], weights("reported")["scorers"] * scorers)
    return weight >= (ENOUGH if own or titled else ENOUGH_ALONE)


def evidence(scene: Scene, own: Sequence[ResultTold], others: int, *, titled: bool) -> float:
    """How far a text shows itself to be a match report."""
    prose = [s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE]
    spoken = [t for s in prose for t in s.tokens if not t.quoted]
    said = [t.text.lower() for t in spoken if not t.name]
    words_in_all = max(len(spoken), FEWEST)

    def density(kind: str) -> float:
        """How many of a hundred words are of a kind."""
        among = words("reported", kind)
        return 100 * sum(word in among for word in said) / words_in_all

    by = weights("reported")
    has_sheet = sheet_of(scene) is not None
    timed = sum(bool(find_moments(s)) for s in prose)
    return (
        by["headline"] * titled
        + by["sheet"] * has_sheet
        + lead_cue(prose[:LEAD], own)
        + by["minutes"] * timed / max(len(prose), 1)
        + min(by["most_play"], by["play"] * density("play"))
        + max(by["most_speech"], by["speech"] * density("speech"))
        + max(by["most_news"], by["news"] * density("news"))
        + max(by["most_others"], by["others"] * max(0, others - len(own)))
    )


def lead_cue(lead: Sequence[Sentence], own: Sequence[ResultTold]) -> float:
    """What it says that the lead tells the result of the two sides."""
    by = weights("reported")
    numbers = [s.number for s in lead]
    told = [t for t in own if t.sentence.number in numbers]
    first = [t for t in told if t.sentence.number == numbers[0]]
    if not told:
        return 0.0
    if not first:
        return by["later"]
    if any(not is_aside(t) for t in first):
        return by["first"]
    about = {t.text.lower() for t in first[0].sentence.tokens if not t.name}
    return 0.0 if about & (words("reported", "speech") | words("reported", "news")) else by["aside"]


def is_aside(told: ResultTold) -> bool:
    """Whether a result is told behind a preposition: "delighted after his side's 3-1 win"."""
    tokens = told.sentence.tokens
    if told.trigger is None:
        return False
    before = [t.text.lower() for t in tokens[max(0, told.trigger - NEAR) : told.trigger]]
    return bool(words("reported", "behind").intersection(before))

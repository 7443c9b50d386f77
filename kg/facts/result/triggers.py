"""Whether a verb or noun of a result tells of one match here: "at a loss" is none.

"Had beaten Brevik only once" sums up many, and "could not repeat their 4-0 win" tells one all the
same.
"""

import re

from kg.facts.result.told import SCORE, WON, Score, oriented
from kg.frames import Frame, Standing
from kg.language import Token
from kg.lexicon import pattern, table, words
from kg.mentions import Entity

AMONG = 8  # words before a verb in which "the only side" stands
OFTEN = 4  # words behind a verb in which "once" and "twice" stand
PRESUPPOSED = 7  # words before a result in which "repeat" stands
WINDOW = 12  # words of a verb's tail in which its score stands
YEAR = re.compile(r"(?:1[89]|20)\d\d")
AUXILIARY = 4  # words before a participle in which its "have" stands
HAVE = words("modality", "perfect") | {"having"}
COMING = 11  # words before a result in which "moments from" stands
NOT_YET = pattern("results", "not_yet")
WINS_ELSE = pattern("results", "wins_else")


def is_presupposed(frame: Frame) -> bool:
    """Whether a result stands whatever else does not: "could not repeat their 4-0 win"."""
    if not frame.noun or frame.standing is Standing.QUOTED:
        return False
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - PRESUPPOSED) : place]
    return any(t.lemma in table("results", "words")["presupposes"] for t in before if t.is_verb)


def is_shoot_out(frame: Frame) -> bool:
    """Whether a win is one on penalties, after a match that was drawn."""
    text = " ".join(t.text.lower() for t in frame.tail[:WINDOW])
    return any(phrase in text for phrase in table("results", "words")["shoot_out"])


def is_over_two_legs(frame: Frame) -> bool:
    """Whether a result is that of two legs together: "beat Brevik 4-3 on aggregate"."""
    place = frame.trigger.index
    around = frame.sentence.tokens[max(0, place - 2) : place + 6]
    return "aggregate" in (t.text.lower() for t in around)


def is_beaten(frame: Frame) -> bool:
    """Whether a participle by itself tells what was done: "Hallvik, beaten 2-0 in extra time"."""
    is_participle = frame.trigger.tag == "VBN" or frame.trigger.lower == "beaten"
    object_told = frame.undergoer or (frame.object if frame.trigger.lower != "beaten" else None)
    if frame.noun or not is_participle or object_told:
        return False
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - AUXILIARY) : place]
    return frame.lemma != "win" and not HAVE.intersection(t.lower for t in before)


def tells_result(frame: Frame, outcome: str, score: Score | None, opponent: Entity | None) -> bool:
    """Whether a trigger tells a result here: "beat" needs an opponent, "crashed" a score."""
    if frame.lemma in words("results", "no_verbs") or is_idiom(frame) or is_of_one_among(frame):
        return False
    if frame.noun and NOT_YET.search(text_before(frame)):
        return False
    if not frame.noun and frame.lemma in table("results", "verbs")["need_score"]:
        return oriented(score, outcome) is not None
    is_verb_of_victory = not frame.noun and outcome == WON and frame.lemma != "win"
    return not is_verb_of_victory or opponent is not None or score is not None


def text_before(frame: Frame) -> str:
    """The words right before a result."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - COMING) : place]
    return "".join(f"{t.lower} " for t in near)


def is_idiom(frame: Frame) -> bool:
    """Whether a trigger means no result: "at a loss", "drawn against Brevik", "winning ways"."""
    if frame.lemma in ("draw", "tie") and frame.passive:  # "tied at one apiece with an hour gone"
        return True
    if frame.lemma == "win" and not frame.noun and WINS_ELSE.match(frame.tail_text):
        return True
    if frame.lemma == "defeat" and is_suffered_one(frame):
        return True
    place, tokens = frame.trigger.index, frame.sentence.tokens
    head = tokens[frame.trigger.head]
    if frame.noun and head.lemma in words("results", "made_good"):
        return True
    is_adjective = frame.noun or (frame.lemma == "win" and frame.trigger.tag == "VBG")
    if is_adjective and place + 1 < len(tokens) and is_common_noun(tokens[place + 1]):
        return True
    return [t.text.lower() for t in tokens[max(0, place - 2) : place]] == ["at", "a"]


def is_suffered_one(frame: Frame) -> bool:
    """Whether "defeat" was parsed as a verb and is a noun: "slumped to defeat against Brevik"."""
    behind = frame.sentence.tokens[frame.trigger.index + 1 : frame.trigger.index + 2]
    is_infinitive = not frame.noun and frame.trigger.tag == "VB"
    return is_infinitive and all(t.tag == "IN" or not t.text.isalnum() for t in behind)


def is_of_several(frame: Frame) -> bool:
    """Whether several matches are meant: "two wins over Brevik", "won in 2013 and 2015"."""
    years = {t.text for t in frame.sentence.tokens if YEAR.fullmatch(t.text)}
    if len(years) > 1:
        return True
    if frame.noun:
        return frame.trigger.tag in ("NNS", "NNPS")
    return any(t.text.lower() in table("results", "words")["often"] for t in frame.tail[:OFTEN])


def is_of_one_among(frame: Frame) -> bool:
    """Whether a verb tells of a team among many: "the only side to have beaten them"."""
    place = frame.trigger.index
    before = [t.text.lower() for t in frame.sentence.tokens[max(0, place - AMONG) : place]]
    lists = (words("clauses", "ranks"), words("results", "one_among"))
    is_among = all(listed.intersection(before) for listed in lists)
    return not frame.noun and "to" in before and is_among


def is_common_noun(token: Token) -> bool:
    """Whether a word is a noun and no name: "a reverse pass", "a win bonus"."""
    return token.tag in ("NN", "NNS") and token.name is None and not SCORE.fullmatch(token.text)

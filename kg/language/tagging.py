"""Tags mended, where what stands around a word shows that the tagger missed a verb.

Reports are full of verbs that are nouns elsewhere: "Kaba shot wide", "to stab home".
"""

from collections.abc import Sequence

from spacy.tokens import Token as SpacyToken

from kg.language.document import Token
from kg.language.past_tense import (
    LISTED,
    NOMINAL,
    goes_on_in_past,
    is_active,
    is_ball_hit,
    is_hit,
    is_only_past,
    is_shooting,
    is_struck,
)
from kg.lexicon import lemmas
from kg.names.openings import roles

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
SCORING = frozenset({"score", "finish", "equalise"})  # verbs that the tagger takes for nouns
WHERE = {"home": "RB", "past": "IN", "beyond": "IN"}
UNMOVED = frozenset({"unmarked", "unchallenged", "unattended", "unopposed", "unnoticed"})
MANNER = frozenset({"duly"})  # adverbs that the tagger takes for nouns: "Kaba duly obliged"
THANKS = frozenset({"thanks", "due", "owing", "according", "response", "reaction"})
GERUNDS = frozenset({",", "by", "before", "after"})  # words before a gerund
OBJECTS = ("DT", "PRP", "RP", "IN", "RB", "NNP")  # tags of what stands behind a verb


def tag_behind(parsed: Sequence[SpacyToken], groups: Sequence[Sequence[int]], g: int) -> str:
    """The tag of the word behind another; "home" and "past" are where a ball goes, and no nouns."""
    if g + 1 == len(groups):
        return "."
    behind = parsed[groups[g + 1][0]]
    return WHERE.get(behind.lower_) or behind.tag_


def mended(word: str, tag: str, before: Sequence[Token], behind: str) -> str:
    """The tag of a word, where what stands around it shows that the tagger missed a verb.

    "Kaba shot wide", "allowed Kaba to turn and score", "to stab home": `behind` is the tag of the
    word that follows.
    """
    is_past = tag.startswith("NN") and is_only_past(word, before)
    is_past = is_past or (tag in ("JJ", "VBN") and is_hit(word, tag, before, behind))
    is_past = is_past or goes_on_in_past(word, tag, before)
    if is_past or is_shooting(word, before) or (tag == "VBN" and is_active(word, before, behind)):
        return "VBD"
    if word in UNMOVED | MANNER or not tag.startswith(("NN", "JJ", "RB", "VB")) or not before:
        return "JJ" if word in UNMOVED else "RB" if word in MANNER else tag
    last = before[-1].lower
    is_ing = tag.startswith(("NN", "JJ")) and is_gerund(word, tag, before, behind)
    if is_ing or is_signing(word, tag, before):
        return "VBG" if is_ing else "NN"  # ", toe-poking the second", "by sweeping in"
    is_joined = last == "and" and any(is_infinitive_of(t, before) for t in before[-LISTED:])
    is_next = is_joined and is_hit_of(word, behind)  # "to follow up and ram home the rebound"
    if is_next or is_infinitive(word, before, behind) or is_behind_modal(word, before):
        return "VB"
    if word not in SCORING:
        return "VBN" if tag == "JJ" and is_ball_hit(word, before[-1], behind) else tag
    return "VB" if last == "to" or is_joined else tag


def is_doing(before: Sequence[Token], behind: str) -> bool:
    """Whether a participle tells what somebody does beside the clause: "with Kaba scoring late".

    So too ", Kaba sweeping in the rebound"; not "a Kaba crossing".
    """
    opener = next((t.lower for t in reversed(before[:-1]) if t.lower not in roles()), "")
    is_joined = opener == "and" and any(t.tag == "VBG" for t in before[-LISTED:])
    is_beside = before[-1].name is not None and (opener in (",", "with") or is_joined)
    return is_beside and behind.startswith(OBJECTS)


def is_headline_verb(word: str, tag: str, before: Sequence[Token]) -> bool:
    """Whether a noun is what somebody does, where no other word is a verb: "Kaba strikes late"."""
    colons = [token.index for token in before if token.text == ":"]
    opening = before[colons[-1] + 1 :] if colons else before
    is_actor = [token.name is not None for token in opening] == [True]
    return is_actor and tag == "NNS" and word.islower() and word in lemmas()


def is_infinitive(word: str, before: Sequence[Token], behind: str) -> bool:
    """Whether a word is what somebody is to do: "to stab home"; not "thanks to strike partner"."""
    if before[-1].lower != "to" or lemmas().get(word) != word or not behind.startswith(OBJECTS):
        return False
    return len(before) < 2 or before[-2].lower not in THANKS


def is_hit_of(word: str, behind: str) -> bool:
    """Whether a word can tell how somebody is to hit a ball: "ram home"; not "header"."""
    return lemmas().get(word) == word and is_struck(word) and behind.startswith(OBJECTS)


def is_behind_modal(word: str, before: Sequence[Token]) -> bool:
    """Whether a word is what somebody would do: "would equalise nine minutes later"."""
    return before[-1].tag == "MD" and lemmas().get(word) == word


def is_signing(word: str, tag: str, before: Sequence[Token]) -> bool:
    """Whether "signing" is somebody who was bought: "the £6million summer signing headed in"."""
    if word != "signing" or tag != "VBG":
        return False
    nouns = ("NN", "JJ", "CD", "$")
    return before[-1].tag.startswith(nouns) and any(t.tag in NOMINAL[:2] for t in before[-5:])


def is_gerund(word: str, tag: str, before: Sequence[Token], behind: str) -> bool:
    """Whether a word in "ing" is a verb: behind a comma, or behind "by" with what it is done to."""
    if not word.endswith("ing") or word not in lemmas():
        return False
    last = before[-1].lower
    if last not in GERUNDS:
        return is_doing(before, behind)
    return tag.startswith("NN") if last == "," else behind.startswith(OBJECTS)


def is_infinitive_of(token: Token, before: Sequence[Token]) -> bool:
    """Whether one of the words before another is an infinitive behind "to"."""
    return token.tag == "VB" and token.index > 0 and before[token.index - 1].lower == "to"

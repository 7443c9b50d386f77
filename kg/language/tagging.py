"""Tags mended, where what stands around a word shows that the tagger missed a verb.

Reports are full of verbs that are nouns elsewhere: "Kaba shot wide", "to stab home".
"""

from collections.abc import Sequence

from spacy.tokens import Token as SpacyToken

from kg.language.document import Token
from kg.lexicon import lemmas, table, words
from kg.names.openings import roles

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
REFLEXIVE = frozenset({"himself", "herself"})  # "Kaba himself struck from 20 yards"
SCORING = frozenset({"score", "finish", "equalise"})  # verbs that the tagger takes for nouns
LISTED = 10  # words behind an infinitive within which another is joined to it
WHERE = {"home": "RB", "past": "IN", "beyond": "IN"}
UNMOVED = frozenset({"unmarked", "unchallenged", "unattended", "unopposed", "unnoticed"})
MANNER = frozenset({"duly"})  # adverbs that the tagger takes for nouns: "Kaba duly obliged"
THANKS = frozenset({"thanks", "due", "owing", "according", "response", "reaction"})
NOMINAL = ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "IN", "POS")  # tags before a noun
GERUNDS = frozenset({",", "by", "before", "after"})  # words before a gerund
JOINED = ("DT", "PRP", "NNP")  # tags behind "lobbed" in "ran on and lobbed Hansen"
HIT = ("DT", "PRP", "RP", "IN", "RB")  # tags behind "headed" in "who headed in the corner"
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
    if is_past or is_shooting(word, before) or (tag == "VBN" and is_active(word, before, behind)):
        return "VBD"
    if word in UNMOVED | MANNER or not tag.startswith(("NN", "JJ", "RB", "VB")) or not before:
        return "JJ" if word in UNMOVED else "RB" if word in MANNER else tag
    last = before[-1].lower
    is_ing = tag.startswith(("NN", "JJ")) and is_gerund(word, tag, before, behind)
    if is_ing or is_signing(word, tag, before):
        return "VBG" if is_ing else "NN"  # ", toe-poking the second", "by sweeping in"
    if is_infinitive(word, before, behind) or is_behind_modal(word, before):
        return "VB"
    if word not in SCORING:
        return "VBN" if tag == "JJ" and is_ball_hit(word, before[-1], behind) else tag
    is_joined = last == "and" and any(is_infinitive_of(t, before) for t in before[-LISTED:])
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


def is_behind_modal(word: str, before: Sequence[Token]) -> bool:
    """Whether a word is what somebody would do: "would equalise nine minutes later"."""
    return before[-1].tag == "MD" and lemmas().get(word) == word


def is_only_past(word: str, before: Sequence[Token]) -> bool:
    """Whether a word taken for a noun is a past tense and never a noun: "whose shot crept in"."""
    if word not in words("clauses", "only_past") or not before:
        return False
    return not before[-1].tag.startswith((*NOMINAL, "TO", "MD"))


def is_hit(word: str, tag: str, before: Sequence[Token], behind: str) -> bool:
    """Whether a word taken for an adjective tells how a ball was hit: "who side-footed home".

    So too "midfielder Kaba rifled in the goal of the day"; not "a Kaba headed goal".
    """
    is_base = lemmas().get(word, word) == word
    if not before or is_base or not is_struck(word) or not behind.startswith((*HIT, "JJ")):
        return False
    last = before[-1]
    if tag == "JJ" and last.lower in roles() and [t.lower for t in before[-2:-1]] == ["the"]:
        return True  # "and the forward finished first time"
    if last.lower == "who" or (last.text == "," and tag == "JJ"):
        return True
    owned = any(t.tag in ("DT", "IN") and t.lower != "the" for t in before[-3:-1])
    return last.name is not None and tag == "JJ" and not owned


def is_ball_hit(word: str, last: Token, behind: str) -> bool:
    """Whether a word taken for an adjective tells where a ball went: "his corner headed home"."""
    lemma = lemmas().get(word, word)
    is_hit = lemma != word and lemma in table("verbs", "classes")["strike"]
    return is_hit and last.lower in words("assist", "deliveries") and behind in ("RB", "RP", "IN")


def is_struck(word: str) -> bool:
    """Whether a word tells that somebody hit a ball."""
    classes = table("verbs", "classes")
    return lemmas().get(word) in classes["strike"] | classes["finish"]


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


def is_active(word: str, before: Sequence[Token], behind: str) -> bool:
    """Whether a participle is a past tense: "jinked past Hansen and unleashed a shot".

    Not behind an auxiliary of its clause ("was fouled and given a penalty").
    """
    if [t.name is not None for t in before] == [True]:  # "Kaba side-footed the ball home"
        is_of_feet = "-" in word and behind == "NNP"  # "Kaba wrong-footed Hansen"
        is_home = behind == "RB" and is_struck(word)  # "Kaba side-footed home"
        return is_home or ((is_of_feet or behind in ("DT", "PRP$")) and word in lemmas())
    if before and (goes_on_behind_aside(before, behind) or before[-1].lower in REFLEXIVE):
        return word in lemmas()
    is_joined = [t.lower for t in before[-1:]] == ["and"] and behind.startswith(JOINED)
    clause = before[-LISTED:]
    tensed = any(t.tag == "VBD" and t.lemma not in ("be", "have") for t in clause)
    helped = any(t.lemma in ("be", "have", "get") for t in clause)
    return is_joined and tensed and not helped and word in lemmas()


def goes_on_behind_aside(before: Sequence[Token], behind: str) -> bool:
    """Whether what was told of who did it ends here: "Kaba, who was on for Gomes, latched on"."""
    if before[-1].text != "," or not behind.startswith(("RP", "DT", "PRP", "NNP")):
        return False
    aside = before[-LISTED - 1 : -1]
    commas = [i for i, t in enumerate(aside) if t.text == ","]
    return bool(commas) and [t.lower for t in aside[commas[-1] + 1 :][:1]] == ["who"]


def is_infinitive_of(token: Token, before: Sequence[Token]) -> bool:
    """Whether one of the words before another is an infinitive behind "to"."""
    return token.tag == "VB" and token.index > 0 and before[token.index - 1].lower == "to"


def is_shooting(word: str, before: Sequence[Token]) -> bool:
    """Whether "shot" is what somebody did: "and Kaba shot wide"; not "a Kaba shot"."""
    if word == "shot" and before and goes_on_to_shoot(before):
        return True
    if word != "shot" or not before or not (before[-1].name or before[-1].text == "who"):
        return False
    opener = before[-2].text.lower() if len(before) > 1 else ","
    openers = words("clauses", "ends") | words("clauses", "openers")
    return opener in openers or before[-1].text == "who" or opener in roles()


def goes_on_to_shoot(before: Sequence[Token]) -> bool:
    """Whether "and" goes on with what was done: "swivelled and shot", "beat Dekker and shot"."""
    if before[-1].lower != "and" or len(before) < 3:
        return False
    last, clause = before[-2], before[-LISTED:]
    is_done = any(t.tag == "VBD" and t.lemma not in ("be", "have") for t in clause)
    return is_done and (last.name is not None or last.tag in ("VBD", "RB", "RP", "PRP"))

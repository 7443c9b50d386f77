"""What somebody did, where the tagger takes the word that tells it for a noun or an adjective.

"Kaba shot wide", "who side-footed home", "ran on and lobbed Hansen".
"""

from collections.abc import Sequence

from kg.language.document import Token
from kg.lexicon import lemmas, table, words
from kg.names.openings import roles

REFLEXIVE = frozenset({"himself", "herself"})  # "Kaba himself struck from 20 yards"
LISTED = 10  # words behind an infinitive within which another is joined to it
NOMINAL = ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "IN", "POS")  # tags before a noun
JOINED = ("DT", "PRP", "NNP")  # tags behind "lobbed" in "ran on and lobbed Hansen"
HIT = ("DT", "PRP", "RP", "IN", "RB")  # tags behind "headed" in "who headed in the corner"


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
    if not is_joined and behind in ("RB", "RP", "IN") and is_struck(word):
        by = [t.lower for t in before[-4:]]  # "at a corner taken by Soldal and headed in"
        is_joined = by[-1:] == ["and"] and "by" in by and before[-2].name is not None
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


def goes_on_in_past(word: str, tag: str, before: Sequence[Token]) -> bool:
    """Whether an infinitive without "to" is a past tense of one form: "cut in, beat two men".

    It goes on with what somebody did; not "let him beat", "made Hansen beat it away".
    """
    if tag not in ("VB", "VBP") or word not in words("clauses", "one_form") or len(before) < 2:
        return False
    joint = before[-1].lower
    clause = before[-LISTED:]
    is_done = any(t.tag == "VBD" and t.lemma not in ("be", "have", "do") for t in clause)
    is_open = any(t.tag in ("TO", "MD", "VBZ", "VBP") or t.lower == "to" for t in clause)
    return joint in (",", "and", "then") and is_done and not is_open

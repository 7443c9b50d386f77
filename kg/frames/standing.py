"""Whether a sentence asserts what it tells: negation, modality, habit, history, quotation."""

import re
from collections.abc import Sequence
from functools import cache

from kg.frames.clauses import verb_before
from kg.frames.modality import (
    Standing,
    as_active,
    by_belief,
    by_form,
    by_governor,
    by_means,
    by_words_before,
    clause_before,
)
from kg.frames.syntax import CLAUSES
from kg.language import Sentence, Token
from kg.lexicon import pattern, words

CHANCE_GIVEN = pattern("modality", "chance_given")
CHANCE_TAKEN = pattern("modality", "chance_taken")
WOULD, WOULD_TELL = pattern("modality", "would"), pattern("modality", "would_tell")
MONTH = ("May", "NNP")  # "Kaba, who was linked with Brevik in May, headed in" is no guess
WITHIN = 10  # words before an infinitive in which a chance is given
FIRST = 2  # words before a verb that opens its sentence with its subject: "Kaba would score"
BESIDE = 2  # words before a verb in which it is called a habit
AUXILIARIES = words("modality", "perfect") | {"be", "been", "is", "was", "were", "being"}


def standing(sentence: Sentence, token: Token) -> Standing:
    """Whether the sentence asserts what a trigger tells."""
    if token.quoted:
        return Standing.QUOTED
    told = (t for t in clause_before(sentence, token) if (t.text, t.tag) != MONTH)
    before = [t.text.lower() for t in told]
    if token.tag == "VBN":  # "who'd given them the lead": he had, as "would" asks for "give"
        before = ["had" if word in ("'d", "’d") else word for word in before]
    if is_finite(token, before) and before[:1] == ["until"]:
        before = before[1:]  # "was going wide until Kaba turned it in"
    unreal = (
        by_words_before(before)
        or by_governor(*as_active(token, before))
        or by_form(sentence, token, before)
        or by_belief(sentence, token)
        or by_means(sentence, token)
    )
    if unreal is Standing.HYPOTHETICAL and is_told_all_the_same(sentence, token):
        unreal = None
    return unreal or by_time(sentence, token, before)


def is_finite(token: Token, before: Sequence[str]) -> bool:
    """Whether a verb tells what somebody did; the tagger may take "struck" for a participle."""
    return token.tag == "VBD" or (token.tag == "VBN" and AUXILIARIES.isdisjoint(before))


def is_told_all_the_same(sentence: Sentence, token: Token) -> bool:
    """Whether what might have been is told to have been.

    "Kaba would convert the penalty", "set up the chance for Kaba to head home the equaliser".
    """
    before = sentence.tokens[max(0, token.index - WITHIN) : token.index]
    said = " ".join(t.lower for t in before)
    behind = " ".join(t.lower for t in sentence.tokens[token.index + 1 :])
    if WOULD.search(said):
        return stands_first(before) and bool(WOULD_TELL.match(behind))
    if before and before[-1].lower == "to":
        return bool(CHANCE_GIVEN.search(said) and CHANCE_TAKEN.match(behind))
    return False


def stands_first(before: Sequence[Token]) -> bool:
    """Whether who would do it opens his clause: "Kaba would score", "the hosts would equalise"."""
    at = next(i for i in range(len(before) - 1, -1, -1) if before[i].lower == "would")
    first = at - 1
    if first < 0 or not (before[first].name or before[first].tag.startswith(("NN", "PRP"))):
        return False
    while first and before[first - 1].tag in ("DT", "JJ", "NN", "NNS"):
        first -= 1
    opens = (words("clauses", "ends") | words("clauses", "openers")) - {"that"}
    return not first or before[first - 1].lower in opens


def by_time(sentence: Sentence, token: Token, before: Sequence[str]) -> Standing:
    """Other matches and other times: a perfect tense, in the pluperfect with a word for when."""
    start, auxiliaries = token.index, set(before[-5:])
    if token.tag == "VBG" and token.relation in CLAUSES:  # "had lost four, scoring just two"
        head = sentence.tokens[token.head]
        head = sentence.tokens[head.head] if head.tag == "VBG" else head
        nearer = verb_before(sentence, token)  # "who have not won, led when he ran, tapping in"
        head = nearer if nearer and nearer.index > head.index else head
        start = head.index
        auxiliaries |= {sentence.tokens[c].text.lower() for c in sentence.children[head.index]}
    if is_habit(sentence, token):
        return Standing.ELSEWHERE
    if "had" in auxiliaries:
        reach = sentence.tokens[max(0, start - 8) : token.index + 14]
        is_elsewhere = bool(elsewhere().search(" ".join(t.text.lower() for t in reach)))
    else:
        is_perfect = bool(auxiliaries & words("modality", "perfect"))
        is_elsewhere = is_perfect and token.tag in ("VBN", "VBD")
    return Standing.ELSEWHERE if is_elsewhere else Standing.ASSERTED


def is_habit(sentence: Sentence, token: Token) -> bool:
    """Whether a verb tells what somebody used to do: "often scored as a boy"."""
    near = sentence.tokens[max(0, token.index - BESIDE) : token.index]
    return token.is_verb and any(t.lower in words("modality", "habits") for t in near)


@cache
def elsewhere() -> re.Pattern[str]:
    """Any phrase for another time or match."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(words("modality", "elsewhere")))
    return re.compile(rf"\b(?:{phrases})\b")

"""Whether a sentence asserts what it tells: negation, modality, habit, history, quotation."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from kg.frames.syntax import CLAUSES
from kg.language import Sentence, Token
from kg.lexicon import pattern, words

ANOTHER_DAY = pattern("modality", "another_day")
NEEDS = frozenset({"need", "needs", "needed"})
SPANS = words("modality", "spans") | {
    "attempts",
    "touch",
    "touches",
}  # "needed two minutes to level"
CHANCE_GIVEN = pattern("modality", "chance_given")
CHANCE_TAKEN = pattern("modality", "chance_taken")
WOULD_TELL = pattern("modality", "would_tell")
WITHIN = 10  # words before an infinitive in which a chance is given
FIRST = 2  # words before a verb that opens its sentence with its subject: "Kaba would score"
STOPPED = 3  # words in which somebody is kept from what follows: "to stop Kaba converting"
CLOSE = 4  # words before a verb in which a negation or a modal is its own


class Standing(StrEnum):
    """Whether a sentence asserts what a frame tells, and if not, why not."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    ELSEWHERE = "another match or time"
    QUOTED = "quoted"


def standing(sentence: Sentence, token: Token) -> Standing:
    """Whether the sentence asserts what a trigger tells."""
    if token.quoted:
        return Standing.QUOTED
    before = [t.text.lower() for t in clause_before(sentence, token)]
    if token.tag == "VBD" and before[:1] == ["until"]:  # "was going wide until Kaba turned it in"
        before = before[1:]
    unreal = by_words_before(before) or by_governor(token, before) or by_belief(sentence, token)
    if unreal is Standing.HYPOTHETICAL and is_told_all_the_same(sentence, token):
        unreal = None
    return unreal or by_time(sentence, token, before)


def is_told_all_the_same(sentence: Sentence, token: Token) -> bool:
    """Whether what might have been is told to have been.

    "Kaba would convert the penalty", "set up the chance for Kaba to head home the equaliser".
    """
    before = sentence.tokens[max(0, token.index - WITHIN) : token.index]
    said = " ".join(t.lower for t in before)
    behind = " ".join(t.lower for t in sentence.tokens[token.index + 1 :])
    if before and before[-1].lower == "to":
        return bool(CHANCE_GIVEN.search(said) and CHANCE_TAKEN.match(behind))
    is_would = len(before) > 1 and before[-1].lower == "would" and before[-2].name is not None
    opens = words("clauses", "ends") | words("clauses", "openers")
    is_clause = len(before) == FIRST or (is_would and before[-3].lower in opens)
    return is_would and is_clause and bool(WOULD_TELL.match(behind))


def clause_before(sentence: Sentence, token: Token) -> Sequence[Token]:
    """The words before a trigger in its own clause, ten at most."""
    start = max(0, token.index - 10)
    for i in range(token.index - 1, start - 1, -1):
        text = sentence.tokens[i].text.lower()
        if text in words("clauses", "starts") and i < token.index - 1:
            return sentence.tokens[i + 1 : token.index]
        if text in words("modality", "conditions"):
            return sentence.tokens[i : token.index]
    return sentence.tokens[start : token.index]


def by_words_before(before: Sequence[str]) -> Standing | None:
    """What a negation, a modal or a condition before a verb makes of it."""
    close = set(before[-CLOSE:])
    if close & words("modality", "negations") and not is_idle(before):
        return Standing.NEGATED
    modal = close & words("modality", "modals") and "only" not in close  # "could only head wide"
    if modal or set(before[-2:]) & words("modality", "nearly"):
        return Standing.HYPOTHETICAL
    if words("modality", "believed").intersection(before) and "had" in before:
        return Standing.HYPOTHETICAL
    if close & words("modality", "future"):
        return Standing.FUTURE
    if before and before[0] in words("modality", "conditions"):
        return Standing.HYPOTHETICAL
    return None


def by_belief(sentence: Sentence, token: Token) -> Standing | None:
    """What a belief makes of what it is told by: "thought they had levelled, Kaba steering in"."""
    if token.tag != "VBG" or token.relation not in CLAUSES:
        return None
    above = [t.lower for t in clause_before(sentence, sentence.tokens[token.head])]
    is_believed = bool(words("modality", "believed").intersection(above)) and "had" in above
    return Standing.HYPOTHETICAL if is_believed else None


def is_idle(before: Sequence[str]) -> bool:
    """Whether a negation before a verb denies something else: "had no option but to dismiss X"."""
    text = " ".join(before)
    return "only" in before[-CLOSE:] or any(i in text for i in words("modality", "idle_negations"))


def by_governor(token: Token, before: Sequence[str]) -> Standing | None:
    """What governs an infinitive or a gerund: "failed to score", "without scoring"."""
    last = before[-1] if before else ""
    if token.tag == "VB" and last == "to":
        beside = before[-2:-1] and before[-2] in words("modality", "unreal_beside")
        is_place = before[-3:-1] == ["the", "right"]  # "a cross from the right to score"
        if beside and not is_place and not words("modality", "right_choice").intersection(before):
            return Standing.HYPOTHETICAL
        deciding = words("modality", "unreal") | words("modality", "real")
        governor = next((word for word in reversed(before[:-1]) if word in deciding), None)
        if governor in NEEDS and SPANS.intersection(before[-4:]):
            governor = None
        return Standing.HYPOTHETICAL if governor in words("modality", "unreal") else None
    if token.tag != "VBG":
        return None
    if last in words("modality", "against_gerund"):
        return Standing.NEGATED
    stopped = words("modality", "stops").intersection(before[-STOPPED:])
    if stopped and not words("modality", "in_vain").intersection(before):
        return Standing.HYPOTHETICAL
    timed = before[-2:-1] and before[-2] in words("modality", "spans")
    is_near = last == "to" and bool(words("modality", "near").intersection(before[-2:-1]))
    is_unreal = (last == "of" and not timed) or is_near
    return Standing.HYPOTHETICAL if is_unreal else None


def by_time(sentence: Sentence, token: Token, before: Sequence[str]) -> Standing:
    """Other matches and other times: a perfect tense, in the pluperfect with a word for when."""
    start, auxiliaries = token.index, set(before[-5:])
    if token.tag == "VBG" and token.relation in CLAUSES:  # "had lost four, scoring just two"
        head = sentence.tokens[token.head]
        head = sentence.tokens[head.head] if head.tag == "VBG" else head
        start = head.index
        auxiliaries |= {sentence.tokens[c].text.lower() for c in sentence.children[head.index]}
    if told_of_another_day(sentence, token):
        return Standing.ELSEWHERE
    if "had" in auxiliaries:
        reach = sentence.tokens[max(0, start - 8) : token.index + 14]
        is_elsewhere = bool(elsewhere().search(" ".join(t.text.lower() for t in reach)))
    else:
        is_perfect = bool(auxiliaries & words("modality", "perfect"))
        is_elsewhere = is_perfect and token.tag in ("VBN", "VBD")
    return Standing.ELSEWHERE if is_elsewhere else Standing.ASSERTED


def told_of_another_day(sentence: Sentence, token: Token) -> bool:
    """Whether the words behind a verb name another day: "scored twice in the reverse fixture"."""
    behind = sentence.tokens[token.index + 1 : token.index + 11]
    return token.is_verb and bool(ANOTHER_DAY.match(" ".join(t.lower for t in behind)))


@cache
def elsewhere() -> re.Pattern[str]:
    """Any phrase for another time or match."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(words("modality", "elsewhere")))
    return re.compile(rf"\b(?:{phrases})\b")

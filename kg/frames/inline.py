"""Who opens the clause of a verb that the parse leaves without a subject.

A parser trained on other texts loses who acts behind an aside: "Kaba, of all people, lashed it in",
"Kaba this time glancing in the corner", "On 86 Kaba, unmarked, stroked in the third".
"""

from collections.abc import Mapping

from kg.frames.clauses import ROLE, before_auxiliaries
from kg.frames.syntax import is_passive, word_at
from kg.language import DASHES, POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention

FARTHEST = 14  # words from a verb back to who opens its clause
LONGEST = 12  # words of an aside
LONGEST_BARE = 6  # ... before a participle
HELPED = 4  # words between "had" and its participle
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LIGHT = ("IN", "DT", "JJ", "NN", "CD", "RB", "PRP$", "RP")  # words of a phrase beside a verb
ENDS = frozenset({";", ".", "but", "for", "allowing"})
ABOVE = frozenset({"above", "past", "beyond", "over", "ahead", "of", "behind", "between"})


def subject_in_line(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The person who opens the clause of a verb, whatever stands between him and it."""
    start = word_before(sentence, token)
    first = max(-1, token.index - FARTHEST)
    i = first if start is None else start
    while i > first:
        found = by_token.get(i)
        if found and found.last == i:
            return found if acts_here(sentence, found) else None
        behind = i
        i = past_adverbials(sentence, past_aside(sentence, i, bare=token.tag == "VBG"))
        if i == behind and token.tag in FINITE:
            i = past_phrase(sentence, i, by_token)
        if i == behind:
            return None
    return None


def word_before(sentence: Sentence, token: Token) -> int | None:
    """The place before a verb with its auxiliaries; None if it is none that somebody does."""
    i = before_auxiliaries(sentence, token)
    if token.tag not in FINITE | {"VBG", "VBN"} or is_passive(sentence, token):
        return None
    if token.tag == "VBN" and word_at(sentence, token.index - 1) != ",":
        helper = helped_by(sentence, token)
        return before_auxiliaries(sentence, helper) if helper else None
    if token.tag == "VBG" and word_at(sentence, i) != ",":
        before = past_adverbials(sentence, i)
        return before if before < i else None
    return i


def helped_by(sentence: Sentence, token: Token) -> Token | None:
    """The "had" of a participle, with little between: "had by then levelled"."""
    for other in reversed(sentence.tokens[max(0, token.index - HELPED) : token.index]):
        if other.lemma == "have":
            return other
        if other.tag not in ("RB", "IN"):
            return None
    return None


def acts_here(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person stands where a clause begins, with his role and the time before him."""
    if mention.kind is not Kind.PERSON or not (mention.named or mention.entity):
        return False
    first = mention.first
    if word_at(sentence, mention.last + 1) in POSSESSIVE:
        return False
    while first and is_role(sentence.tokens[first - 1]):
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.lower in words("clauses", "ends") | words("clauses", "openers"):
        return True
    return before.tag == "CD" or before.lower in words("clauses", "times")


def is_role(token: Token) -> bool:
    """Whether a word says who somebody is, before his name: "his twin brother Kaba"."""
    return token.tag in (*ROLE, "PRP$") and not token.name


def past_adverbials(sentence: Sentence, index: int) -> int:
    """The place before words of manner and time: "Kaba himself", "Kaba this time"."""
    while index > 0 and sentence.tokens[index].lower in words("clauses", "beside_doer"):
        index -= 1
    return index


def past_aside(sentence: Sentence, index: int, *, bare: bool) -> int:
    """The place before an aside that ends at a word: "Kaba, of all people, lashed it in".

    Nothing is done in it, unless by whom it is told of: "Kaba, who had come on, lashed it in".
    """
    tokens = sentence.tokens
    close = tokens[index].text
    if close not in DASHES | {",", ")"}:
        return index
    openers = {"("} if close == ")" else {","} if close == "," else DASHES
    for i in range(index - 1, max(0, index - (LONGEST_BARE if bare else LONGEST)), -1):
        if tokens[i].text in openers:
            return i - 1
        is_told_of_him = any(t.lower == "who" for t in tokens[max(0, i - 4) : i])
        if tokens[i].tag in FINITE and not is_told_of_him:
            return index
    return index


def past_phrase(sentence: Sentence, index: int, by_token: Mapping[int, Mention]) -> int:
    """The place before a phrase that names nobody else: "Kaba with a low shot levelled"."""
    i = index
    while i > 0 and i not in by_token and sentence.tokens[i].tag.startswith(LIGHT):
        i -= 1
    return i if i in by_token and sentence.tokens[i + 1].tag == "IN" else index


def subject_of_movement(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Token | None:
    """The verb whose subject is to do what an infinitive tells: "rose above Dekker to nod past".

    Whom that verb is done to is rather to do it: "found Kaba to nod in".
    """
    to = token.index - 1
    while to > 0 and sentence.tokens[to].tag == "RB":
        to -= 1
    if token.tag != "VB" or to < 1 or sentence.tokens[to].lower != "to":
        return None
    for i in range(to - 1, max(-1, to - FARTHEST), -1):
        other = sentence.tokens[i]
        if is_given(sentence, by_token.get(i), i) or other.lower in ENDS:
            return None
        if other.tag in ("VBD", "VBZ", "VBP", "VBG") and other.relation != "amod":
            is_giving = other.lemma in table("verbs", "classes")["provide"]
            return None if is_giving or is_passive(sentence, other) else other
    return None


def is_given(sentence: Sentence, mention: Mention | None, index: int) -> bool:
    """Whether a person begins at a place who is rather to do what follows: "found Kaba to"."""
    if mention is None or mention.kind is not Kind.PERSON or mention.first != index:
        return False
    before = sentence.tokens[index - 1] if index else None
    if before is None:
        return False
    return before.lower not in ABOVE and before.lemma not in table("verbs", "classes")["against"]

"""Where the clauses around a word begin: what stands before auxiliaries, before an aside."""

from collections.abc import Sequence

from kg.language import DASHES, POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Mention

LONGEST_ASIDE, LONGEST_DASHED = 14, 30  # words
ROLE = ("DT", "JJ", "NN")  # "the visiting striker" before a name


def word_before_adverbs(sentence: Sentence, index: int) -> int:
    """The place of the last word before another that is no adverb: "to" in "to coolly finish"."""
    i = index - 1
    while i >= 0 and sentence.tokens[i].tag == "RB":
        i -= 1
    return i


def verb_before(sentence: Sentence, token: Token) -> Token | None:
    """The last verb in a past tense before another."""
    before = reversed(sentence.tokens[: token.index])
    return next((t for t in before if t.tag == "VBD" and t.relation != "amod"), None)


def clause_around(sentence: Sentence, index: int) -> Token | None:
    """The word that opens the subordinate clause that ends at a place: "when Hansen parried"."""
    for token in reversed(sentence.tokens[:index]):
        if token.lower in ("when", "after", "as", "once"):
            return token
        if token.text in (",", ";"):
            return None
    return None


def verb_over(sentence: Sentence, mention: Mention) -> Token | None:
    """The verb right before somebody that tells what is done against him: "beat Hansen"."""
    before = sentence.tokens[mention.first - 1] if mention.first else None
    opposes = before and before.lemma in table("verbs", "classes")["against"]
    return before if opposes else None


def before_auxiliaries(sentence: Sentence, token: Token) -> int:
    """The place before a verb and its adverbs, modals and auxiliaries."""
    i = token.index - 1
    while i >= 0 and (
        sentence.tokens[i].tag in ("RB", "MD") or sentence.tokens[i].lemma in ("have", "be", "do")
    ):
        i -= 1
    return i


ASIDES = frozenset({"who", "whose", "on", "only", "just", "unmarked", "making", "up"})


def before_aside(sentence: Sentence, index: int) -> int:
    """The place before an aside that ends at a word: "Kaba - on his debut - had hit the post".

    So too "Kaba, who had come on for Gomes, hit the post", "Kaba, receiving the ball, shot", "Kaba,
    released by Gomes, shot".
    """
    tokens = sentence.tokens
    if index >= 0 and tokens[index].text == ")":  # "Kaba (19) hit the post"
        opening = (i for i in range(index, -1, -1) if tokens[i].text == "(")
        return next(opening, index + 1) - 1
    if index < 0 or tokens[index].text not in DASHES | {","}:
        return index
    dashed = tokens[index].text in DASHES
    first = max(0, index - (LONGEST_DASHED if dashed else LONGEST_ASIDE))
    for i in range(index - 1, first, -1):
        if tokens[i].text in DASHES if dashed else opens_clause_of_who(tokens, i):
            return i - 1
    return index - 1 if dashed else index


def before_any_aside(sentence: Sentence, index: int) -> int:
    """The place before an aside of any words between two commas in which nothing is done.

    "and Kaba, the captain, lashed it in", "and later Kaba, in acres of space, lashed it in".
    """
    tokens = sentence.tokens
    if index < 0 or tokens[index].text != ",":
        return index
    for i in range(index - 1, max(0, index - LONGEST_ASIDE), -1):
        if tokens[i].text == ",":
            return i - 1
        is_done = tokens[i].tag in ("VBD", "VBZ", "MD") and tokens[i - 1].text != ","
        if is_done or tokens[i].text in DASHES | {";"}:  # but ", left out at first,"
            return index
    return index


def opens_clause_of_who(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma stands right before "who", "on as a substitute", "only just on" or so."""
    behind = tokens[index + 1]
    if behind.tag == "RB" and index + 2 < len(tokens):  # "Kaba, previously marked so well, shot"
        behind = tokens[index + 2]
    is_opener = behind.lower in ASIDES or behind.tag in ("VBG", "VBN")
    by_another = any(t.lower == "by" for t in tokens[index + 2 : index + 6])
    is_opener |= behind.tag == "VBD" and by_another  # what the tagger took "released by Gomes" for
    return tokens[index].text == "," and is_opener


def opens_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention stands where a clause begins, its role left aside: "Substitute Kaba"."""
    first = mention.first
    while first and sentence.tokens[first - 1].tag in ROLE and not sentence.tokens[first - 1].name:
        first -= 1
    if (
        first > 1
        and sentence.tokens[first - 1].text in POSSESSIVE
        and sentence.tokens[first - 2].name
    ):
        first -= 2  # "and Hallvik's Kaba shot"
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return not first or before in words("clauses", "ends") | words("clauses", "openers")

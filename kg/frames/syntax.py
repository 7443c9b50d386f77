"""What the parse says of a verb or noun: how it is used, its subject and object, its tail."""

from collections.abc import Sequence, Set

from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import words

CLAUSES = frozenset(
    {"conj", "advcl", "xcomp", "acl", "acl:relcl", "parataxis", "ccomp", "advcl:relcl"}
)
MODIFIERS = frozenset({"DT", "JJ", "JJR", "JJS", "POS", "PRP$", "CD", "NNP"})
BE = frozenset({"was", "were", "been", "being", "is"})
REACH = 16  # words behind a verb that can belong to what it tells


def is_noun(sentence: Sentence, token: Token) -> bool:
    """Whether a word is used as a noun, also where the tagger took it for a verb: "a 2-0 win"."""
    if token.tag.startswith("NN") or not token.is_verb:
        return True
    before = sentence.tokens[token.index - 1] if token.index else None
    if (
        before is not None and before.name and token.tag in ("VBD", "VBZ", "VBG")
    ):  # "Kaba shot", ", Kaba sending Hansen the wrong way", but "a Kaba shot"
        return before.index > 0 and sentence.tokens[before.index - 1].tag == "DT"
    return before is not None and before.tag in MODIFIERS


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is passive, by the parse or by the words around a participle."""
    relations = {sentence.tokens[c].relation for c in sentence.children[token.index]}
    if relations & {"nsubj:pass", "aux:pass"}:
        return True
    before = [t.text.lower() for t in sentence.tokens[max(0, token.index - 3) : token.index]]
    if token.tag in ("VBN", "VBD") and BE & set(before[-2:]):
        return True
    following = [t.text.lower() for t in sentence.tokens[token.index + 1 : token.index + 3]]
    if "by" not in following or "had" in before:
        return False
    return token.tag == "VBN" or goes_on_passive(sentence, token, relations)


def goes_on_passive(sentence: Sentence, token: Token, relations: Set[str]) -> bool:
    """Whether a verb goes on with a passive one: "was missed by Dekker and turned in by Kaba"."""
    head = sentence.tokens[token.head]
    if token.relation != "conj" or token.tag != "VBD" or relations & {"nsubj", "obj"}:
        return False
    return head.is_verb and head.index < token.index and is_passive(sentence, head)


def subject_token(sentence: Sentence, token: Token) -> Token | None:
    """The head word of a verb's own subject.

    Who is set off by an adverb is one, though the parse may call him addressed: "Kaba, however, hit
    the post". A copula has that of what it tells, where the parse hangs that on a noun before: "at
    the end of the game Kaba was on target".
    """
    above = sentence.tokens[token.head]
    is_hung = token.relation == "cop" and above.relation == "acl:relcl"
    tells = above.index if is_hung else token.index
    before = [sentence.tokens[c] for c in sentence.children[tells] if c < token.index]
    addressed = (t for t in before if t.relation == "vocative" and t.name)
    return next((t for t in before if t.is_subject), next(addressed, None))


def object_of(sentence: Sentence, token: Token) -> Token | None:
    """The head word of a verb's object."""
    for child in sentence.children[token.index]:
        if sentence.tokens[child].relation in ("obj", "iobj") and child > token.index:
            return sentence.tokens[child]
    return None


def agent_token(sentence: Sentence, tail: Sequence[Token]) -> Token | None:
    """The noun after "by" in a passive clause."""
    by = next((i for i, token in enumerate(tail) if token.text.lower() == "by"), len(tail))
    nouns = (token for token in tail[by + 1 :] if token.tag.startswith("NN"))
    return next((n for n in nouns if word_at(sentence, n.index + 1) not in POSSESSIVE), None)


def word_at(sentence: Sentence, index: int) -> str:
    """The word at a place of a sentence, or nothing behind its end."""
    return sentence.tokens[index].text if index < len(sentence.tokens) else ""


def tail_of(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The words behind a trigger up to where another clause begins."""
    tail: list[Token] = []
    for word in sentence.tokens[token.index + 1 : token.index + 1 + REACH]:
        if word.text == ";" or ends_clause(sentence, word, first=not tail):
            break
        tail.append(word)
    return tuple(tail)


def ends_clause(sentence: Sentence, word: Token, *, first: bool) -> bool:
    """Whether another clause begins at a word; right behind a trigger (`first`) only by a comma."""
    if word.text == ",":
        behind = sentence.tokens[word.index + 1 : word.index + 4]
        return any(t.tag in ("VBD", "VBZ") for t in behind)
    if first or word.text.lower() not in words("clauses", "ends"):
        return False
    behind = sentence.tokens[word.index + 1 : word.index + 6]
    return any(t.is_verb for t in behind if t.tag != "VBN")


def copula_of(sentence: Sentence, head: Token) -> Token | None:
    """The "was" of what somebody is said to be: "Hansen was the hero"."""
    linked = (sentence.tokens[c] for c in sentence.children[head.index])
    return next((t for t in linked if t.relation == "cop"), None)

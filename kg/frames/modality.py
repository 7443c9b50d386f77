"""What the words before a verb make of it: negation, modality, belief, what governs it."""

from collections.abc import Sequence
from enum import StrEnum

from kg.frames.syntax import CLAUSES
from kg.language import Sentence, Token, lower
from kg.lexicon import pattern, words

NEEDS = frozenset({"need", "needs", "needed"})
SPANS = words("modality", "spans") | {
    "attempts",
    "touch",
    "touches",
}  # "needed two minutes to level"
STOPPED = 3  # words in which somebody is kept from what follows: "to stop Kaba converting"
CLEFT = 5  # words before "who" in which it is told who it was not
IS_NOT = pattern("modality", "is_not")
THERE = pattern("modality", "there_to")
BESIDE_NOUN = frozenset({"DT", "JJ", "JJR", "JJS", "CD", "NN"})  # "with a first home win"
HAD = frozenset({"had", "'d", "’d"})
CLOSE = 4  # words before a verb in which a negation or a modal is its own


class Standing(StrEnum):
    """Whether a sentence asserts what a frame tells, and if not, why not."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    ELSEWHERE = "another match or time"
    QUOTED = "quoted"


def clause_before(sentence: Sentence, token: Token) -> Sequence[Token]:
    """The words before a trigger in its own clause, ten at most."""
    start = max(0, token.index - 10)
    for i in range(token.index - 1, start - 1, -1):
        text = sentence.tokens[i].text.lower()
        is_turn = text == "but" and token.tag == "VBD"  # "should have scored but hit the post"
        if text in words("clauses", "starts") and (i < token.index - 1 or is_turn):
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


def is_idle(before: Sequence[str]) -> bool:
    """Whether a negation before a verb denies something else: "had no option but to dismiss X"."""
    text = " ".join(before)
    return "only" in before[-CLOSE:] or any(i in text for i in words("modality", "idle_negations"))


def by_governor(tag: str, before: Sequence[str]) -> Standing | None:
    """What governs an infinitive or a gerund: "failed to score", "without scoring"."""
    last = before[-1] if before else ""
    if tag == "VB" and last == "to":
        if is_unreal_beside(before):
            return Standing.HYPOTHETICAL
        deciding = words("modality", "unreal") | words("modality", "real")
        place = next((i for i in range(len(before) - 2, -1, -1) if before[i] in deciding), 0)
        governor = before[place] if before[place] in deciding else None
        if governor in NEEDS and SPANS.intersection(before[place:]):
            governor = None  # "needed only six minutes of the second half to score"
        if governor == "waiting" and pattern("clauses", "on_hand").search(" ".join(before)):
            governor = None  # "where Kaba was waiting to sweep it in"
        return Standing.HYPOTHETICAL if governor in words("modality", "unreal") else None
    if tag != "VBG":
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


def is_unreal_beside(before: Sequence[str]) -> bool:
    """Whether what stands right before "to" and a verb speaks against it: "too slow to score"."""
    word = before[-2] if len(before) > 1 else ""
    if before[-3:-2] == ["too"] and word not in words("modality", "real"):
        return True
    is_place = before[-3:-1] == ["the", "right"]  # "a cross from the right to score"
    chosen = words("modality", "right_choice").intersection(before)
    return word in words("modality", "unreal_beside") and not is_place and not chosen


def as_active(token: Token, before: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The tag of a verb and the words before it as if it were active: "failed to be booked"."""
    form = {"be": "VB", "being": "VBG"}.get(before[-1] if before else "")
    return (form, before[:-1]) if form and token.is_verb else (token.tag, before)


def by_form(sentence: Sentence, token: Token, before: Sequence[str]) -> Standing | None:
    """What the form of a whole clause makes of its verb.

    "Had Kaba scored, ...", "It was not Kaba who scored", "Kaba to score first: 5-2".
    """
    if not token.is_verb:
        return None
    tokens = sentence.tokens
    if before[:1] == ["had"] and token.tag in ("VBN", "VBD", "VB") and len(before) > 1:
        had = next(t for t in reversed(tokens[: token.index]) if t.lower in HAD)
        is_told = tokens[had.index + 1].tag in ("VBN", "VBD", "RB")  # "Kaba, 17, had beaten Hansen"
        opens = not had.index or tokens[had.index - 1].lower in words("clauses", "openers")
        opens = opens and not is_told
        return Standing.HYPOTHETICAL if opens else None
    is_told = THERE.search(lower(tokens[: token.index])) is not None  # "There to tap in was Kaba"
    if (
        as_active(token, before)[1][-1:] == ["to"]
        and not is_told
        and not any(t.is_verb and t.lower != "be" for t in tokens[: token.index])
    ):
        return Standing.FUTURE
    who = tokens[token.index - len(before) - 1] if token.index > len(before) else None
    if who is not None and who.lower == "who":
        cleft = [t.text.lower() for t in tokens[max(0, who.index - CLEFT) : who.index]]
        if not is_idle(cleft) and IS_NOT.search(" ".join(cleft)):
            return Standing.NEGATED
    return None


def by_belief(sentence: Sentence, token: Token) -> Standing | None:
    """What a belief makes of what it is told by: "thought they had levelled, Kaba steering in"."""
    if token.tag != "VBG" or token.relation not in CLAUSES:
        return None
    above = [t.lower for t in clause_before(sentence, sentence.tokens[token.head])]
    is_believed = bool(words("modality", "believed").intersection(above)) and "had" in above
    return Standing.HYPOTHETICAL if is_believed else None


def by_means(sentence: Sentence, token: Token) -> Standing | None:
    """What a clause makes of its means: "should they go top by beating X", "could with a win"."""
    earlier = sentence.tokens[: token.index]
    before = next((t for t in reversed(earlier) if t.tag not in BESIDE_NOUN), None)
    if before is None or before.lower not in ("by", "with"):
        return None
    verb = next((t for t in reversed(earlier[: before.index]) if t.is_verb), None)
    above = [t.lower for t in clause_before(sentence, verb)] if verb else []
    if token.tag == "VBG" and before.lower == "by" and token.relation in CLAUSES:
        return by_words_before(above)
    open_to = words("modality", "open_to").intersection(above[-CLOSE:])
    is_noun = token.tag.startswith("NN") and before.lower == "with"
    return Standing.HYPOTHETICAL if is_noun and open_to else None

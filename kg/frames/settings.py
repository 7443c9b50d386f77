"""What stands under words of a time or place: the verb they go with, and what hangs on it.

"In last week's defeat Kaba scored twice and was booked": the defeat goes with "scored", and what
is told beside it is of the same day. "Kaba, sent off last week, scored": only "sent off" is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.frames.syntax import CLAUSES
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention

STEPS = 8  # words from a time to its verb, in the tree
FINITE = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True)
class Stretch:
    """The words that say when or where, in a sentence: from `first` to `last`, both included."""

    sentence: Sentence
    mentions: Sequence[Mention]
    first: int
    last: int

    @property
    def root(self) -> Token:
        """The word on which the others hang."""
        tokens = self.sentence.tokens
        inside = tokens[self.first : self.last + 1]
        tops = (t for t in inside if t.head == t.index or not self.first <= t.head <= self.last)
        return next((t for t in tops if t.tag not in ("IN", "TO", "DT", ",")), tokens[self.last])


def governed(stretch: Stretch) -> frozenset[int]:
    """The indices of the words of a sentence that are told of the time or place of a stretch."""
    at, under = stretch.root, set[int]()
    for _ in range(STEPS):
        if at.is_verb and at.lemma in table("results", "words")["presupposes"]:
            return frozenset(under)
        if at.is_verb or at.head == at.index:
            return frozenset(under) | within(stretch, at, told_with(stretch, at))
        if leads_away(stretch, at) or holds(at):
            return frozenset(under)
        under.add(at.index)
        at = stretch.sentence.tokens[at.head]
        if at.index in who(stretch):
            return frozenset(under)
    return frozenset()


def acted(stretch: Stretch) -> frozenset[int]:
    """The words told with the verb of which a stretch is the subject: "The reserves won 2-1"."""
    root = stretch.root
    if not root.is_subject:
        return frozenset()
    return told_with(stretch, stretch.sentence.tokens[root.head])


def who(stretch: Stretch) -> frozenset[int]:
    """The heads of people and teams: what hangs on them says who they are, not when it was."""
    kinds = (Kind.PERSON, Kind.TEAM)
    return frozenset(m.head for m in stretch.mentions if m.kind in kinds)


def holds(token: Token) -> bool:
    """Whether a noun takes the words in: as subject, in apposition, or as the match it names.

    Who "avenged last week's defeat" did so today.
    """
    match = token.lemma in words("results", "nouns") | words("results", "played")
    return token.is_subject or token.relation == "appos" or (token.relation == "obj" and match)


def leads_away(stretch: Stretch, token: Token) -> bool:
    """Whether a preposition says that it was another time: "after last week's defeat"."""
    below = [stretch.sentence.tokens[c] for c in stretch.sentence.children[token.index]]
    inside = range(stretch.first, stretch.last + 1)
    is_own = any(t.index in inside and t.relation == "nmod:poss" for t in below)
    is_own |= token.index in inside
    apart = words("elsewhere", "apart" if is_own else "apart_always")
    return any(
        t.relation == "case"
        and t.text not in POSSESSIVE
        and t.index not in inside
        and t.lower in apart
        for t in below
    )


def within(stretch: Stretch, verb: Token, found: frozenset[int]) -> frozenset[int]:
    """The words up to where a clause on somebody ends: "Kaba, who scored last week, headed in"."""
    tokens, at = stretch.sentence.tokens, verb
    while at.relation in CLAUSES - {"acl", "acl:relcl"} and at.head != at.index:
        at = tokens[at.head]
    if not at.relation.startswith("acl") or tokens[at.head].name is None:
        return found
    end = next((t.index for t in tokens[stretch.last + 1 :] if t.text == ","), len(tokens))
    return frozenset(i for i in found if i < end)


def told_with(stretch: Stretch, verb: Token) -> frozenset[int]:
    """A verb and the words that are told with it of the time or place of a stretch."""
    sentence, place = stretch.sentence, stretch.first
    above = verb_above(sentence, verb)
    found = set(hanging(sentence, verb, place))
    return frozenset(found | set(hanging(sentence, above, place)) if above else found)


def verb_above(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of which another one says when it was: "scored when the sides met"."""
    marks = {sentence.tokens[c].lower for c in sentence.children[verb.index]}
    above = sentence.tokens[verb.head]
    if verb.relation == "acl:relcl" and "when" in marks:  # "from a corner when the sides met"
        above = sentence.tokens[above.head]
    is_result = verb.lemma == "beat" or verb.lower in words("results", "verb_forms")
    is_when = "when" in marks or ("as" in marks and is_result)
    is_clause = verb.relation.startswith("advcl") or above.index != verb.head
    return above if is_clause and is_when and above.is_verb else None


def hanging(sentence: Sentence, verb: Token, place: int) -> Iterator[int]:
    """The words that hang on a verb and are told of its time."""
    yield verb.index
    for index in sentence.children[verb.index]:
        child = sentence.tokens[index]
        if not child.is_subject and not is_apart(sentence, verb, child, place):
            yield from sentence.subtree(index)


def is_apart(sentence: Sentence, verb: Token, clause: Token, place: int) -> bool:
    """Whether a clause beside a verb is not of its time.

    A time at the front is of all that follows: "Last week he scored and was booked".
    """
    if clause.relation not in CLAUSES:
        return False
    below = [sentence.tokens[c] for c in sentence.children[clause.index]]
    marks = {t.lower for t in below}
    if marks & words("clauses", "contrasts"):
        return True
    if clause.index < verb.index:
        return place > clause.index
    is_finite = clause.tag in FINITE or (clause.tag != "VBG" and any(t.is_subject for t in below))
    is_finite &= "being" not in marks
    is_beside = clause.relation in ("conj", "parataxis") and is_finite
    return is_beside and verb.index < place < clause.index

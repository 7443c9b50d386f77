"""How a verb goes on from what came before it: who opened the sentence, who suffered, who acts on.

"Kaba received it, turned past Hansen" goes on with what Kaba did; "Hansen parried, knocking in the
rebound" does not go on with the goalkeeper.
"""

from collections.abc import Mapping

from kg.frames.clauses import clause_around, verb_before
from kg.frames.infinitives import governor
from kg.frames.syntax import is_passive, subject_token, word_at
from kg.language import Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention


def opener_of(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who opens a sentence that has no other subject: "Dalby's side cut it and led"."""
    is_joined = token.index > 1 and sentence.tokens[token.index - 1].lower == "and"
    if token.tag != "VBD" or not is_joined or any(t.is_subject for t in sentence.tokens):
        return None
    openers = (m for m in by_token.values() if m.first == 0)
    return max(openers, key=lambda m: m.last, default=None)


def undergoer_before(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who then does it of whom a clause tells what was done to him, whatever it hangs on.

    "Bellini pulled one back before Kaba was tripped in the box and converted the penalty".
    """
    if token.tag != "VBD" or token.index < 1 or sentence.tokens[token.index - 1].lower != "and":
        return None
    verbs = (t for t in reversed(sentence.tokens[: token.index]) if t.tag in ("VBD", "VBN"))
    done = next(verbs, None)
    between = sentence.tokens[done.index : token.index] if done else ()
    is_clause = done is not None and done.relation == "advcl" and is_passive(sentence, done)
    if done is None or not is_clause or any(t.text == "," or t.name for t in between):
        return None
    own = subject_token(sentence, done)
    found = by_token.get(own.index) if own else None
    return found if found and found.kind is Kind.PERSON else None


def suffers(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is the object of what a team does: "bailed out Hansen, storming back"."""
    word = mention.token
    while word.relation == "appos":  # "captain Hansen"
        word = sentence.tokens[word.head]
    over = sentence.tokens[word.head]
    is_object = word.relation == "obj" and over.tag == "VBD"
    return is_object and over.lemma not in table("verbs", "classes")["provide"]


def follows_save(sentence: Sentence, token: Token) -> bool:
    """Whether a participle comes behind a clause in which a ball was kept out: another's deed."""
    if token.tag != "VBG" or token.index == 0 or sentence.tokens[token.index - 1].text != ",":
        return False
    verb = verb_before(sentence, token)
    keeps = table("verbs", "classes")["keep_out"] | table("verbs", "classes")["spill"]
    clause = clause_around(sentence, token.index - 1)
    return verb is not None and verb.lemma in keeps and clause is not None


def participle_before(sentence: Sentence, token: Token) -> Token | None:
    """The participle behind a comma that another goes on with: ", pouncing there and beating"."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if token.tag != "VBG" or before is None or before.lower != "and":
        return None
    for other in reversed(sentence.tokens[: before.index]):
        if other.tag == "VBG" and other.index and sentence.tokens[other.index - 1].text == ",":
            return other
        if other.text in (",", ";"):
            return None
    return None


def verb_of_aside(sentence: Sentence, token: Token) -> Token | None:
    """The verb that a participle behind a comma goes with: "had the last word, curling it in".

    So too "opened the scoring, this time heading in".
    """
    if token.tag != "VBG":
        return None
    before = [t.lower for t in sentence.tokens[max(0, token.index - 3) : token.index]]
    if before == [",", "this", "time"]:
        return verb_before(sentence, token)
    is_aside = word_at(sentence, token.index - 1) == ","
    return governor(sentence, sentence.tokens[token.head]) if is_aside else None


def goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether a verb goes on with what somebody did: "received it from Gomes, turned past Hansen".

    So too "waited for Hansen to move and rolled it in", and a participle where nobody is named as
    doing it: not "a cross by Gomes, headed in by Kaba".
    """
    head = sentence.tokens[token.head]
    if token.relation != "acl":
        return token.tag == "VBD" and head.tag == "VB" and token.relation == "conj"
    behind = {t.lower for t in sentence.tokens[token.index + 1 : token.index + 6]}
    before = sentence.tokens[token.index - 1].text if token.index else ""
    return token.tag == "VBD" or (token.tag == "VBN" and before == "," and "by" not in behind)


def opening_subject(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The subject that a clause before a verb took: "Mertens, already booked, tripped Kaba"."""
    clauses = (c for c in sentence.children[token.index] if c < token.index)
    for clause in clauses:
        subject = subject_token(sentence, sentence.tokens[clause])
        if sentence.tokens[clause].relation == "advcl" and subject and subject.index == 0:
            return by_token.get(subject.index)
    return None


def only_one_before(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The one person of whom a sentence has told up to an aside: "got his reward, running on"."""
    if token.tag != "VBG" or word_at(sentence, token.index - 1) != ",":
        return None
    people = [m for i, m in by_token.items() if i < token.index and m.kind is Kind.PERSON]
    named = [m for m in people if m.named]
    return named[0] if named and len({m.entity for m in people}) == 1 else None


def scored_before(sentence: Sentence, clause: Token, token: Token) -> Token | None:
    """The verb of a clause that tells a goal told again: "when Kaba scored, heading it in"."""
    inside = sentence.tokens[clause.index : token.index]
    return next((t for t in inside if t.lemma in words("clauses", "of_getting")), None)

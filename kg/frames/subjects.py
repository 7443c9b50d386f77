"""Who is the subject of a verb, also where another clause lends it one.

"Gomes found Hidalmo to prod in" is of Hidalmo, "Kaba headed in Gomes's corner to open the scoring"
of Kaba. What stands beside a verb (`kg.frames.beside`) comes before what the parse says.
"""

from collections.abc import Mapping

from kg.frames.beside import by_agent, served, subject_beside
from kg.frames.clauses import clause_around, verb_before, verb_over
from kg.frames.owners import owner_if_action
from kg.frames.syntax import CLAUSES, is_passive, object_of, subject_token, tail_of
from kg.language import Sentence, Token
from kg.lexicon import table
from kg.mentions.entities import Kind, Mention

DEEPEST = 4  # clauses up which a subject is looked for
# What a team does as well: "Hallvik led when Kaba scored and doubled it".
STATES = frozenset({"equalise", "equalize", "level", "lead", "add", "restore"})


def subject_of(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int = 0
) -> Mention | None:
    """Who is the subject of a verb, also where another clause lends it one."""
    beside = subject_beside(sentence, token, by_token) or served(sentence, token, by_token)
    if beside:
        return beside
    own = subject_token(sentence, token)
    if own is not None:
        return by_token.get(own.index) or owner_if_action(sentence, own, by_token)
    opening = opening_subject(sentence, token, by_token)
    opening = opening or subject_of_list(sentence, token, by_token, depth)
    found = opening or subject_above(sentence, token, by_token, depth)
    if found is not None and found.kind is Kind.PERSON and not follows_save(sentence, token):
        return found
    return subject_of_another(sentence, token, by_token, depth) or found


def subject_of_another(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """The person that the parse overlooks for a team, for a thing, or for a goalkeeper.

    "Hallvik led when Kaba broke clear and scored", "the opener came from Kaba, slotting home",
    "Kaba reacted first when Hansen parried, knocking in the rebound".
    """
    before = sentence.tokens[token.index - 1] if token.index else None
    if depth > DEEPEST or before is None or before.text.lower() not in (",", "and"):
        return None
    if token.tag == "VBG":
        if before.text != ",":
            return None
        clause = clause_around(sentence, before.index)
        beside = by_token.get(before.index - 1)
        if clause is None and beside and beside.named and beside.kind is Kind.PERSON:
            return beside
        above = verb_before(sentence, clause) if clause else None
        found = subject_of(sentence, above, by_token, depth + 1) if above else None
        return found if found and found.kind is Kind.PERSON else None
    verb = verb_before(sentence, token) if token.tag == "VBD" else None
    if verb is None or token.lemma in table("verbs", "classes")["double"] | STATES:
        return None
    found = subject_of(sentence, verb, by_token, depth + 1)
    return found if found and found.kind is Kind.PERSON else None


def follows_save(sentence: Sentence, token: Token) -> bool:
    """Whether a participle comes behind a clause in which a ball was kept out: another's deed."""
    if token.tag != "VBG" or token.index == 0 or sentence.tokens[token.index - 1].text != ",":
        return False
    verb = verb_before(sentence, token)
    keeps = table("verbs", "classes")["keep_out"] | table("verbs", "classes")["spill"]
    clause = clause_around(sentence, token.index - 1)
    return verb is not None and verb.lemma in keeps and clause is not None


def subject_above(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """The subject that a verb has from the clause above its own."""
    head = sentence.tokens[token.head]
    is_root = head.index == token.index
    if depth > DEEPEST or is_root or (token.is_verb and token.relation not in CLAUSES):
        return None
    if token.tag == "VBD" and token.relation == "acl":  # "received it from Gomes, turned and shot"
        before = verb_before(sentence, token)
        return subject_of(sentence, before, by_token, depth + 1) if before else None
    is_joined = token.tag == "VBD" and head.tag == "VB" and token.relation == "conj"
    if is_joined:  # "waited for Hansen to move and rolled it in"
        before = verb_before(sentence, head)
        return subject_of(sentence, before, by_token, depth + 1) if before else None
    if token.relation.startswith("acl") and not is_result(sentence, token, head):
        found = by_token.get(head.index) or owner_if_action(sentence, head, by_token)
        over = verb_over(sentence, found) if found and token.tag == "VB" else None
        if over is not None:  # "rounded goalkeeper Hansen to score"
            return subject_of(sentence, over, by_token, depth + 1)
        if found or token.tag != "VB":  # "a performance to beat X" is its maker's
            return found
    lent = lent_subject(sentence, token, by_token)
    return lent or subject_of(sentence, head, by_token, depth + 1)


def subject_of_list(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """Who does the last of several infinitives: "allowed Kaba to run through and finish"."""
    joined = sentence.tokens[token.index - 1].lower in ("and", ",")
    if token.tag != "VB" or not joined or depth > DEEPEST:
        return None
    for other in reversed(sentence.tokens[: token.index]):
        if other.tag in ("VBD", "VBZ", "VBP", "MD") and other.lower != other.lemma:
            return None
        if other.tag == "VB" and sentence.tokens[other.index - 1].lower == "to":
            return subject_of(sentence, other, by_token, depth + 1)
    return None


def is_result(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether an infinitive behind a ball tells what came of it, not whose ball it was.

    "Kaba headed in Gomes's corner to open the scoring": Kaba opened it.
    """
    is_infinitive = token.tag == "VB" and sentence.tokens[token.index - 1].lower == "to"
    return is_infinitive and head.lemma in table("nouns", "actions")["of_player"]


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


def lent_subject(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who does what an infinitive tells: "found Hidalmo to prod in", "was met by Kaba to score"."""
    head = sentence.tokens[token.head]
    if token.tag == "VB" and head.is_verb and is_passive(sentence, head):
        return by_agent(tail_of(sentence, head), by_token)  # "was headed in by Kaba to make it 2-0"
    lends = head.is_verb and head.lemma not in table("verbs", "classes")["against"]
    if not lends or token.tag != "VB" or token.relation not in ("xcomp", "advcl"):
        return None
    lent = object_of(sentence, head)
    behind = sentence.tokens[lent.index + 1 : lent.index + 4] if lent else ()
    if [t.lower for t in behind] == ["the", "wrong", "way"]:  # "sent Hansen the wrong way to score"
        return subject_of(sentence, head, by_token)
    mention = by_token.get(lent.index) if lent and lent.index < token.index else None
    return mention if mention and mention.kind is Kind.PERSON else None

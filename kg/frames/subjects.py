"""Who is the subject of a verb, also where another clause lends it one.

"Gomes found Hidalmo to prod in" is of Hidalmo, "Kaba headed in Gomes's corner to open the scoring"
of Kaba. What stands beside a verb (`kg.frames.beside`) comes before what the parse says.
"""

from collections.abc import Mapping

from kg.frames.beside import by_agent, fed_to, named_beside, of_shot_before, subject_beside
from kg.frames.clauses import clause_around, verb_before, verb_over
from kg.frames.infinitives import (
    governor,
    granted,
    is_result,
    is_to_do,
    presented,
    served,
    served_before,
)
from kg.frames.inline import subject_in_line, subject_of_movement
from kg.frames.owners import owner_if_action
from kg.frames.sequences import (
    follows_save,
    goes_on,
    only_one_before,
    opener_of,
    opening_subject,
    participle_before,
    scored_before,
    suffers,
    undergoer_before,
    verb_of_aside,
)
from kg.frames.syntax import (
    CLAUSES,
    copula_of,
    is_passive,
    object_of,
    subject_token,
    tail_of,
    word_at,
)
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention

MARKS = frozenset({"before", "after", "while", "by"})  # of a participle: "before turning"
BESIDE = (subject_beside, served, served_before, undergoer_before, granted, presented)
DEEPEST = 4  # clauses up which a subject is looked for


def subject_of(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int = 0
) -> Mention | None:
    """Who is the subject of a verb, also where another clause lends it one."""
    for tells in BESIDE:
        if beside := tells(sentence, token, by_token):
            return beside
    if (other := participle_before(sentence, token)) and depth <= DEEPEST:
        return subject_of(sentence, other, by_token, depth + 1)
    own = subject_token(sentence, token)
    if own is not None:
        found = by_token.get(own.index) or owner_if_action(sentence, own, by_token)
        return found or named_beside(sentence, own, by_token)
    if shot := of_shot_before(sentence, token, by_token):
        return shot
    opening = opening_subject(sentence, token, by_token)
    found = opening or subject_of_list(sentence, token, by_token, depth)
    found = found or subject_above(sentence, token, by_token, depth)
    is_boss = found is not None and found.traits.off_field and token.tag == "VBG"
    is_player = found is not None and found.kind is Kind.PERSON and not is_boss
    if is_player and not follows_save(sentence, token):
        return found
    found = subject_of_another(sentence, token, by_token, depth) or found
    found = found or opener_of(sentence, token, by_token)
    found = found or left_open(sentence, token, by_token, depth)
    return found or only_one_before(sentence, token, by_token)


def left_open(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """Who does what the parse leaves without a subject, by the words before it alone."""
    if depth > DEEPEST:
        return None
    over = subject_of_movement(sentence, token, by_token)
    if over is not None:
        found = subject_of(sentence, over, by_token, depth + 1)
        return found if found and found.kind is Kind.PERSON else None
    return subject_in_line(sentence, token, by_token)


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
        is_named = beside is not None and beside.named and beside.kind is Kind.PERSON
        if clause is None and is_named and beside and not suffers(sentence, beside):
            return beside
        above = verb_before(sentence, clause) if clause else None
        found = subject_of(sentence, above, by_token, depth + 1) if above else None
        if clause and found is not None and found.kind is not Kind.PERSON:
            got = scored_before(sentence, clause, token)
            found = subject_of(sentence, got, by_token, depth + 1) if got else None
        return found if found and found.kind is Kind.PERSON else None
    verb = verb_before(sentence, token) if token.tag == "VBD" else None
    of_goal = words("clauses", "of_goal") | table("verbs", "classes")["double"]
    if verb is None or token.lemma in of_goal:
        return None
    found = subject_of(sentence, verb, by_token, depth + 1)
    return found if found and found.kind is Kind.PERSON else None


def subject_above(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """The subject that a verb has from the clause above its own."""
    head = sentence.tokens[token.head]
    is_bare = token.is_verb and token.relation not in CLAUSES and not is_to_do(sentence, token)
    if depth > DEEPEST or head.index == token.index or is_bare:
        return None
    if goes_on(sentence, token):
        before = verb_before(sentence, token if token.relation == "acl" else head)
        return subject_of(sentence, before, by_token, depth + 1) if before else None
    is_marked = token.tag == "VBG" and word_at(sentence, token.index - 1).lower() in MARKS
    if token.relation.startswith("acl") and not is_marked and not is_result(sentence, token, head):
        found = by_token.get(head.index) or owner_if_action(sentence, head, by_token)
        copula = copula_of(sentence, head) if found and found.entity is None else None
        if token.tag != "VB" and copula is None:  # "a performance to beat X" is its maker's
            return found or subject_of_aside(sentence, token, by_token, depth)
        # "rounded goalkeeper Hansen to score", "came off the bench to equalise"
        # "Hansen was Hallvik's hero, saving a penalty"
        over = copula or (verb_over(sentence, found) if found else governor(sentence, head))
        if over is not None:
            return subject_of(sentence, over, by_token, depth + 1)
        if found:
            return found
    if is_marked and not head.is_verb:
        head = governor(sentence, head) or head
    copula = copula_of(sentence, head)  # "Kaba, marked so well, was away to finish"
    lent = None if copula else lent_subject(sentence, token, by_token)
    return lent or subject_of(sentence, copula or head, by_token, depth + 1)


def subject_of_aside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """Who does what a participle behind a comma tells: "Kaba had the last word, curling it in"."""
    over = verb_of_aside(sentence, token)
    return subject_of(sentence, over, by_token, depth + 1) if over else None


def subject_of_list(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], depth: int
) -> Mention | None:
    """Who does the last of several infinitives: "allowed Kaba to run through and finish"."""
    joined = word_at(sentence, token.index - 1) in ("and", ",")
    if token.tag != "VB" or not joined or depth > DEEPEST:
        return None
    for other in reversed(sentence.tokens[: token.index]):
        if other.tag in ("VBD", "VBZ", "VBP", "MD") and other.lower != other.lemma:
            return None
        if other.tag == "VB" and sentence.tokens[other.index - 1].lower == "to":
            return subject_of(sentence, other, by_token, depth + 1)
    return None


def lent_subject(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who does what an infinitive tells: "found Hidalmo to prod in", "was met by Kaba to score"."""
    head = sentence.tokens[token.head]
    if token.tag == "VB" and head.is_verb and is_passive(sentence, head):
        # "was headed in by Kaba to make it 2-0", but "Kaba was fed by Gomes to make it 2-0"
        return fed_to(sentence, head, by_token) or by_agent(tail_of(sentence, head), by_token)
    lends = head.is_verb and head.lemma not in table("verbs", "classes")["against"]
    if not lends or token.tag != "VB" or token.relation not in ("xcomp", "advcl"):
        return None
    lent = object_of(sentence, head)
    behind = sentence.tokens[lent.index + 1 : lent.index + 4] if lent else ()
    if [t.lower for t in behind] == ["the", "wrong", "way"]:  # "sent Hansen the wrong way to score"
        return subject_of(sentence, head, by_token)
    mention = by_token.get(lent.index) if lent and lent.index < token.index else None
    is_owner = mention is not None and word_at(sentence, mention.last + 1) in POSSESSIVE
    return mention if mention and mention.kind is Kind.PERSON and not is_owner else None

"""Whom a pronoun or epithet cannot stand for, by the clauses around it.

"Taking Gomes's pass in his stride, he shot": he is not Gomes. "Kaba fed Soldal and he slotted in":
who gives the `ball` away is not the one who then has it.
"""

from collections.abc import Iterator, Sequence

from kg.language import Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.ball import (
    JOINS,
    givers,
    is_fed,
    is_on_way,
    is_receiver,
    owners_of_ball,
    stoppers,
    subjects,
)
from kg.mentions.linking.nearby import nearby

FRONT = 2  # words in which a participle opens a sentence: "Calmly taking the ball"
TURNS = frozenset({"but", ";", "and"})  # behind these a clause may open anew
BY = frozenset({"past", "around", "round"})  # "breezed past Dekker"
DEFENDING = frozenset({"defender", "goalkeeper"})
PARTS = frozenset({"obj", "iobj", "obl", "nmod"})  # what a part of a clause is to its head
DEEPEST = 6  # words between a part of a clause and its verb
AGENT = 7  # words before "by" and an agent within which it is told what was done


def barred(mention: Mention, before: Sequence[Mention]) -> set[Entity | None]:
    """The people that a pronoun or epithet does not stand for; `before` are the mentions so far."""
    here = [m for m in nearby(mention, before, 0) if m.kind is Kind.PERSON]
    found = set(in_front(mention, here))
    found |= set(above(mention, here))
    found |= set(out_of_it(mention, here))
    found |= set(owners_of_ball(mention, here))
    found |= set(other_before(mention, here))
    found |= set(stoppers(mention, here))
    acts = mention.token.is_subject or does(mention) or opens_anew(mention)
    if acts or owns_subject(mention):
        found |= set(givers(mention, here))
        found |= set(agents(mention, here))
        found |= set(beaten(mention, here))
    elif is_fed(mention):
        found |= {m.entity for m in since_subject(here, mention)}
    if is_receiver(mention):  # also where he then acts: "squaring for him to sweep in"
        found |= {m.entity for m in subjects(here, mention.first)[-1:]}
    elif not acts and is_on_way(mention):  # "slid Gomes's cross into the path of the winger"
        found |= {m.entity for m in here if m.token.relation == "nmod:poss" or m.token.is_subject}
    return found


def other_before(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who acted before another did: "Kaba scored before the Frenchman got the second"."""
    if mention.is_epithet and does(mention) and mention.word_before == "before":
        acting = [m for m in here if m.token.is_subject and m.named]
        yield from (m.entity for m in acting[-1:])


def in_front(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who is named in a participle that opens the clause, right before its subject."""
    tokens = mention.sentence.tokens
    is_behind = mention.first > 0 and tokens[mention.first - 1].text == ","
    opens = mention.token.is_subject or mention.token.relation == "nmod:poss"
    if not is_behind or not opens:
        return
    turns = (t.index + 1 for t in reversed(tokens[: mention.first]) if t.lower in TURNS)
    front = [t for t in tokens[next(turns, 0) : mention.first] if t.text != ","]
    opener = next((t for t in front[:FRONT] if is_participle(t)), None)
    if opener is not None and not any(t.tag in ("VBD", "VBZ") for t in front):
        yield from (m.entity for m in here if m.named and m.first > opener.index)


def above(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Whose clause an epithet is a part of: "Kaba was booked for a foul on the striker"."""
    tokens, token = mention.sentence.tokens, mention.token
    if not mention.is_epithet or not (token.relation in PARTS or owns_part(mention)):
        return
    subject_of = {m.token.head: m.entity for m in here if m.token.is_subject}
    for _ in range(DEEPEST):
        token = tokens[token.head]
        if token.index in subject_of:
            yield subject_of[token.index]
        goes_on = is_infinitive(token, tokens) or is_joined(token, mention.sentence)
        if token.relation not in PARTS and not goes_on:
            return


def is_joined(token: Token, sentence: Sentence) -> bool:
    """Whether a verb goes on with what its head tells of the same subject: "turned and fired"."""
    if token.relation != "conj" or not token.is_verb:
        return False
    return not any(sentence.tokens[child].is_subject for child in sentence.children[token.index])


def owns_part(mention: Mention) -> bool:
    """Whether an epithet owns what is a part of the clause: "cleared the striker's header"."""
    owned = mention.sentence.tokens[mention.token.head]
    return mention.token.relation == "nmod:poss" and owned.relation in PARTS


def is_infinitive(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a verb goes on with what its head tells of the same person: "tried to get past"."""
    is_to = any(t.head == token.index and t.lower == "to" for t in tokens[: token.index])
    return token.relation == "xcomp" or (token.relation == "advcl" and is_to)


def is_participle(token: Token) -> bool:
    """Whether a word may open what comes before a subject: "taking Gomes's pass, he"."""
    return token.tag in ("VBG", "VBN") or token.lower == "following"


def owns_subject(mention: Mention) -> bool:
    """Whether a mention is whose the subject of its clause is: "and his shot was turned in"."""
    owned = mention.sentence.tokens[mention.token.head]
    return mention.token.relation == "nmod:poss" and owned.is_subject


def does(mention: Mention) -> bool:
    """Whether a verb is right behind an epithet: "and the Denmark international held him off"."""
    behind = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    return mention.is_epithet and any(t.tag in ("VBD", "VBZ") for t in behind)


def opens_anew(mention: Mention) -> bool:
    """Whether an epithet opens a clause behind "and": "crossed, and the striker did well to"."""
    tokens = mention.sentence.tokens
    behind = tokens[mention.last + 1 : mention.last + 3]
    joined = mention.word_before == "and"
    return joined and mention.is_epithet and any(t.tag in ("VBD", "VBZ") for t in behind)


def beaten(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Whom another has just got past: "Kaba nutmegged Dekker and the striker fired in".

    A defender may be who was passed: "and the centre-back was booked for pulling him back".
    """
    if mention.traits.role in DEFENDING:
        return
    tokens = mention.sentence.tokens
    for one in here:
        verb = tokens[one.first - 1] if one.first else None
        if verb is None:
            continue
        went_by = verb.lower in BY and one.first > 1 and tokens[one.first - 2].is_verb
        if went_by or verb.lemma in table("play", "acts_on")["beats"]:
            yield one.entity


def agents(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who did it to the subject of the clause before: "was tripped by Dekker, and the striker"."""
    if mention.is_epithet or mention.token.is_subject:
        tokens = mention.sentence.tokens
        joined = mention.word_before in JOINS
        for m in here:
            is_agent = m.first > 1 and m.word_before == "by"
            verbs = [t for t in tokens[max(0, m.first - AGENT) : m.first] if t.tag == "VBN"]
            if joined and is_agent and verbs and not is_of_ball(verbs[-1], tokens):
                yield m.entity


def is_of_ball(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a verb tells what was done to a ball, and not to somebody: "a cross was met by"."""
    under = (t for t in tokens[: verb.index] if t.head == verb.index and t.is_subject)
    return any(t.lower in words("assist", "deliveries") for t in under)


def out_of_it(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who has played the ball to another or gone off: "Kaba crossed and the striker headed in"."""
    is_joined = mention.word_before == "and"
    for one in here:
        behind = mention.sentence.tokens[one.last + 1 : one.last + 3]
        crosses = is_joined and any(t.lower in words("clauses", "crosses") for t in behind)
        if crosses or one.word_before in words("clauses", "replaces"):
            yield one.entity


def since_subject(here: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    """The people of a sentence before a mention, from its last subject on."""
    before = [m for m in here if m.last < mention.first]
    starts = [i for i, m in enumerate(before) if m.token.is_subject]
    return before[starts[-1] :] if starts else before

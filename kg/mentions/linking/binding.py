"""Whom a pronoun or epithet cannot stand for, by the clauses around it.

"Taking Gomes's pass in his stride, he shot": he is not Gomes. "Kaba fed Soldal and he slotted in":
he who gave the ball away is not the one who then has it.
"""

from collections.abc import Iterator, Sequence

from kg.language import Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Entity, Kind, Mention

FRONT = 2  # words in which a participle opens a sentence: "Calmly taking the ball"
TURNS = frozenset({"but", ";", "and"})  # behind these a clause may open anew
# Before who then has the ball: "fed Soldal and he slotted in", "fed Soldal, which he slotted in".
JOINS = frozenset({"and", ",", "but", "which"})
TOWARDS = frozenset({"to", "for", "into", "onto", "of"})  # "crossed for Soldal", "into the path of"
AGENT = 7  # words before "by" and an agent within which it is told what was done
MOST = 3  # words behind a verb that gives within which its receiver stands: "picked out Soldal"


def barred(mention: Mention, before: Sequence[Mention]) -> set[Entity | None]:
    """The people that a pronoun or epithet does not stand for; `before` are the mentions so far."""
    here = [m for m in before if m.sentence is mention.sentence and m.kind is Kind.PERSON]
    found = set(in_front(mention, here))
    found |= set(out_of_it(mention, here))
    found |= set(owners_of_ball(mention, here))
    acts = mention.token.is_subject or does(mention) or opens_anew(mention)
    if acts or owns_subject(mention):
        found |= set(givers(mention, here))
        found |= set(agents(mention, here))
        found |= set(beaten(mention, here))
    elif is_fed(mention):
        found |= {m.entity for m in since_subject(here, mention)}
    elif is_receiver(mention):
        found |= {m.entity for m in subjects(here, mention.first)[-1:]}
    elif is_on_way(mention):  # "slid Gomes's cross into the path of the winger"
        found |= {m.entity for m in here if m.token.relation == "nmod:poss" or m.token.is_subject}
    return found


def in_front(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who is named in a participle that opens the clause, right before its subject."""
    tokens = mention.sentence.tokens
    is_behind = mention.first > 0 and tokens[mention.first - 1].text == ","
    if not is_behind or not mention.token.is_subject:
        return
    turns = (t.index + 1 for t in reversed(tokens[: mention.first]) if t.lower in TURNS)
    front = [t for t in tokens[next(turns, 0) : mention.first] if t.text != ","]
    opener = next((t for t in front[:FRONT] if is_participle(t)), None)
    if opener is not None and not any(t.tag in ("VBD", "VBZ") for t in front):
        yield from (m.entity for m in here if m.named and m.first > opener.index)


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
    return is_epithet(mention) and any(t.tag in ("VBD", "VBZ") for t in behind)


def givers(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who has just given the ball to another: "Kaba fed Soldal and", "rolled it into his path"."""
    tokens = mention.sentence.tokens
    joined = tokens[mention.first - 1].lower in JOINS if mention.first else False
    for verb in tokens[: mention.first]:
        if not verb.is_verb or verb.lemma not in table("verbs", "classes")["provide"]:
            continue
        giver = subjects(here, verb.index)[-1:]
        between = [m for m in here if verb.index < m.first and m.entity]
        got = [m for m in between if giver and m.entity != giver[0].entity and receives(m, verb)]
        passed = joined and is_epithet(mention) and gives_ball(verb, mention)
        if giver and ((got and (joined or not got[-1].named)) or passed):
            yield giver[0].entity


def opens_anew(mention: Mention) -> bool:
    """Whether an epithet opens a clause behind "and": "crossed, and the striker did well to"."""
    tokens = mention.sentence.tokens
    behind = tokens[mention.last + 1 : mention.last + 3]
    joined = before_word(mention.sentence, mention.first) == "and"
    return joined and is_epithet(mention) and any(t.tag in ("VBD", "VBZ") for t in behind)


def beaten(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Whom another has just got past: "Kaba nutmegged Dekker and the striker fired in"."""
    tokens = mention.sentence.tokens
    for one in here:
        verb = tokens[one.first - 1] if one.first else None
        if verb is not None and verb.lemma in table("play", "acts_on")["beats"]:
            yield one.entity


def is_epithet(mention: Mention) -> bool:
    """Whether somebody is told of by what he is: "the winger"."""
    return not mention.named and not mention.is_pronoun


def gives_ball(verb: Token, mention: Mention) -> bool:
    """Whether a verb gives the ball away before a mention: "threaded a pass and the winger"."""
    between = mention.sentence.tokens[verb.index + 1 : mention.first]
    margins = words("clauses", "margins")  # "cut the deficit with a header, and the Norwegian"
    if any(t.lower in margins for t in between[:MOST]):
        return False
    return any(t.lower in words("assist", "deliveries") for t in between)


def owners_of_ball(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Whose ball it was that found somebody: "Gomes's cross picked him out and he headed in"."""
    tokens = mention.sentence.tokens
    if mention.token.tag == "PRP$":
        return
    for owner in here:
        ball = tokens[owner.token.head]
        is_his = owner.token.relation == "nmod:poss" and ball.is_subject
        balls = words("assist", "deliveries")
        if tokens[mention.first - 1].lower == "by":  # "his shot was steered in by the striker"
            balls |= words("assist", "shots")
        if is_his and ball.lower in balls and ball.index < mention.first:
            yield owner.entity


def agents(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who did it to the subject of the clause before: "was tripped by Dekker, and the striker"."""
    if is_epithet(mention) or mention.token.is_subject:
        tokens = mention.sentence.tokens
        joined = tokens[mention.first - 1].lower in JOINS if mention.first else False
        for m in here:
            is_agent = m.first > 1 and tokens[m.first - 1].lower == "by"
            done = any(t.tag == "VBN" for t in tokens[max(0, m.first - AGENT) : m.first])
            if joined and is_agent and done:
                yield m.entity


def is_fed(mention: Mention) -> bool:
    """Whether an epithet is the object of a verb that gives the ball: "fed the winger"."""
    tokens = mention.sentence.tokens
    verb = tokens[mention.first - 1] if mention.first else None
    return (
        is_epithet(mention)
        and verb is not None
        and verb.is_verb
        and verb.lemma in table("verbs", "classes")["provide"]
    )


def since_subject(here: Sequence[Mention], mention: Mention) -> Sequence[Mention]:
    """The people of a sentence before a mention, from its last subject on."""
    before = [m for m in here if m.last < mention.first]
    starts = [i for i, m in enumerate(before) if m.token.is_subject]
    return before[starts[-1] :] if starts else before


def subjects(here: Sequence[Mention], index: int) -> list[Mention]:
    """The subjects of a sentence up to a word."""
    return [m for m in here if m.token.is_subject and m.last < index]


def out_of_it(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who has played the ball to another or gone off: "Kaba crossed and the striker headed in"."""
    is_joined = before_word(mention.sentence, mention.first) == "and"
    for one in here:
        behind = mention.sentence.tokens[one.last + 1 : one.last + 3]
        crosses = is_joined and any(t.lower in words("clauses", "crosses") for t in behind)
        if crosses or before_word(one.sentence, one.first) in words("clauses", "replaces"):
            yield one.entity


def receives(mention: Mention, verb: Token) -> bool:
    """Whether somebody is given the ball by a verb: "fed Soldal", "crossed for Soldal"."""
    tokens = mention.sentence.tokens
    behind = [t.lower for t in tokens[mention.last + 1 : mention.last + 4]]
    if behind == ["the", "wrong", "way"]:  # "sent Hansen the wrong way"
        return False
    between = tokens[verb.index + 1 : mention.first]
    near = len(between) < MOST and all(t.tag in ("RP", "IN", "RB") for t in between)
    is_named_at_once = near and not (between and between[-1].lower in words("clauses", "shuns"))
    return is_named_at_once or before_word(mention.sentence, mention.first) in TOWARDS


def is_on_way(mention: Mention) -> bool:
    """Whether a ball comes to an epithet: "into the path of the winger", "the feet of the Dane"."""
    tokens, first = mention.sentence.tokens, mention.first
    is_of = first > 1 and tokens[first - 1].lower == "of" and is_epithet(mention)
    return is_of and tokens[first - 2].lower in words("clauses", "reached")


def is_receiver(mention: Mention) -> bool:
    """Whether somebody is given the ball: "rolled it into his path", "laid it off to him"."""
    return before_word(mention.sentence, mention.first) in TOWARDS - {"of"} and (
        mention.token.lower != "his" or has_parts(mention)
    )


def has_parts(mention: Mention) -> bool:
    """Whether what is somebody's is where a ball is given to: "his path", "his feet"."""
    behind = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    return any(t.lower in words("clauses", "reached") for t in behind)


def before_word(sentence: Sentence, index: int) -> str:
    """The word before a place of a sentence in lower case, or nothing at its front."""
    return sentence.tokens[index - 1].lower if index else ""

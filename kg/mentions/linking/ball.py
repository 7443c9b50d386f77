"""Who gives the ball away in a sentence, and to whom it comes: nobody does both.

"Kaba fed Soldal and he slotted in": he is not Kaba, who has given the ball away.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.language import Token
from kg.lexicon import table, words
from kg.mentions.entities import Entity, Mention

# Before who then has the ball: "fed Soldal and he slotted in", "fed Soldal, which he slotted in".
JOINS = frozenset({"and", ",", "but", "which"})
TOWARDS = frozenset({"to", "for", "into", "onto", "of"})  # "crossed for Soldal", "into the path of"
OBJECT = 6  # words behind a verb within which the ball is named: "curled in a low corner"
MOST = 3  # words behind a verb that gives within which its receiver stands: "picked out Soldal"


def givers(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who has just given the ball to another: "Kaba fed Soldal and", "rolled it into his path"."""
    joined = mention.word_before in JOINS
    for verb in mention.sentence.tokens[: mention.first]:
        if not verb.is_verb or verb.lemma not in table("verbs", "classes")["provide"]:
            continue
        giver = subjects(here, verb.index)[-1:]
        between = [m for m in here if verb.index < m.first and m.entity]
        got = [m for m in between if giver and m.entity != giver[0].entity and receives(m, verb)]
        if giver and got and (joined or not got[-1].named):
            yield giver[0].entity
    yield from senders(mention, here)


def senders(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who has sent the ball in before another does something: "curled in a corner and the Dane"."""
    if mention.word_before not in JOINS or not mention.is_epithet:
        return
    sending = table("verbs", "classes")["provide"] | words("assist", "may_give")
    for verb in mention.sentence.tokens[: mention.first]:
        if verb.is_verb and verb.lemma in sending and gives_ball(verb, mention):
            yield from (giver.entity for giver in subjects(here, verb.index)[-1:])


def gives_ball(verb: Token, mention: Mention) -> bool:
    """Whether a verb gives the ball away before a mention: "threaded a pass and the winger"."""
    behind = mention.sentence.tokens[verb.index + 1 : mention.first]
    between = tuple(takewhile(lambda t: not t.is_verb, behind[:OBJECT]))
    margins = words("clauses", "margins")  # "cut the deficit with a header, and the Norwegian"
    if any(t.lower in margins for t in between[:MOST]):
        return False
    return any(t.lower in words("assist", "deliveries") for t in between)


def receives(mention: Mention, verb: Token) -> bool:
    """Whether somebody is given the ball by a verb: "fed Soldal", "crossed for Soldal"."""
    tokens = mention.sentence.tokens
    behind = [t.lower for t in tokens[mention.last + 1 : mention.last + 4]]
    if behind == ["the", "wrong", "way"]:  # "sent Hansen the wrong way"
        return False
    between = tokens[verb.index + 1 : mention.first]
    near = len(between) < MOST and all(t.tag in ("RP", "IN", "RB") for t in between)
    is_named_at_once = near and not (between and between[-1].lower in words("clauses", "shuns"))
    return is_named_at_once or mention.word_before in TOWARDS


def owners_of_ball(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Whose ball it was that found somebody: "Gomes's cross picked him out and he headed in"."""
    tokens = mention.sentence.tokens
    if mention.token.tag == "PRP$":
        return
    for owner in here:
        ball = tokens[owner.token.head]
        is_his = owner.token.relation == "nmod:poss" and ball.is_subject
        balls = words("assist", "deliveries")
        if mention.word_before == "by":  # "his shot was steered in by the striker"
            balls |= words("assist", "shots")
        if is_his and ball.lower in balls and ball.index < mention.first:
            yield owner.entity


def is_fed(mention: Mention) -> bool:
    """Whether an epithet is the object of a verb that gives the ball: "fed the winger"."""
    tokens = mention.sentence.tokens
    verb = tokens[mention.first - 1] if mention.first else None
    return (
        mention.is_epithet
        and verb is not None
        and verb.is_verb
        and verb.lemma in table("verbs", "classes")["provide"]
    )


def is_receiver(mention: Mention) -> bool:
    """Whether somebody is given the ball: "rolled it into his path", "laid it off to him"."""
    return mention.word_before in TOWARDS - {"of"} and (
        mention.token.lower != "his" or has_parts(mention)
    )


def has_parts(mention: Mention) -> bool:
    """Whether what is somebody's is where a ball is given to: "his path", "his feet"."""
    behind = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    return any(t.lower in words("clauses", "reached") for t in behind)


def is_on_way(mention: Mention) -> bool:
    """Whether a ball comes to an epithet: "into the path of the winger", "the feet of the Dane"."""
    tokens, first = mention.sentence.tokens, mention.first
    is_of = first > 1 and tokens[first - 1].lower == "of" and mention.is_epithet
    return is_of and tokens[first - 2].lower in words("clauses", "reached")


def subjects(here: Sequence[Mention], index: int) -> list[Mention]:
    """The subjects of a sentence up to a word."""
    return [m for m in here if m.token.is_subject and m.last < index]


def stoppers(mention: Mention, here: Sequence[Mention]) -> Iterator[Entity | None]:
    """Who stopped a shot, which was not his own: "though Hansen saved his penalty"."""
    tokens = mention.sentence.tokens
    shot = tokens[mention.token.head]
    is_his = mention.token.tag == "PRP$" and shot.relation == "obj"
    if not (is_his and shot.lower in words("assist", "kept_out_of")):
        return
    verb = tokens[shot.head]
    if verb.lemma in table("verbs", "classes")["keep_out"]:
        yield from (m.entity for m in subjects(here, verb.index)[-1:])

"""Which side a club's own report speaks of as "we": not the one that it names beside itself.

"We fell behind when Norheim scored", "Norheim could not stop us": the other side writes.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.language import Sentence, Token
from kg.language.pronouns import FIRST_PERSON
from kg.lexicon import pattern, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.match.told import has_result

OWN_TEAMS = frozenset({"team", "side", "lads", "boys", "girls", "ladies", "women", "men"})
OPPOSED = words("results", "before_opponent") | {"beat", "past", "by"}
OPPONENT = pattern("fixtures", "opponent")
NEXT = re.compile(r" (?:\(?(?:[AaHh]|away|at home)\)?|up next|next)\b")
LEAD = 3  # sentences in which a report tells whom the writer's team met
OFTEN = 2  # times that a club's own report says "we", or "our", at the least
HERE = frozenset({"at", "for", "of"})  # "we at Norheim", "us here at Norheim"
NEAR = 3  # words between "us" and the name of the club whose they are
OWN = 4  # what it says that a club is called so: "we at Norheim"
IN_LEAD, MET = 2, 2  # what it adds, to one beside "we", that a club is named at once, or as opposed


def with_writer(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> list[Mention]:
    """The mentions with "we" for the side that writes; without it where no side does."""
    ours = [m for m in mentions if is_first_person(m)]
    writer = writer_of(ours, mentions, pair) if len(ours) >= OFTEN else None
    if writer is None:
        return [m for m in mentions if not is_first_person(m)]
    return [replace(m, entity=writer) if is_first_person(m) else m for m in mentions]


def pair_of_writer(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The sides of a club's own report, which tells at once whom "we" met, and itself rarely.

    "We lost 1-0 at Norheim. ... Hallvik are back in action when we welcome Brevik."
    """
    sentences = {m.sentence.number: m.sentence for m in mentions}
    ours = {n: s for n, s in sentences.items() if any(is_ours(s, t) for t in s.tokens)}
    named = [m for m in mentions if m.named and m.kind is Kind.TEAM and m.entity]
    if len(ours) < OFTEN or not named:
        return pair
    for number, sentence in sorted(ours.items()):
        met = {m.entity for m in named if m.sentence.number == number}
        if number < LEAD and len(met) == 1 and has_result(sentence):
            rival = met.pop()
            own = own_name(named, rival)
            if rival in pair or rival is None or own is None:
                return pair
            return tuple(sorted((rival, own), key=[m.entity for m in named].index))
    return pair


def own_name(named: Sequence[Mention], rival: Entity | None) -> Entity | None:
    """The team that a report names most besides the other side, whoever comes next left aside."""
    counts = Counter(m.entity for m in named if m.entity != rival and not comes_next(m))
    return counts.most_common(1)[0][0] if counts else None


def comes_next(mention: Mention) -> bool:
    """Whether a team is only named as one to be met: "we welcome Brevik", "Brevik away next"."""
    text, start = mention.sentence.text, mention.sentence.start
    before, behind = text[: mention.token.start - start], text[mention.token.end - start :]
    return OPPONENT.search(before.lower()) is not None or NEXT.match(behind) is not None


def is_first_person(mention: Mention) -> bool:
    """Whether a mention is "we", "us", "our" or "our lads", and no words of who is quoted."""
    if mention.named or mention.kind is not Kind.TEAM:
        return False
    opens = is_ours(mention.sentence, mention.sentence.tokens[mention.first])
    return opens and (mention.first == mention.last or mention.token.lower in OWN_TEAMS)


def is_ours(sentence: Sentence, token: Token) -> bool:
    """Whether a word is a pronoun of the first person, and nobody quoted says it."""
    return not token.quoted and sentence.written(token).lower() in FIRST_PERSON


def writer_of(
    ours: Sequence[Mention], mentions: Sequence[Mention], pair: tuple[Entity, ...]
) -> Entity | None:
    """The side that writes, if the sentences with "we" in them tell the two apart."""
    votes: Counter[Entity] = Counter()
    places = {m.sentence.number: m for m in reversed(ours)}
    named = [m for m in mentions if m.named and m.kind is Kind.TEAM and m.entity]
    others = {m.sentence.number for m in named if m.entity not in pair}
    for mention in named:
        number = mention.sentence.number
        if number not in places or number in others or mention.entity not in pair:
            continue
        other = pair[0] if mention.entity == pair[1] else pair[1]
        is_own = is_of_writer(mention, places[number])
        weight = OWN if is_own else 1 + IN_LEAD * (number < LEAD) + MET * is_opposed(mention)
        votes[mention.entity if is_own and mention.entity else other] += weight
    ranked = votes.most_common()
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_clear else None


def is_opposed(mention: Mention) -> bool:
    """Whether a club is named as whom somebody met: "against a lively Norheim side"."""
    before = mention.sentence.tokens[max(0, mention.first - NEAR) : mention.head]
    return any(t.lower in OPPOSED for t in before)


def is_of_writer(mention: Mention, we: Mention) -> bool:
    """Whether a club is called that of the writer: "us here at Norheim"."""
    between = mention.sentence.tokens[we.last + 1 : mention.first]
    leads = 0 < len(between) <= NEAR and between[-1].lower in HERE
    return leads and not any(t.is_verb for t in between)

"""Who stands beside a verb, whatever the parse makes of him: "... and Soldal volleyed it".

A parser takes a name at such a place for almost anything, so the words right before and behind a
verb are looked at as well.
"""

from collections.abc import Mapping, Sequence

from kg.frames.clauses import (
    before_any_aside,
    before_aside,
    before_auxiliaries,
    opens_clause,
)
from kg.frames.owners import owner_if_action
from kg.frames.syntax import subject_token, word_at
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention

EFFORT = 5  # words of "'s superb individual effort"
OF_MANY = 8  # words within which "one of the newcomers," stands before a name
BETWEEN = ("JJ", "NN", "DT", "CC", "PRP$", "RB")  # what may stand between a verb and a name


def subject_beside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """A mention right before a verb that opens its clause: "... and Soldal volleyed it"."""
    if token.tag == "VBG":  # "with Borek tipping it round the post", "..., Sturm heading wide"
        beside = by_token.get(token.index - 1)
        is_name = beside and beside.last == token.index - 1 and not beside.is_pronoun
        named = beside if is_name and beside and beside.kind is Kind.PERSON else None
        return named or owner_beside(sentence, token, by_token)
    before = sentence.tokens[token.index - 1] if token.index else None
    active = before is not None and (before.lemma == "have" or is_behind_aside(token, before))
    if token.tag not in ("VBD", "VBZ", "VBP") and not (token.tag == "VBN" and active):
        return None
    i = before_auxiliaries(sentence, token)
    i -= word_at(sentence, max(i, 0)) in ("himself", "herself")  # "Kaba himself restored the lead"
    for place in (before_aside(sentence, i), before_any_aside(sentence, i)):
        mention = by_token.get(place)
        is_whole = mention is not None and mention.last == place
        if mention and is_whole and (mention.named or mention.entity):
            return mention if acts(sentence, mention) else apposed_beside(sentence, i, by_token)
    return None


def acts(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause begins with somebody, or with a time and him: "12 minutes later Kaba"."""
    return opens_clause(sentence, mention) or mention.word_before in words("clauses", "times")


def apposed_beside(
    sentence: Sentence, index: int, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who is named between commas for whom another word stands: "one of them, Kaba, scored"."""
    if index < 1 or sentence.tokens[index].text != ",":
        return None
    mention = by_token.get(index - 1)
    is_person = mention is not None and mention.named and mention.kind is Kind.PERSON
    if mention is None or not is_person or mention.last != index - 1 or mention.first < 2:
        return None
    before = sentence.tokens[max(0, mention.first - 1 - OF_MANY) : mention.first]
    is_told = mention.word_before == "," and any(t.lower in ("one", "another") for t in before)
    return mention if is_told else None


def owner_beside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Whose effort a participle says more of: "before Kaba's effort, picking it up"."""
    if token.tag != "VBG" or word_at(sentence, token.index - 1) != ",":
        return None
    for i in range(token.index - 2, max(0, token.index - 2 - EFFORT), -1):
        if sentence.tokens[i].text in POSSESSIVE:
            owner, before = by_token.get(i - 1), sentence.tokens[i - 2].lower
            is_person = owner is not None and owner.named and owner.kind is Kind.PERSON
            return owner if is_person and before in ("before", "until") else None
        if not sentence.tokens[i].tag.startswith(("NN", "JJ")):
            return None
    return None


def is_behind_aside(token: Token, before: Token) -> bool:
    """Whether it says how a ball was hit behind an aside: "Kaba, on as a substitute, curled it"."""
    return before.text == "," and token.lemma in table("verbs", "classes")["strike"]


def object_beside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """A name soon behind a verb: "beat old foes and leaders Hallvik 2-1"."""
    for word in sentence.tokens[token.index + 1 : token.index + 6]:
        mention = by_token.get(word.index)
        if mention and mention.named:
            return None if word_at(sentence, mention.last + 1) in POSSESSIVE else mention
        if not (word.tag.startswith(BETWEEN) or mention):
            return None
    return None


def by_agent(tail: Sequence[Token], by_token: Mapping[int, Mention]) -> Mention | None:
    """Who did it, in a passive clause: the mention after "by"."""
    for i, word in enumerate(tail):
        if word.text.lower() == "by":
            for following in tail[i + 1 : i + 8]:
                mention = by_token.get(following.index)
                if mention and mention.entity:
                    return mention
    return None


def of_shot_before(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Whose shot stands right before a verb: "before Kaba's impressive flick doubled the lead"."""
    before = sentence.tokens[token.index - 1] if token.index else None
    is_finite = token.tag in ("VBD", "VBZ") and before is not None and before.tag == "NN"
    owner = owner_if_action(sentence, before, by_token) if is_finite and before else None
    return owner if owner and owner.kind is Kind.PERSON else None


def named_beside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who is named beside a noun that says what he is: "Bellini's partner Kaba"."""
    beside = (sentence.tokens[c] for c in sentence.children[token.index])
    named = (by_token.get(t.index) for t in beside if t.relation == "appos")
    return next((m for m in named if m and m.named and m.kind is Kind.PERSON), None)


def fed_to(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who was given the ball by a passive verb: "Kaba was picked out by Gomes to head in"."""
    gives = table("verbs", "classes")["provide"] | words("assist", "gives")
    own = subject_token(sentence, token) if token.lemma in gives else None
    fed = by_token.get(own.index) if own else None
    return fed if fed and fed.kind is Kind.PERSON else None

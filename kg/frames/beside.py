"""Who stands beside a verb, whatever the parse makes of him: "... and Soldal volleyed it".

A parser takes a name at such a place for almost anything, so the words right before and behind a
verb are looked at as well.
"""

from collections.abc import Mapping, Sequence

from kg.frames.clauses import before_aside, before_auxiliaries, opens_clause
from kg.frames.owners import owner_if_action
from kg.frames.syntax import word_at
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table
from kg.mentions.entities import Kind, Mention

BETWEEN = ("JJ", "NN", "DT", "CC", "PRP$", "RB")  # what may stand between a verb and a name


def subject_beside(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """A mention right before a verb that opens its clause: "... and Soldal volleyed it"."""
    if token.tag == "VBG":  # "with Borek tipping it round the post", "..., Sturm heading wide"
        beside = by_token.get(token.index - 1)
        is_name = beside and beside.last == token.index - 1 and not beside.is_pronoun
        return beside if is_name and beside and beside.kind is Kind.PERSON else None
    before = sentence.tokens[token.index - 1] if token.index else None
    active = before is not None and (before.lemma == "have" or is_behind_aside(token, before))
    if token.tag not in ("VBD", "VBZ", "VBP") and not (token.tag == "VBN" and active):
        return None
    i = before_aside(sentence, before_auxiliaries(sentence, token))
    mention = by_token.get(i)
    if not mention or mention.last != i or not (mention.named or mention.entity):
        return None
    return mention if opens_clause(sentence, mention) else None


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

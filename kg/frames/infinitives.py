"""Infinitives: who is to do what, as "crossed for Kaba to head in" and "rose to head in" tell."""

from collections.abc import Mapping, Sequence

from kg.frames.clauses import word_before_adverbs
from kg.language import Sentence, Token
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Kind, Mention
from kg.mentions.linking.receiving import last_pass

ON_HAND = pattern("clauses", "on_hand")
PRESENTED = 10  # words before a verb in which "there was Kaba" stands
GRANTED = 9  # words before a verb in which somebody is let do it


def served(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who is to do it, named right before an infinitive: "crossed for Kaba to head in".

    So too "allowed Kaba to score" and "squared to Kaba, to finish"; not "beat Hansen to score", nor
    "was found by Gomes to score".
    """
    to = word_before_adverbs(sentence, token.index)
    if token.tag not in ("VB", "VBP") or to < 1 or sentence.tokens[to].lower != "to":
        return None
    people = list(dict.fromkeys(m for i, m in sorted(by_token.items()) if i < to))
    if played := last_pass(people, to):
        return played.receiver
    mention = by_token.get(to - 1)
    if not mention or mention.last != to - 1 or mention.kind is not Kind.PERSON:
        return None
    if not mention.first or mention.token.tag in ("PRP$", "WP", "PRP"):
        return None
    before = sentence.tokens[mention.first - 1]
    while before.tag.startswith(("NN", "JJ", "DT", "PRP$")) and before.index:  # "strike partner"
        before = sentence.tokens[before.index - 1]
    if before.is_verb:
        opposes = before.lemma in table("verbs", "classes")["against"]
        is_adjective = sentence.tokens[before.index - 1].tag in ("DT", "PRP$", "IN")
        return None if opposes or is_adjective else mention
    is_next = before.lower == "and" and mention_served(sentence, before.index, by_token)
    return mention if before.lower in words("clauses", "lends") or is_next else None


def let_do(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who is let do one thing and then another: "allowing Kaba to race to the box and head in"."""
    head = sentence.tokens[token.head]
    if token.tag != "VB" or token.relation != "conj" or head.lemma not in words("clauses", "lets"):
        return None
    behind = (sentence.tokens[c] for c in sentence.children[head.index])
    return next((by_token.get(t.index) for t in behind if t.relation in ("obj", "iobj")), None)


def mention_served(sentence: Sentence, index: int, by_token: Mapping[int, Mention]) -> bool:
    """Whether somebody was to do something before: "only for Kaba to level and Gomes to fire"."""
    before = (t for t in reversed(sentence.tokens[:index]) if t.tag == "VB")
    verb = next(before, None)
    return verb is not None and served(sentence, verb, by_token) is not None


def served_before(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who does it behind what he was to do: "crossed for Kaba to score, firing in"."""
    if token.tag == "VB":
        return let_do(sentence, token, by_token)
    if token.tag != "VBG" or not token.index or sentence.tokens[token.index - 1].text != ",":
        return None
    verbs = (t for t in reversed(sentence.tokens[: token.index]) if t.is_verb)
    before = next((t for t in verbs if t.relation != "amod"), None)  # "two minutes into added time"
    if before is None or before.tag != "VB":
        return None
    return served(sentence, before, by_token) or granted(sentence, before, by_token)


def is_result(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether an infinitive behind a ball tells what came of it, not whose ball it was.

    "Kaba headed in Gomes's corner to open the scoring": Kaba opened it.
    """
    is_infinitive = token.tag == "VB" and sentence.tokens[token.index - 1].lower == "to"
    return is_infinitive and head.lemma in table("nouns", "actions")["of_player"]


def is_to_do(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is an infinitive behind "to"."""
    to = word_before_adverbs(sentence, token.index)
    return token.tag == "VB" and to >= 0 and sentence.tokens[to].lower == "to"


def governor(sentence: Sentence, token: Token) -> Token | None:
    """The verb that a word hangs on, however many nouns lie between; "was" of "was on hand"."""
    while not token.is_verb and token.head != token.index:
        linked = (sentence.tokens[c] for c in sentence.children[token.index])
        if copula := next((t for t in linked if t.relation == "cop"), None):
            return copula
        token = sentence.tokens[token.head]
    return token if token.is_verb else None


def took(
    sentence: Sentence, before: Sequence[Token], by_token: Mapping[int, Mention]
) -> Mention | None:
    """Whom it took some time to do it: "it took Kaba only six minutes to open his account"."""
    timed = any(t.lower in words("modality", "spans") for t in before[-2:])
    verb = next((t for t in before if t.lower in ("took", "taken")), None) if timed else None
    behind = sentence.tokens[verb.index + 1 : verb.index + 4] if verb else ()
    found = next((by_token[t.index] for t in behind if t.index in by_token), None)
    return found if found and found.kind is Kind.PERSON else None


def presented(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who came to do it: "there was Kaba, rising highest, to head home", "Kaba was there to".

    So too "left to Kaba to score".
    """
    if not is_to_do(sentence, token):
        return None
    near = {m.first: m for i, m in by_token.items() if token.index - PRESENTED < i < token.index}
    last = near[max(near)] if near else None
    if last is None or last.kind is not Kind.PERSON:
        return None
    before = " ".join(t.lower for t in sentence.tokens[max(0, last.first - 2) : last.first])
    behind = " ".join(t.lower for t in sentence.tokens[last.last + 1 : token.index])
    is_there = before in words("clauses", "presents") or ON_HAND.fullmatch(behind)
    return last if is_there else None


def ready(before: Sequence[Token], by_token: Mapping[int, Mention]) -> Mention | None:
    """Who was there to do it: "Kaba was on hand to tap in", "was first to react"."""
    for word in reversed(before[:-1]):
        if word.lower in ("was", "is") and word.index:
            found = by_token.get(word.index - 1)
            is_player = found is not None and found.kind is Kind.PERSON
            return found if is_player else None
        if word.lower not in words("clauses", "on_hand"):
            return None
    return None


def person_at(place: int, by_token: Mapping[int, Mention]) -> Mention | None:
    """The person whose name or phrase stands at a place, if one does."""
    mention = by_token.get(place)
    return mention if mention and mention.kind is Kind.PERSON else None


def granted(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Who was let do it: "was given time to score", "left Kaba the simple task of nodding in"."""
    before = sentence.tokens[max(0, token.index - GRANTED) : token.index]
    if token.tag == "VBG" and before and before[-1].lower == "of":
        end = next((t.index for t in reversed(before) if t.tag == "DT"), -1)
        is_task = len(before) > 1 and before[-2].lower in words("modality", "spans")
        return person_at(end - 1, by_token) if is_task else None
    if not is_to_do(sentence, token):
        return None
    if mention := took(sentence, before, by_token) or ready(before, by_token):
        return mention
    if before[-2:-1] and before[-2].lower in words("modality", "freedom"):
        return person_at(before[-2].index - 1, by_token)  # "gave Kaba time to pick his spot"
    if before[-2:-1] and before[-2].lower in words("modality", "chances"):
        article = next((t.index for t in reversed(before) if t.tag == "DT"), 0)
        return by_token.get(article - 1)  # "afforded Kaba the chance to score"
    return let(sentence, before, by_token)


def let(
    sentence: Sentence, before: Sequence[Token], by_token: Mapping[int, Mention]
) -> Mention | None:
    """Who was let do it, in the passive: "Kaba was allowed to score"."""
    for word in reversed(before):
        if word.lower in words("clauses", "granted") and word.index > 1:
            auxiliary = sentence.tokens[word.index - 1]
            mention = by_token.get(auxiliary.index - 1)
            is_told = auxiliary.lower in ("was", "were", "is", "are")
            return mention if is_told and mention and mention.kind is Kind.PERSON else None
    return None

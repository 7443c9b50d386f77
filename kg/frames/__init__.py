"""Who did what to whom, and is it asserted: syntax is settled here, once, for all kinds of facts.

A `frame` is a verb or an action noun with the people and teams around it. Passive ("was guided into
the net by Nduri"), coordination, relative clauses, participles, negation, modality, habit and
history are decided here, so that the fact files speak of football.

`syntax` reads the parse and `clauses` its clauses; `subjects` finds who acts, with what stands
`beside` a verb, `infinitives`, the `sequences` of verbs, and `inline` where the parse leaves that
open; `owners` whose an action is; `coordination` who is named together; `standing` whether it is
asserted, by its `modality`; `settings` what else is told of the time or place that some words name.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.frames.beside import by_agent, object_beside
from kg.frames.coordination import joined
from kg.frames.frame import Frame
from kg.frames.modality import Standing
from kg.frames.owners import owner_if_action, owner_of
from kg.frames.subjects import subject_of
from kg.frames.syntax import (
    REACH,
    agent_token,
    is_noun,
    is_passive,
    object_of,
    subject_token,
    tail_of,
)
from kg.language import Sentence, Token
from kg.lexicon import table
from kg.mentions.entities import Kind, Mention

EPITHETS = frozenset().union(*table("nouns", "people").values())


def find_frames(
    sentence: Sentence, mentions: Sequence[Mention], nouns: frozenset[str]
) -> tuple[Frame, ...]:
    """The frames of a sentence: each of its verbs, and each noun of `nouns`.

    A word that may be either has two: "win" in "a late win" where the tagger took it for a verb.
    """
    by_token = {i: m for m in mentions for i in range(m.first, m.last + 1)}
    words = tuple(shown(token, by_token.get(token.index)) for token in sentence.tokens)
    epithets = nouns & EPITHETS  # "substitute Ivo Mertens"
    in_names = {i for i, m in by_token.items() if m.named}
    frames = []
    for token in sentence.tokens:
        inside = token.index in in_names and by_token[token.index].head != token.index
        epithet = token.lower in epithets
        if token.name or (inside and not epithet and not token.is_verb):
            continue
        if token.lower in nouns and ((inside and epithet) or is_noun(sentence, token)):
            frames.append(noun_frame(sentence, token, by_token, words))
        if token.is_verb:
            frames.append(verb_frame(sentence, token, by_token, words))
    return tuple(frames)


def with_nouns(frames: Iterable[Frame], nouns: frozenset[str]) -> tuple[Frame, ...]:
    """The frames of verbs and of these nouns; what is one of these nouns is no verb."""
    kept = [frame for frame in frames if not frame.noun or frame.lemma in nouns]
    taken = {frame.trigger.index for frame in kept if frame.noun}
    return tuple(f for f in kept if f.noun or f.trigger.index not in taken)


def shown(token: Token, mention: Mention | None) -> str:
    """A word in lower case, the head of a name or an epithet as its kind.

    "The goalkeeper" says more than who he is: what beats him is a goal.
    """
    if (
        mention
        and mention.head == token.index
        and mention.kind in (Kind.PERSON, Kind.TEAM)
        and (mention.named or (mention.entity and stands_for_one(mention)))
    ):
        return "{P}" if mention.kind is Kind.PERSON else "{T}"
    return token.text.lower()


def stands_for_one(mention: Mention) -> bool:
    """Whether an epithet says no more than whom it stands for."""
    return not mention.is_pronoun and mention.traits.role != "goalkeeper"


def verb_frame(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], words: tuple[str, ...]
) -> Frame:
    """The frame of a verb; an action noun in somebody's place stands for whose it is."""
    passive = is_passive(sentence, token)
    tail = tail_of(sentence, token)
    subject, subject_word = subject_of(sentence, token, by_token), subject_token(sentence, token)
    object_word = object_of(sentence, token)
    if passive:
        doer, acting = by_agent(tail, by_token), agent_token(sentence, tail)
        undergoer, patient = subject, subject_word
    else:
        doer, acting = subject, subject_word
        undergoer, patient = by_token.get(object_word.index) if object_word else None, object_word
        undergoer = undergoer or object_beside(sentence, token, by_token)
    is_means = patient is not None and patient.lemma in table("nouns", "actions")["of_player"]
    means = patient if is_means else None
    if means and undergoer and undergoer.head != means.index:
        undergoer = None
    if doer is None and acting is not None:
        doer = owner_if_action(sentence, acting, by_token)
    return Frame(
        sentence=sentence,
        trigger=token,
        noun=False,
        tail=tail,
        mentions=by_token,
        words=words,
        passive=passive,
        doer=doer,
        undergoer=undergoer,
        means=means,
        owner=owner_of(sentence, means, by_token) if means else None,
        object=object_word,
    )


def noun_frame(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention], words: tuple[str, ...]
) -> Frame:
    """The frame of an action noun: "Rovani's late equaliser", "a goal from Nassen"."""
    owner = owner_of(sentence, token, by_token)
    return Frame(
        sentence=sentence,
        trigger=token,
        noun=True,
        tail=tail_of(sentence, token),
        mentions=by_token,
        words=words,
        doer=owner,
        owner=owner,
    )


__all__ = ["REACH", "Frame", "Standing", "find_frames", "joined", "owner_of", "with_nouns"]

"""Find the noun phrases that stand for somebody: names with their roles, epithets, pronouns.

"Brevik goalkeeper Jonas Hansen" is one mention of Jonas Hansen with a role and a team; "the
Danish side" one of a team with a nationality. Phrases are found by words, not by the parse, so a
parse gone wrong in the middle of one does no harm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.language import Sentence, Token
from kg.lexicon import words
from kg.mentions.cast.gathering import Cast
from kg.mentions.entities import Entity, Kind, Mention, Traits
from kg.mentions.phrases.appositions import name_beside, names_behind, team_behind
from kg.mentions.phrases.idle import is_idle
from kg.mentions.phrases.traits import noun_spans, phrase_start, read_traits
from kg.names.known import KnownNames

PERSON_PRONOUNS = frozenset({"he", "him", "his", "himself", "who", "whose"})
TEAM_PRONOUNS = frozenset({"they", "them", "their", "it", "its", "which", "themselves", "itself"})
PRONOUNS = PERSON_PRONOUNS | TEAM_PRONOUNS
OF_TWO = frozenset({"former", "latter"})  # of two that were named right before
WHEN_OWNED = words("nouns", "teams_when_owned")


@dataclass(frozen=True)
class NounPhrase:
    """A phrase that a noun of the lexicon heads; token indices, `last` included.

    `form` is the noun as written, in lower case; `traits` what stands before it says.
    """

    sentence: Sentence
    start: int
    last: int
    kind: Kind
    form: str
    traits: Traits


def find_phrases(
    sentence: Sentence, cast: Cast, known: KnownNames, recent: Sequence[Entity]
) -> tuple[Mention, ...]:
    """The mentions of a sentence from left to right; those without a name have no entity yet.

    `recent` are those named in the sentences before, in their order.
    """
    tokens = sentence.tokens
    taken = [False] * len(tokens)
    found: list[Mention] = []
    phrases = noun_phrases(sentence, cast, known)
    with_nouns = [mention for phrase in phrases for mention in mentions_in(phrase, cast, recent)]
    with_nouns += nationals(sentence, known)
    with_nouns += of_two(sentence)
    for mention in sorted(with_nouns, key=lambda m: m.first - m.last):
        if not any(taken[mention.first : mention.last + 1]):
            found.append(mention)
            taken[mention.first : mention.last + 1] = [True] * (mention.last - mention.first + 1)
    for token in tokens:
        if token.name:
            if not any(m.head == token.index for m in found):
                found += name_alone(sentence, token, cast, recent)
        elif not taken[token.index] or opens_name(token, found):
            found += pronoun(sentence, token)
    return tuple(sorted(found, key=lambda m: (m.first, m.last)))


def name_alone(
    sentence: Sentence, token: Token, cast: Cast, recent: Sequence[Entity]
) -> Iterator[Mention]:
    """The mention that a name is by itself; one that nobody has may be a nickname: "the Swans"."""
    place = token.index
    if entity := cast.find(token.text, recent):
        yield named(sentence, place, place, entity, Traits())
    elif place and sentence.tokens[place - 1].lower == "the":
        traits = Traits(nickname=token.text, definite=True)
        yield unnamed(sentence, place - 1, place, Kind.TEAM, traits)


def pronoun(sentence: Sentence, token: Token) -> Iterator[Mention]:
    """The mention that a pronoun is; "it" is the ball unless it is the subject.

    Nor is it one where it only tells how things are: "it was all over when Kaba scored".
    """
    if token.lower == "it" and (not token.is_subject or is_idle(sentence.tokens, token.index)):
        return
    if token.lower in PRONOUNS:
        kind = Kind.PERSON if token.lower in PERSON_PRONOUNS else Kind.TEAM
        yield unnamed(sentence, token.index, token.index, kind, Traits())


def opens_name(token: Token, found: Sequence[Mention]) -> bool:
    """Whether "their" opens the phrase of a named person, and so stands for his team beside him."""
    return token.text.lower() in ("their", "its") and any(
        m.first == token.index and m.named and m.kind is Kind.PERSON for m in found
    )


def named(sentence: Sentence, first: int, last: int, entity: Entity, traits: Traits) -> Mention:
    """A mention whose last word is a name."""
    return Mention(sentence, first, last, last, entity.kind, entity, traits, True)


def unnamed(sentence: Sentence, first: int, last: int, kind: Kind, traits: Traits) -> Mention:
    """A mention whose last word is a noun or pronoun; whom it stands for is open."""
    return Mention(sentence, first, last, last, kind, None, traits, False)


def noun_phrases(sentence: Sentence, cast: Cast, known: KnownNames) -> Iterator[NounPhrase]:
    """The phrases of a sentence that a noun of the lexicon heads."""
    tokens = sentence.tokens
    for first, last, noun in noun_spans(tokens):
        start = phrase_start(tokens, first)
        form = " ".join(t.text.lower() for t in tokens[first : last + 1])
        traits = read_traits(tokens[start:first], noun, form, cast, known)
        if is_verb_between(tokens, first, last) or is_of_thing(tokens, last):
            continue
        if traits.manager or form not in WHEN_OWNED:
            yield NounPhrase(sentence, start, last, noun.kind, form, traits)


def is_verb_between(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether "hosts" between two names is what one does: "Hallvik hosts Brevik on Saturday"."""
    between = first > 0 and last + 1 < len(tokens)
    return (
        between
        and tokens[first].lower == "hosts"
        and tokens[first - 1].name is not None
        and tokens[last + 1].name is not None
    )


def is_of_thing(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a noun is a thing's, and nobody's: "the side netting", "the international break"."""
    noun, following = tokens[last].lower, tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if noun == "international":
        return following in words("nouns", "international_things")
    return noun == "side" and following in ("netting", "net")


def mentions_in(phrase: NounPhrase, cast: Cast, recent: Sequence[Entity]) -> Iterator[Mention]:
    """Whom a phrase names: those it introduces, or who stands beside it, or nobody yet."""
    sentence, tokens, last = phrase.sentence, phrase.sentence.tokens, phrase.last
    traits = phrase.traits

    def called(place: int) -> Entity | None:
        entity = cast.find(tokens[place].text, recent)
        return entity if entity and entity.kind is phrase.kind else None

    behind = names_behind(tokens, last, phrase.form)
    introduced = {place: entity for place in behind if (entity := called(place))}
    for place, entity in introduced.items():
        yield named(sentence, phrase.start if place == last + 1 else place, place, entity, traits)
    if introduced:
        return
    end, team = team_behind(tokens, last, cast)
    if team and not traits.team:
        traits = replace(traits, team=team)
    beside = name_beside(tokens, phrase.start, end)
    bearer = called(beside) if beside is not None and phrase.form != "men" else None
    if bearer:
        yield Mention(sentence, phrase.start, last, last, bearer.kind, bearer, traits, False, True)
    elif is_particular(traits):
        yield unnamed(sentence, phrase.start, last, phrase.kind, traits)


def is_particular(traits: Traits) -> bool:
    """Whether a phrase says enough to stand for somebody: "home side", and not "side"."""
    told = (traits.nationality, traits.team, traits.manager, traits.ground)
    return traits.definite or any(told)


def nationals(sentence: Sentence, known: KnownNames) -> Iterator[Mention]:
    """The nationalities that head a phrase: "the Croatian", "the Dutchman"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[1:], 1):
        if tokens[i - 1].text.lower() != "the" or token.text.endswith("s"):
            continue
        country = known.country_of(token.text)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        alone = following is None or not (following.tag.startswith(("NN", "JJ")) or following.name)
        if country and alone:
            traits = Traits(nationality=country, definite=True)
            yield unnamed(sentence, i - 1, i, Kind.PERSON, traits)


def of_two(sentence: Sentence) -> Iterator[Mention]:
    """Who is told as one of two named right before: "Kaba fed Lokat, and the latter crossed"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[1:], 1):
        if token.lower in OF_TWO and tokens[i - 1].lower == "the":
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following is None or not (following.tag.startswith("NN") or following.name):
                yield unnamed(sentence, i - 1, i, Kind.PERSON, Traits(definite=True))

"""Find the noun phrases that stand for somebody: names with their roles, epithets, pronouns.

"Midtjylland goalkeeper Jesper Hansen" is one mention of Jesper Hansen with a role and a team; "the
Danish side" one of a team with a nationality. Phrases are found by words, not by the parse, so a
parse gone wrong in the middle of one does no harm.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.known_names import KnownNames
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table
from kg.mentions.cast import Cast
from kg.mentions.entities import Entity, Kind, Mention, Traits

PERSON_PRONOUNS = frozenset({"he", "him", "his", "himself", "who", "whose"})
TEAM_PRONOUNS = frozenset({"they", "them", "their", "it", "its", "which", "themselves", "itself"})
DETERMINERS = frozenset({"the", "their", "his", "its", "a", "an", "this", "these", "both"})
DEFINITE = frozenset({"the", "their", "its", "this", "his"})
LONGEST_NOUN = 2  # words: "centre back", "head coach"


@dataclass(frozen=True)
class Noun:
    """A noun that stands for a person or a team, as the lexicon has it."""

    kind: Kind
    role: str | None
    ground: str | None


@cache
def nouns() -> Mapping[str, Noun]:
    """Every noun of the lexicon that can head an epithet."""
    found: dict[str, Noun] = {}
    for form in table("nouns", "teams")["any"]:
        found[form] = Noun(Kind.TEAM, None, None)
    for ground in ("home", "away"):
        for form in table("nouns", "teams")[ground]:
            found[form] = Noun(Kind.TEAM, None, ground)
    for role, forms in [*table("nouns", "people").items(), *table("nouns", "roles").items()]:
        for form in forms:
            found[form] = Noun(Kind.PERSON, role, None)
    return found


def find_phrases(
    sentence: Sentence, cast: Cast, known: KnownNames, recent: Callable[[], list[Entity]]
) -> Iterator[Mention]:
    """The mentions of a sentence from left to right; those without a name have no entity yet."""
    tokens = sentence.tokens
    taken = [False] * len(tokens)
    found: list[Mention] = []
    for mention in sorted(
        phrases_with_nouns(sentence, cast, known, recent), key=lambda m: m.first - m.last
    ):
        if not any(taken[mention.first : mention.last + 1]):
            found.append(mention)
            taken[mention.first : mention.last + 1] = [True] * (mention.last - mention.first + 1)
    for token in tokens:
        if taken[token.index] and not token.name:
            continue
        if token.name and not any(m.head == token.index for m in found):
            entity = cast.find(token.text, recent())
            if entity:
                found.append(named(sentence, token.index, token.index, entity, Traits()))
            elif token.index and tokens[token.index - 1].text.lower() == "the":  # "the Swans"
                traits = Traits(nickname=token.text, definite=True)
                found.append(unnamed(sentence, token.index - 1, token.index, Kind.TEAM, traits))
        elif token.text.lower() == "it" and not token.relation.startswith("nsubj"):
            continue  # "volleyed it": the ball
        elif not token.name and token.text.lower() in PERSON_PRONOUNS | TEAM_PRONOUNS:
            kind = Kind.PERSON if token.text.lower() in PERSON_PRONOUNS else Kind.TEAM
            found.append(unnamed(sentence, token.index, token.index, kind, Traits()))
    yield from sorted(found, key=lambda m: (m.first, m.last))


def named(sentence: Sentence, first: int, last: int, entity: Entity, traits: Traits) -> Mention:
    """A mention whose last word is a name."""
    return Mention(sentence, first, last, last, entity.kind, entity, traits, True)


def unnamed(sentence: Sentence, first: int, last: int, kind: Kind, traits: Traits) -> Mention:
    """A mention whose last word is a noun or pronoun; whom it stands for is open."""
    return Mention(sentence, first, last, last, kind, None, traits, False)


def phrases_with_nouns(
    sentence: Sentence, cast: Cast, known: KnownNames, recent: Callable[[], list[Entity]]
) -> Iterator[Mention]:
    """Phrases headed by a noun of the lexicon, or by a name that such a noun introduces."""
    tokens = sentence.tokens
    for first, last, noun in noun_spans(tokens):
        start = phrase_start(tokens, first)
        traits = read_traits(tokens[start:first], noun, cast, known)
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if following and following.name and tokens[last].text.lower() not in ("men",):
            entity = cast.find(following.text, recent())
            if entity and entity.kind is noun.kind:
                yield named(sentence, start, last + 1, entity, traits)
                continue
        comma = following is not None and following.text == "," and last + 2 < len(tokens)
        if comma and tokens[last + 2].name and tokens[start].text.lower() in ("the", "a"):
            entity = cast.find(tokens[last + 2].text, recent())
            if entity and entity.kind is noun.kind and noun.role:
                yield named(sentence, start, last + 2, entity, traits)
                continue
        if traits.definite or traits.nationality or traits.team or traits.manager or noun.ground:
            yield unnamed(sentence, start, last, noun.kind, traits)
    yield from nationals(sentence, known)


def noun_spans(tokens: tuple[Token, ...]) -> Iterable[tuple[int, int, Noun]]:
    """Where the nouns of the lexicon stand; the longest at each place."""
    i = 0
    while i < len(tokens):
        for length in range(LONGEST_NOUN, 0, -1):
            form = " ".join(t.text.lower() for t in tokens[i : i + length])
            noun = nouns().get(form) or (
                nouns().get(form.rsplit("-", 1)[-1]) if form.endswith("year-old") else None
            )
            if (
                noun
                and i + length <= len(tokens)
                and not any(t.name for t in tokens[i : i + length])
            ):
                yield i, i + length - 1, noun
                i += length
                break
        else:
            i += 1


def phrase_start(tokens: tuple[Token, ...], first: int) -> int:
    """Where the phrase of a noun begins: back over adjectives and nouns to its determiner."""
    start = first
    while start > 0:
        token, before = tokens[start - 1], tokens[start - 2] if start > 1 else None
        if token.text.lower() in DETERMINERS:
            return start - 1
        if token.text in POSSESSIVE and before and before.name:
            start -= 2
            return start
        adjective = token.tag.startswith(("JJ", "NN", "CD", "VBN")) and token.tag != "NNS"
        if not (token.name or adjective) or token.text in ",;":
            return start
        start -= 1
    return start


def read_traits(before: tuple[Token, ...], noun: Noun, cast: Cast, known: KnownNames) -> Traits:
    """What stands before the noun: "home", "Danish", "Midtjylland", "Dalby's"."""
    ground, nationality, team, manager = noun.ground, None, None, None
    for i, token in enumerate(before):
        lower = token.text.lower()
        if lower in ("home", "away", "visiting"):
            ground = "home" if lower == "home" else "away"
        nationality = known.country_of(token.text) or nationality
        entity = cast.find(token.text) if token.name else None
        if entity and entity.kind is Kind.TEAM:
            team = entity
        owned = i + 1 < len(before) and before[i + 1].text in POSSESSIVE
        if entity and entity.kind is Kind.PERSON and owned and noun.kind is Kind.TEAM:
            manager = entity
    if (
        team
        and known.is_country(team.name)
        and noun.role not in ("manager",)
        and noun.kind is Kind.PERSON
    ):
        nationality, team = team.name, None if len(cast.of_kind(Kind.TEAM)) > 2 else team
    definite = bool(before) and before[0].text.lower() in DEFINITE
    return Traits(noun.role, nationality, ground, team, manager, definite=definite)


def nationals(sentence: Sentence, known: KnownNames) -> Iterator[Mention]:
    """The nationalities that head a phrase: "the Croatian", "the Dutchman"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[1:], 1):
        country = known.country_of(token.text)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        alone = following is None or not (following.tag.startswith(("NN", "JJ")) or following.name)
        is_one = tokens[i - 1].text.lower() == "the" and not token.text.endswith("s")
        if country and alone and is_one:
            traits = Traits(nationality=country, definite=True)
            yield unnamed(sentence, i - 1, i, Kind.PERSON, traits)

"""Find the noun phrases that stand for somebody: names with their roles, epithets, pronouns.

"Midtjylland goalkeeper Jesper Hansen" is one mention of Jesper Hansen with a role and a team; "the
Danish side" one of a team with a nationality. Phrases are found by words, not by the parse, so a
parse gone wrong in the middle of one does no harm.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.known_names import KnownNames
from kg.language import Sentence, Token
from kg.lexicon import table
from kg.mentions.cast import Cast
from kg.mentions.entities import Entity, Kind, Mention, Traits
from kg.mentions.traits import noun_spans, phrase_start, read_traits

PERSON_PRONOUNS = frozenset({"he", "him", "his", "himself", "who", "whose"})
TEAM_PRONOUNS = frozenset({"they", "them", "their", "it", "its", "which", "themselves", "itself"})
OWNED_BY_MANAGER = frozenset({"players", "youngsters", "squad"})  # "Sorensen's players"
CLOSES = (",", ".", ")", ":", ";", "–", "—", "-", "who", "!", "?", '"', "”")


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
        if taken[token.index] and not token.name and not opens_name(token, found):
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


def phrases_with_nouns(
    sentence: Sentence, cast: Cast, known: KnownNames, recent: Callable[[], list[Entity]]
) -> Iterator[Mention]:
    """Phrases headed by a noun of the lexicon, or by a name that such a noun introduces."""
    tokens = sentence.tokens
    for first, last, noun in noun_spans(tokens):
        start = phrase_start(tokens, first)
        form = " ".join(t.text.lower() for t in tokens[first : last + 1])
        traits = read_traits(tokens[start:first], noun, form, cast, known)
        if form in OWNED_BY_MANAGER and not traits.manager:
            continue

        def stands_for(place: int, kind: Kind = noun.kind) -> Entity | None:
            entity = cast.find(tokens[place].text, recent())
            return entity if entity and entity.kind is kind else None

        introduced = [i for i in names_behind(tokens, last, form) if stands_for(i)]
        for place in introduced:
            begin = start if place == last + 1 else place
            if entity := stands_for(place):
                yield named(sentence, begin, place, entity, traits)
        if introduced:
            continue
        end, team = team_behind(tokens, last, cast)
        if team and not traits.team:
            traits = replace(traits, team=team)
        beside = name_beside(tokens, start, end)
        bearer = stands_for(beside) if beside is not None and form != "men" else None
        if bearer:
            yield Mention(sentence, start, last, last, bearer.kind, bearer, traits, False, True)
        elif (
            traits.definite or traits.nationality or traits.team or traits.manager or traits.ground
        ):
            yield unnamed(sentence, start, last, noun.kind, traits)
    yield from nationals(sentence, known)


def names_behind(tokens: tuple[Token, ...], last: int, form: str) -> list[int]:
    """The names that a noun introduces: "striker X", "strikers X and Y", "the trio of X and Y"."""
    is_group = form in table("nouns", "groups")["of_people"]
    first = last + 1
    if is_group and first < len(tokens) and tokens[first].lower == "of":
        first += 1
    if first >= len(tokens) or not tokens[first].name or form == "men":
        return []
    found = [first]
    while is_group or form.endswith("s"):
        links = [t.lower for t in tokens[found[-1] + 1 : found[-1] + 3]]
        step = 2 if links[:1] in ([","], ["and"]) else 0
        step += links == [",", "and"]
        following = found[-1] + step
        if not step or following >= len(tokens) or not tokens[following].name:
            break
        found.append(following)
    return found


def team_behind(tokens: tuple[Token, ...], last: int, cast: Cast) -> tuple[int, Entity | None]:
    """Where a phrase ends, and the team it ends with: "the manager of Hallvik"."""
    for place in (last + 2, last + 3):
        if place < len(tokens) and tokens[last + 1].lower == "of" and tokens[place].name:
            team = cast.find(tokens[place].text)
            return (place, team) if team and team.kind is Kind.TEAM else (last, None)
    return last, None


def name_beside(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """The name that a phrase stands in apposition to: "X, the striker,", "the striker, X,"."""
    closed = end + 1 >= len(tokens) or tokens[end + 1].lower.startswith(CLOSES)
    opened = start > 1 and tokens[start - 1].text in (",", "(", "–", "—", "-")
    if opened and closed and tokens[start - 2].name:
        return start - 2
    comma = end + 2 < len(tokens) and tokens[end + 1].text == ","
    behind = tokens[end + 3].lower if end + 3 < len(tokens) else "."
    if comma and tokens[end + 2].name and behind.startswith(CLOSES) and not opened:
        return end + 2
    return None


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

"""What the words of a noun phrase say of whom it stands for: "the former Brevik goalkeeper"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.language import POSSESSIVE, Token
from kg.lexicon import table, words
from kg.mentions.cast.gathering import Cast
from kg.mentions.entities import Entity, Kind, Traits
from kg.names.known import KnownNames

DETERMINERS = frozenset({"the", "their", "his", "its", "a", "an", "this", "these", "both"})
WHOSE = frozenset({"boys", "girls", "men", "women", "ladies"})  # "women's team"
DEFINITE = frozenset({"the", "their", "its", "this", "his"})
GROUNDS = {"home": "home", "host": "home", "away": "away", "visiting": "away", "travelling": "away"}
LONGEST_NOUN = 3  # words: "centre back", "left wing back"
STAFF = "staff"  # who coaches and manages no team: "Hallvik assistant coach Jon Sorensen"


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


def noun_spans(tokens: tuple[Token, ...]) -> Iterable[tuple[int, int, Noun]]:
    """Where the nouns of the lexicon stand; the longest at each place."""
    plain = ["" if token.name else token.lower for token in tokens]  # no noun spans a name
    i = 0
    while i < len(tokens):
        for length in range(LONGEST_NOUN if plain[i] in first_words() else 1, 0, -1):
            noun = noun_called(" ".join(plain[i : i + length]))
            is_one = not (is_adverb(tokens, i) or is_of_line(tokens, i))
            if noun and i + length <= len(tokens) and is_one:
                yield i, i + length - 1, noun
                i += length
                break
        else:
            i += 1


@cache
def first_words() -> frozenset[str]:
    """The words with which nouns of several words begin."""
    return frozenset(form.split()[0] for form in nouns() if " " in form)


def is_adverb(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "forward" tells where somebody goes: "from a foray forward Kaba shot"."""
    before = tokens[place - 1].lower if place else ""
    return tokens[place].lower == "forward" and before in words("positions", "moves_forward")


def is_of_line(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether "back" tells of a line or a place: "over the back four", "at the back post"."""
    if tokens[place].lower != "back":
        return False
    behind = [t.lower for t in tokens[place + 1 : place + 3]]
    return behind[:1] != [] and behind[0] in words("positions", "lines") and "minutes" not in behind


def noun_called(form: str) -> Noun | None:
    """The noun with that form, or whose last part it ends in: "22-year-old", "player-manager"."""
    noun = nouns().get(form)
    if noun or "-" not in form or " " in form:
        return noun
    last = nouns().get(form.rsplit("-", 1)[-1])
    is_age, manages = form.endswith("year-old"), last is not None and last.role == "manager"
    return nouns().get("year-old") if is_age else last if manages else None


def phrase_start(tokens: tuple[Token, ...], first: int) -> int:
    """Where the phrase of a noun begins: back over adjectives and nouns to its determiner."""
    start = first
    while start > 0:
        start -= own_sex(tokens, start)
        token, before = tokens[start - 1], tokens[start - 2] if start > 1 else None
        if token.text.lower() in DETERMINERS:
            return start - 1
        if token.text in POSSESSIVE and before:
            return phrase_start(tokens, start - 2) if owns(before) else start
        adjective = token.tag.startswith(("JJ", "NN", "CD", "VBN")) and token.tag != "NNS"
        adjective = adjective or token.lower in GROUNDS or token.lower in words("ties", "former")
        if not (token.name or adjective) or token.text in ",;" or ends_subject(token, before):
            return start
        start -= 1
    return start


def own_sex(tokens: tuple[Token, ...], place: int) -> int:
    """How many words before a place say whose sport it is: "the Norheim boys soccer team"."""
    owns = place > 2 and tokens[place - 1].text in POSSESSIVE
    word = tokens[place - 1 - owns].lower
    return 1 + owns if word in WHOSE and place > 1 + owns else 0


def ends_subject(token: Token, before: Token | None) -> bool:
    """Whether a word is of no phrase, whatever its tag: "Hallvik trail leaders Brevik".

    Behind who does it a participle is a verb: "the winger sent goalkeeper Osk the wrong way".
    """
    if before is None:
        return False
    if token.tag == "VBN" and before.name is None and before.lower in nouns():
        return True
    if token.tag == "VBN" and before.name is not None:
        return token.lower not in words("clauses", "of_origin")  # "Kaba replaced midfielder Osk"
    return before.name is not None and token.lower in words("clauses", "behind_subject")


def owns(token: Token) -> bool:
    """Whether a word before "'s" is a team's or a person's: "Hallvik's", "the visitors'"."""
    noun = nouns().get(token.text.lower())
    return token.name is not None or (noun is not None and noun.kind is Kind.TEAM)


def read_traits(
    before: tuple[Token, ...], noun: Noun, form: str, cast: Cast, known: KnownNames
) -> Traits:
    """What stands before the noun, and the noun: "home", "Danish", "Brevik", "Dalby's"."""
    ground, nationality, manager = noun.ground, None, None
    for i, token in enumerate(before):
        ground = GROUNDS.get(token.text.lower()) or ground_of(token) or ground
        nationality = (
            known.country_of(token.text) or league_country(token, noun, known) or nationality
        )
        entity = cast.find(token.text) if token.name else None
        owned = i + 1 < len(before) and before[i + 1].text in POSSESSIVE
        if entity and entity.kind is Kind.PERSON and owned and noun.kind is Kind.TEAM:
            manager = entity
    team, former = team_told(before, cast)
    role = noun.role
    lower = {t.text.lower() for t in before} | set(form.split("-"))
    if role == "manager" and lower & words("ties", "aides"):
        role = STAFF
    plays = noun.kind is Kind.PERSON and role != "manager"
    if team and plays and known.is_country(team.name):
        nationality, team = team.name, None if len(cast.of_kind(Kind.TEAM)) > 2 else team
    definite = bool(before) and before[0].text.lower() in DEFINITE
    return Traits(role, nationality, ground, team, manager, definite=definite, former=former)


def league_country(token: Token, noun: Noun, known: KnownNames) -> str | None:
    """The country of the league that a team plays in: "the Bundesliga side"."""
    league = known.competition(token.text) if token.name and noun.kind is Kind.TEAM else None
    return league.country or None if league else None


def ground_of(token: Token) -> str | None:
    """The ground of the team that a word stands for: "the visitors' captain"."""
    noun = nouns().get(token.text.lower())
    return noun.ground if noun and noun.kind is Kind.TEAM else None


def team_told(before: tuple[Token, ...], cast: Cast) -> tuple[Entity | None, bool]:
    """The team before a noun, and whether it is a former one's.

    In "Hallvik's former Brevik striker" it is the owner's, and no former one.
    """
    former = next((i for i, t in enumerate(before) if t.lower in words("ties", "former")), None)
    teams = [(i, entity) for i, entity in teams_in(before, cast)]
    if former is None or not teams:
        return (teams[-1][1] if teams else None), former is not None
    owners = [entity for i, entity in teams if i < former]
    if owners and teams[-1][0] > former:
        return owners[-1], False
    return teams[-1][1], True


def teams_in(tokens: tuple[Token, ...], cast: Cast) -> Iterator[tuple[int, Entity]]:
    """The teams that some words name, with their places."""
    for i, token in enumerate(tokens):
        entity = cast.find(token.text) if token.name else None
        if entity and entity.kind is Kind.TEAM:
            yield i, entity

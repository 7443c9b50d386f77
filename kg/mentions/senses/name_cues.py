"""What a name names, by itself: by its words, by the lists of known names, by the team sheet.

"Hallvik United" is a team, "Norheim Park" a ground, whatever is said of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.lexicon import content, table, words
from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote
from kg.mentions.senses.name_words import is_given_name
from kg.names.known import KnownNames
from kg.sheets import Sheet, is_form

INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
LETTERS = 4  # at the most, that stand for words behind a place: "Norheim RFC"
IN_SHEET = 15.0  # what a team sheet says is sure


def votes_by_form(name: str, known: KnownNames) -> Iterator[Vote]:
    """What a name says by itself: its words, and what lists know of it."""
    parts = name.split()
    competitions, places = table("nouns", "competitions"), table("nouns", "places")
    if parts[0] in competitions["stages"] and len(parts) == 2:
        yield Kind.STAGE, 20
    if any(part in competitions["words"] for part in parts) and not is_surname(parts):
        yield Kind.COMPETITION, 20
    if is_ground(parts):
        yield Kind.VENUE, 6
    if len(parts) > 1 and (parts[-1] in places["ground_or_surname"] or parts[0] == "The"):
        yield Kind.VENUE, 2
    if is_medium(parts):
        yield Kind.OTHER, 9
    if all(INITIALS.fullmatch(part) for part in parts):
        yield Kind.OTHER, 9  # "of Norheim, N.L."
    if names_thing(parts):
        yield Kind.OTHER, 9
    yield from club_or_person(parts)
    yield from votes_by_lists(name, known)


def is_surname(parts: Sequence[str]) -> bool:
    """Whether a word of competitions is somebody's: "Ben Coupe", not "Grace Cup"."""
    surnames = table("nouns", "competitions")["surnames"]
    return len(parts) == 2 and is_given_name(parts[0]) and parts[1] in surnames


def is_ground(parts: Sequence[str]) -> bool:
    """Whether a name is surely a ground's: "Fjord Stadium", "Norheim Park Road"."""
    places = table("nouns", "places")
    if parts[-1] in places["ground"] or (len(parts) > 1 and parts[0] in places["ground_first"]):
        return True
    return len(parts) > 2 and places["ground_or_surname"].issuperset(parts[-2:])


def is_medium(parts: Sequence[str]) -> bool:
    """Whether a name is a newspaper's or a station's: "Norheim Evening News", "NPA Radio Orla"."""
    places = table("nouns", "places")
    tells = parts[-1] in places["media"] or parts[0] in places["media_first"]
    return len(parts) > 1 and (tells or "Radio" in parts)


def names_thing(parts: Sequence[str]) -> bool:
    """Whether a name is a body's, a prize's, a stand's or a day's: "Shore Stand", "Groundhog Day".

    Preston North End are a club.
    """
    things = table("nouns", "things")
    is_stand = len(parts) > 1 and parts[-1] in things["stands"] and parts[-2:] != ["North", "End"]
    is_day = len(parts) > 1 and parts[-1] in things["occasions"] and not is_given_name(parts[0])
    return is_stand or is_day or parts[-1] in things["bodies"] | things["prizes"]


def club_or_person(parts: Sequence[str]) -> Iterator[Vote]:
    """Whether the words of a name are rather a club's or a person's."""
    clubs = table("nouns", "clubs")
    seats = words("names", "seats_of_learning")
    is_school = (parts[0] in seats and "of" in parts) or (len(parts) > 1 and parts[-1] in seats)
    if is_school or parts[0] in clubs["affixes"] or parts[-1] in clubs["affixes"] | clubs["last"]:
        yield Kind.TEAM, 4
    elif len(parts) > 1 and (ends_in_letters(parts) or parts[0] in clubs["first"]):
        yield Kind.TEAM, 3
    elif len(parts) == 1:
        is_given = is_given_name(parts[0])
        yield Kind.PERSON, priors()["person_of_one_given" if is_given else "person_of_one_word"]
    elif parts[-1] in table("nouns", "places")["ground_or_surname"]:
        yield Kind.PERSON, priors()["person_of_words"]  # "Ashley Park" may be a ground
    elif is_given_name(parts[0].split("-")[0]):
        yield Kind.PERSON, priors()["person_of_given_name"]
    else:
        yield Kind.PERSON, priors()["person_of_words"]
        yield Kind.TEAM, priors()["team_of_words"]


def ends_in_letters(parts: Sequence[str]) -> bool:
    """Whether the last word of a name is letters that stand for words: "Norheim RFC".

    Ivo Kaba II is a person.
    """
    last = parts[-1]
    is_short = 1 < len(last) <= LETTERS and last.isalpha() and last.isupper()
    return is_short and not parts[0].isupper() and last not in words("names", "suffixes")


@cache
def priors() -> Mapping[str, float]:
    """What a name is if nothing is known of it."""
    return {name: float(weight) for name, weight in content("senses")["priors"].items()}


def votes_by_lists(name: str, known: KnownNames) -> Iterator[Vote]:
    """What the lists of known clubs, countries and grounds say of a name."""
    if known.clubs_called(name):
        yield Kind.TEAM, 4 if known.club(name) and " " in name else 3
    if known.is_country(name):
        yield Kind.TEAM, 2
        yield Kind.CITY, 1
    if known.is_ground(name):
        yield Kind.VENUE, 3 if known.clubs_called(name) else 6


def votes_by_sheet(names: Iterable[str], sheet: Sheet | None) -> Iterator[tuple[str, Vote]]:
    """What a team sheet says: its names, in any form, are people, its headings teams."""
    if sheet is None:
        return
    people = {name.text for name in sheet.names}
    teams = {side.team.text for side in sheet.sides if side.team}
    for name in names:
        if name in teams:
            yield name, (Kind.TEAM, IN_SHEET)
        elif any(is_form(name, person) for person in people):
            yield name, (Kind.PERSON, IN_SHEET)

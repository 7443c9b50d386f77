"""The known names: clubs, countries, competitions and grounds, looked up by any of their forms.

They only help: a club that no list knows is read from how its report uses its name. Countries and
their demonyms are more than help, they are English: "the Danish side" needs them.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kg.errors import InputError
from kg.names.tables import AnyEntry, Club, Competition, Country, Entry, Ground, key, read_table

FILES: Mapping[str, type[Entry]] = {
    "clubs.csv": Club,
    "competitions.csv": Competition,
    "countries.csv": Country,
    "grounds.csv": Ground,
}
# Letters that Unicode does not take apart into a letter and an accent, and typographic signs.
PAIRS = "łl ŁL øo ØO đd ĐD ðd ÐD ıi əe æae ÆAe œoe ŒOe ßss þth ÞTh ’' ‘' `' ´' ‐- ‑- –-"
PLAIN_LETTERS = str.maketrans({pair[0]: pair[1:] for pair in PAIRS.split()})

Item = TypeVar("Item")
Index = Mapping[str, tuple[Item, ...]]


def plain(name: str) -> str:
    """The form in which names are compared: no accents, single spaces, the case as it is.

    >>> plain("Bodø/Glimt"), plain("St James’  Park")
    ('Bodo/Glimt', "St James' Park")
    """
    if not name.isascii() or "`" in name:
        letters = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(name.split())


def index(pairs: Iterable[tuple[str, Item]]) -> Index[Item]:
    """Everything each form may stand for, in the order given."""
    found: dict[str, dict[Item, None]] = {}
    for form, item in pairs:
        found.setdefault(plain(form), {})[item] = None
    return {form: tuple(items) for form, items in found.items()}


def by_form(entries: Iterable[AnyEntry]) -> Index[AnyEntry]:
    """Every entry by each of its names and aliases, in plain form."""
    return index((form, entry) for entry in entries for form in entry.forms)


def only(items: tuple[AnyEntry, ...], form: str) -> AnyEntry | None:
    """The one entry that a form means: the one so named before those that it is an alias of."""
    named = [item for item in items if plain(item.name) == plain(form)]
    choice = named or items
    return choice[0] if len(choice) == 1 else None


@dataclass(frozen=True)
class KnownNames:
    """Known names; every look-up heeds the case and ignores accents.

    A look-up in the singular gives None for a form that is unknown or means several; the one in
    the plural gives them all.
    """

    clubs: tuple[Club, ...] = ()
    competitions: tuple[Competition, ...] = ()
    countries: tuple[Country, ...] = ()
    grounds: tuple[Ground, ...] = ()

    def club(self, form: str) -> Club | None:
        """The club with that name or alias: "Spurs" is Tottenham Hotspur."""
        return only(self.club_forms.get(plain(form), ()), form)

    def nickname(self, form: str) -> Club | None:
        """The club with that nickname, with or without "the": "the Gunners" are Arsenal."""
        return only(self.nicknames.get(without_article(form), ()), form)

    def clubs_called(self, form: str) -> tuple[Club, ...]:
        """Every club with that name, alias or nickname: "the Reds" are Liverpool, among others."""
        bare = without_article(form)
        named = self.club_forms.get(plain(form)) or self.club_forms.get(bare, ())
        return tuple(dict.fromkeys(named + self.nicknames.get(bare, ())))

    def clubs_at(self, ground: str) -> tuple[Club, ...]:
        """The clubs at home on that ground: San Siro has two."""
        return self.home_grounds.get(plain(ground), ())

    def country(self, form: str) -> Country | None:
        """The country with that name or alias: "Holland" is the Netherlands."""
        return only(self.country_forms.get(plain(form), ()), form)

    def country_of(self, demonym: str) -> str | None:
        """The country whose people or things are called so, by name: "Danish", "Dane"."""
        found = self.demonyms.get(plain(demonym), ())
        return found[0].name if len(found) == 1 else None

    def competition(self, form: str) -> Competition | None:
        """The competition with that name or alias."""
        return only(self.competition_forms.get(plain(form), ()), form)

    def is_country(self, form: str) -> bool:
        """Whether a country is called so."""
        return plain(form) in self.country_forms

    def is_ground(self, form: str) -> bool:
        """Whether a ground is called so."""
        return plain(form) in self.home_grounds or plain(form) in self.ground_forms

    def without_clubs(self) -> "KnownNames":
        """Only what is language and no list of things: the countries and their demonyms."""
        return KnownNames(countries=self.countries)

    @cached_property
    def club_forms(self) -> Index[Club]:
        """Names and aliases of clubs, in plain form."""
        return by_form(self.clubs)

    @cached_property
    def nicknames(self) -> Index[Club]:
        """Nicknames of clubs, in plain form, without "the"."""
        return index((name, club) for club in self.clubs for name in club.nicknames)

    @cached_property
    def home_grounds(self) -> Index[Club]:
        """The clubs' grounds, in plain form."""
        return index((ground, club) for club in self.clubs for ground in club.grounds)

    @cached_property
    def ground_forms(self) -> Index[Ground]:
        """Names and aliases of other grounds, in plain form."""
        return by_form(self.grounds)

    @cached_property
    def country_forms(self) -> Index[Country]:
        """Names and aliases of countries, in plain form."""
        return by_form(self.countries)

    @cached_property
    def demonyms(self) -> Index[Country]:
        """Adjectives and nouns of nationality, in plain form."""
        return index((d, c) for c in self.countries for d in c.adjectives + c.nouns)

    @cached_property
    def competition_forms(self) -> Index[Competition]:
        """Names and aliases of competitions, in plain form."""
        return by_form(self.competitions)


NO_NAMES = KnownNames()


def without_article(form: str) -> str:
    """A nickname in plain form, without the article before it."""
    return plain(form).removeprefix("the ").removeprefix("The ")


def load_known_names(folder: Path) -> KnownNames:
    """The names in a folder of CSV files; a file that is not there is an empty table.

    Raises:
        InputError: The folder holds none of the files, or a file is no such table.
    """
    there = {file: kind for file, kind in FILES.items() if (folder / file).is_file()}
    if not there:
        raise InputError(str(folder), "no names here", f"it should hold {' or '.join(FILES)}")
    tables = {Path(file).stem: read_table(folder / file, kind) for file, kind in there.items()}
    return KnownNames(**tables)  # type: ignore[arg-type]  # the files are named as the fields are


def join(known: KnownNames, extra: KnownNames) -> KnownNames:
    """The names of both; an extra entry adds to the known one that it names."""
    return KnownNames(
        clubs=add(known.clubs, extra.clubs, known),
        competitions=add(known.competitions, extra.competitions, known),
        countries=add(known.countries, extra.countries, known),
        grounds=add(known.grounds, extra.grounds, known),
    )


def add(
    entries: Iterable[AnyEntry], extra: Iterable[AnyEntry], known: KnownNames
) -> tuple[AnyEntry, ...]:
    """One table with the entries of another.

    An extra entry is the one that bears any of its forms as its name, if there is one such in its
    country; `known` tells which names mean one country.
    """
    found = {key(entry): entry for entry in entries}
    same = index((entry.name, at) for at, entry in found.items())
    for entry in extra:
        bearers = dict.fromkeys(at for form in entry.forms for at in same.get(plain(form), ()))
        country = getattr(entry, "country", "")
        here = [at for at in bearers if is_one_country(at[1], country, known)]
        at = here[0] if len(here) == 1 else key(entry)
        found[at] = unite(found[at], entry) if at in found else entry
    return tuple(found.values())


def is_one_country(one: str, other: str, known: KnownNames) -> bool:
    """Whether two names mean one country: "Holland" and "Netherlands"; an empty one means any."""
    countries = {
        found.name if (found := known.country(name)) else name for name in (one, other) if name
    }
    return len(countries) < 2


def unite(entry: AnyEntry, other: AnyEntry) -> AnyEntry:
    """An entry with what another adds: forms it lacks, cells it leaves empty."""
    forms = dict.fromkeys(form for form in entry.aliases + other.forms if form != entry.name)
    changes: dict[str, object] = {"aliases": tuple(forms)}
    for field in fields(entry)[2:]:
        mine, more = getattr(entry, field.name), getattr(other, field.name)
        both = mine or more if field.type is str else tuple(dict.fromkeys(mine + more))
        changes[field.name] = both
    return replace(entry, **changes)  # type: ignore[arg-type]  # each field keeps its type

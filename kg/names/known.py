"""The known names: clubs, countries, competitions and grounds, looked up by any of their forms.

They only help: a club that no list knows is read from how its report uses its name. Countries and
their demonyms are more than help, they are English: "the Danish side" needs them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import InputError
from kg.names.forms import Index, by_form, index, only, plain, without_article
from kg.names.tables import Club, Competition, Country, Entry, Ground, read_table

FILES: Mapping[str, type[Entry]] = {
    "clubs.csv": Club,
    "competitions.csv": Competition,
    "countries.csv": Country,
    "grounds.csv": Ground,
}


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

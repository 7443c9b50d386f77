"""openfootball's text format for clubs and grounds, line by line.

    = Denmark
    == Jutland ==
    FC Brevik, 1999, @ Brevik Park, Brevik › Norland   # a comment
      | Brevik | FCB | FC Brewik [de]
    ii) FC Brevik II
     Kaj Zartows Vej 5 // 7400 Herning

In a file of grounds, a line goes "MCH Arena, 11_800, 2004, Herning". The year, the capacity, the
region and the address are read and not kept: our tables have no column for them.
"""

import re
from dataclasses import replace

from kg.names.known import KnownNames
from kg.names.tables import Club, Ground, tidy

COMMENT = re.compile(r"(?:^|\s)#.*")
RULE = re.compile(r"=+")
HEADING = re.compile(r"(?P<level>=+)(?P<title>[^=]+)=*")
# "ii) FC Brevik II", the second team of the club above
RESERVES = re.compile(r"[ivx]+\)\s+")
# "(1928-2019)", of a club that is no more
YEARS = re.compile(r"\s*\((?=[^()]*\d{4})[-–/,.\d\s]*\)")
DATE_OR_SIZE = re.compile(r"(?:c\.\s*)?\d{4}(?:[-/]\d{2,4})?|\d{1,3}(?:_\d{3})+")
# "1971 @ Stadion Miejski", "1973 Reykjavík"
YEAR_WITHOUT_COMMA = re.compile(r"^\d{4}\s+")
# "$Emirates$ Stadium" has a sponsor; "[en]" a language
MARKS = re.compile(r"\$+|\s*\[[a-z]{2,3}\]")
# What stands behind the city in "London (Fulham)" and "Burnley › Lancashire"
DISTRICT_OR_REGION = re.compile(r"\s*\([^()]*\)|\s*›.*")
# "city:esteli" is a key, "note: ..." a note
NO_NAME = re.compile(r"[\W_]*|[a-z]+:.*|.*[|=<>;*].*")


class UnreadableError(Exception):
    """A line that is not as the format has it; the message says why."""


class Reader:
    """Reads the lines of one file in their order and keeps the entries found so far.

    Args:
        kind: what a line names, a club or a ground.
        known: gives the spelling of countries.
    """

    def __init__(self, kind: type[Club] | type[Ground], known: KnownNames) -> None:
        self.entries: list[Club | Ground] = []
        self.kind = kind
        self.known = known
        self.country = ""
        self.open = False  # whether variants and reserves may follow

    def read(self, line: str) -> None:
        """Read the next line.

        Raises:
            UnreadableError: It is none of the format's; what it does say is kept all the same.
        """
        line = COMMENT.sub("", line).strip()
        if not line or RULE.fullmatch(line) or "//" in line:
            return
        if heading := HEADING.fullmatch(line):
            self.open = False
            if len(heading["level"]) == 1:
                self.country = self.spell_country(heading["title"])
        elif line.startswith("|"):
            self.read_variants(line)
        elif reserves := RESERVES.match(line):
            self.read_reserves(line[reserves.end() :])
        else:
            self.read_entry(line)

    def spell_country(self, title: str) -> str:
        """The country of a heading; of "Österreich • Austria" the one that is known."""
        names = [tidy(name) for name in title.split("•")]
        found = [country.name for name in names if (country := self.known.country(name))]
        return (found or names)[0]

    def read_variants(self, line: str) -> None:
        """Further names of the entry above."""
        if not self.open:
            raise UnreadableError("other names, and nothing above that they could name")
        names = [to_name(part) for part in line.split("|") if part.strip()]
        if not names:
            raise UnreadableError("no name after the bar")
        last = self.entries[-1]
        forms = dict.fromkeys((*last.aliases, *(name for name in names if name != last.name)))
        self.entries[-1] = replace(last, aliases=tuple(forms))

    def read_reserves(self, text: str) -> None:
        """The second team of the club above, which is a club of its own."""
        if not self.open:
            raise UnreadableError("a second team, and no club above")
        above = self.entries[-1]
        self.entries.append(Club(to_name(text), country=self.country, city=above.city))

    def read_entry(self, line: str) -> None:
        """A club or a ground: its name, then what else is told, between commas."""
        self.open = False
        name, *cells = YEARS.sub("", line).split(",")
        cells = [YEAR_WITHOUT_COMMA.sub("", cell.strip()) for cell in cells]
        told = [cell for cell in cells if cell and not DATE_OR_SIZE.fullmatch(cell)]
        places = [cell for cell in told if not cell.startswith("@")]
        homes = [to_name(cell.removeprefix("@")) for cell in told if cell.startswith("@")]
        city = tidy(DISTRICT_OR_REGION.sub("", places[0])) if places else ""
        a_key = NO_NAME.fullmatch(city) is not None
        entry = self.kind(to_name(name), country=self.country, city="" if a_key else city)
        if isinstance(entry, Club):
            entry = replace(entry, grounds=tuple(homes))
        self.entries.append(entry)
        self.open = True
        if city and a_key:
            raise UnreadableError(f'read without its city: "{city}" is no name')


def to_name(text: str) -> str:
    """A name without years and marks."""
    name = tidy(MARKS.sub("", YEARS.sub("", text))).strip(" ,")
    if NO_NAME.fullmatch(name):
        raise UnreadableError(f'"{name}" is no name')
    return name

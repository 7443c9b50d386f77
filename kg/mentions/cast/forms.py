"""Which of a report's names are forms of one name: "Rovani" of Marco Rovani."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kg.lexicon import content, table, words
from kg.mentions.cast.first_names import is_called
from kg.mentions.cast.sides_of_clubs import of_club
from kg.mentions.cast.slips import is_slip
from kg.mentions.entities import Kind
from kg.names.forms import REMEMBERED, is_short_for, plain
from kg.names.known import KnownNames
from kg.sheets import is_form

SHORTEST = 4  # letters of its beginning that a club's name keeps, an "s" behind them left aside
CLIPPED = 5  # letters at the least that a club's name keeps where it loses its beginning


@lru_cache(REMEMBERED)
def stem(name: str, kind: Kind) -> str:
    """A name without what only marks it as a club: "FC Brevik" -> "Brevik"."""
    if kind is not Kind.TEAM or " of " in name:  # "FC United of Karsk" keeps it
        return name
    affixes = table("nouns", "clubs")["affixes"] - words("nouns", "affixes_of_the_name")
    parts = name.split()
    if parts[0] == "The" and len(parts) > 2 and parts[1] not in words("nouns", "behind_the"):
        parts = parts[1:]
    kept = [part for part in parts if part not in affixes]
    return " ".join(long_forms().get(part, part) for part in kept) or name


def as_written(name: str, kind: Kind) -> str:
    """The stem of a name, with short words that clubs write in their own names: "St Orla's"."""
    whole, parts = stem(name, kind), name.split()
    for short, word in content("names")["usual_short"].items():
        if kind is Kind.TEAM and short in parts and word not in parts:
            whole = " ".join(short if part == word else part for part in whole.split())
    return whole


@cache
def long_forms() -> Mapping[str, str]:
    """The words that reports shorten in the names of clubs, by their short forms."""
    shortened = table("names", "short_forms").items()
    return {short: word for word, forms in shortened for short in forms}


def best_form(forms: Sequence[str], kind: Kind, counts: Counter[str]) -> str:
    """The fullest form, without club affixes; of two equally full ones, the one used most."""
    uses: Counter[str] = Counter()
    for form in forms:
        uses[as_written(form, kind)] += counts[form]
    short = set[str]()
    if kind is Kind.TEAM:
        short = {f for f in forms if any(is_short_for(f, w) or is_cut(f, w) for w in forms)}
    return max(
        sorted(uses),
        key=lambda f: (
            initial_of(f) is None,
            f not in short,
            len(f.split()),
            uses[f],
            len(f),
        ),
    )


def initial_of(name: str) -> str | None:
    """The initial that a name opens with in place of a first name: "O Tveter", "O. Tveter"."""
    first, *rest = name.replace(".", " ").split() or [""]
    return first if rest and len(first) == 1 and first.isupper() else None


def is_nickname(name: str, known: KnownNames) -> bool:
    """Whether a list knows a name only as a nickname: "Black Cats"."""
    return bool(known.clubs_called(name)) and plain(name) not in known.club_forms


def matches_listed(name: str, leaders: Sequence[str]) -> list[str]:
    """The full name of the report that a name in a team sheet is short for, if there is just one.

    "Tveter" and "O Tveter" are short for Ole Tveter; "Robert" is not short for Robert Tveter.
    """
    found = [lead for lead in leaders if is_form(name, lead) or is_called(name, lead)]
    return found if len(found) == 1 else []


def matches(
    name: str, leaders: Sequence[str], kind: Kind, counts: Counter[str], known: KnownNames
) -> list[str]:
    """The leading names that a name may be a form of."""
    mine = plain(stem(name, kind)).lower()
    bare = {
        lead: plain(stem(lead, kind)).lower()
        for lead in leaders
        if not is_other_country(name, lead, known)
    }
    if same := [lead for lead, whole in bare.items() if whole == mine]:
        return same
    if kind is Kind.TEAM:
        clubs = set(known.clubs_called(name))
        if same := [lead for lead in leaders if clubs & set(known.clubs_called(lead))]:
            return most_used(same, counts)
        clipped = [lead for lead, whole in bare.items() if is_clipped(mine, whole)]
        clipped += [lead for lead in bare if is_shortened(name, lead, known)]
        if longer := longer_of_team(mine, bare, counts) or most_used(clipped, counts):
            return longer
    if kind is Kind.PERSON:
        if longer := longer_of_person(mine, bare):
            return longer
        called = [lead for lead in leaders if is_called(name, lead)]
        if called or initial_of(name):
            return called or [lead for lead in leaders if is_form(name, lead)]
    return most_used([lead for lead, whole in bare.items() if is_slip(mine, whole, kind)], counts)


def is_clipped(name: str, whole: str) -> bool:
    """Whether a name is what supporters make of the last word of a longer one.

    "Gladbekk" ends "Norengladbekk", and is no word of its own in the middle of it.
    """
    last = whole.rpartition(" ")[2]
    ends = len(name) >= CLIPPED and name != last and last.endswith(name)
    return ends or any(
        name in forms and whole.endswith(f" {word}")
        for word, forms in table("names", "clipped").items()
    )


def is_shortened(name: str, whole: str, known: KnownNames) -> bool:
    """Whether a name is letters for a team, or what is left of its name and no list has."""
    if is_short_for(name, whole):
        return True
    return is_cut(name, whole) and not (known.clubs_called(name) or known.is_country(name))


def is_cut(name: str, whole: str) -> bool:
    """Whether a name is the beginning of a longer one: "Hall" and "Halls" for Hallvik.

    So too "Arrows" for Arrow of Tolna.
    """
    if " " in name:
        return False
    start, longer = plain(name).lower().removesuffix("s"), plain(whole).lower()
    is_start = len(name) >= SHORTEST and len(start) > 2 and len(longer.split()[0]) > len(name) + 1
    return (is_start and longer.startswith(start)) or longer.startswith(f"{start} of ")


def is_other_country(name: str, longer: str, known: KnownNames) -> bool:
    """Whether a longer name is another country's by its quarter: Germany is no West Germany."""
    quarter, *rest = longer.split()
    return (
        quarter.lower() in words("names", "quarters")
        and " ".join(rest) == name
        and known.country(name) not in (None, known.country(longer))
    )


def most_used(names: Sequence[str], counts: Counter[str]) -> list[str]:
    """The name used most, if there is any."""
    return sorted(names, key=lambda name: -counts[name])[:1]


def longer_of_person(name: str, bare: Mapping[str, str]) -> list[str]:
    """The leading names that end with a person's name, or else begin with it, or else hold it."""
    begins = [lead for lead, whole in bare.items() if whole.startswith(f"{name} ")]
    inside = [lead for lead, whole in bare.items() if f" {name} " in whole]
    return ending_in(name, bare) or begins or inside


def longer_of_team(name: str, bare: Mapping[str, str], counts: Counter[str]) -> list[str]:
    """The leading names that begin with a team's name, or else end with it.

    "City" ends "Hallvik City" and "Brevik City"; it is rather the one not called by its town alone.
    """
    begins = [lead for lead, whole in bare.items() if whole.startswith(f"{name} ")]
    ends = ending_in(name, {lead: of_club(whole) for lead, whole in bare.items()})
    if len(ends) > 1:
        ends = [lead for lead in ends if lead.split()[0] not in counts] or ends
    return begins or ends


def ending_in(name: str, bare: Mapping[str, str]) -> list[str]:
    """The leading names whose last words are a name."""
    return [lead for lead, whole in bare.items() if whole.endswith((f" {name}", f"-{name}"))]

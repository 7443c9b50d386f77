"""The names of two folders together, those of one club or country as one entry."""

from collections.abc import Iterable
from dataclasses import fields, replace

from kg.names.forms import index, plain
from kg.names.known import KnownNames
from kg.names.tables import AnyEntry, key


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

"""Gather the names of a report into the people, teams and places they name.

"Romero" is Cristian Romero, "FC Midtjylland" and the cut-off "FC Midtj..." are Midtjylland, and
"Atlanta" in a report about Atalanta is a slip. A surname that two people share stays open.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.known_names import KnownNames, plain
from kg.language import Document
from kg.lexicon import table
from kg.mentions.entities import Entity, Kind
from kg.mentions.slips import is_slip, slip_of
from kg.sheets import is_form

CUT_OFF = ("...", "…")


@dataclass(frozen=True)
class Cast:
    """Who and what a report names: each written form with the entities it may stand for."""

    entities: tuple[Entity, ...]
    by_form: Mapping[str, tuple[Entity, ...]]

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """The entities of one kind, in the order of the report."""
        return tuple(e for e in self.entities if e.kind is kind)

    def find(self, form: str, recent: Sequence[Entity] = ()) -> Entity | None:
        """The entity a form stands for; of several, the one mentioned last."""
        found = self.by_form.get(form, ())
        if len(found) == 1:
            return found[0]
        if any(entity.of for entity in found):  # namesakes of the two sides
            return None
        return next(
            (entity for entity in reversed(recent) if entity in found), found[0] if found else None
        )


def gather(document: Document, kinds: Mapping[str, Kind], known: KnownNames) -> Cast:
    """The cast of a report, from its names and their kinds."""
    order = list(dict.fromkeys(name.text for name in document.names))
    counts = Counter(name.text for name in document.names)
    groups: dict[str, list[str]] = {}  # leading form -> forms
    by_form: dict[str, list[str]] = {}
    cut_off = cut_off_names(document, order)
    nicknames = unknown_nicknames(document, kinds, known)
    players = document.sheet.players if document.sheet else frozenset[str]()
    for kind in Kind:
        names = [n for n in order if kinds[n] is kind and n not in cut_off]
        ranked = sorted(
            names,
            key=lambda n: (
                is_nickname(n, known),
                initial_of(n) is not None,
                -len(stem(n, kind).split()),
                -counts[n],
                order.index(n),
            ),
        )
        leaders: list[str] = []
        for name in ranked:
            if kind is Kind.PERSON and name in players:
                taken = (lead for lead in leaders if players.isdisjoint({lead, *groups[lead]}))
                homes = matches_listed(name, list(taken))
            else:
                homes = matches(name, leaders, kind, counts, known)
            if not homes and name in nicknames:
                continue
            if not homes and kind is Kind.OTHER:
                homes = slip_of(name, [lead for lead in groups if kinds[lead] is Kind.PERSON])
            if not homes:
                leaders.append(name)
                groups[name] = []
                homes = [name]
            by_form[name] = homes
            for home in homes if len(homes) == 1 else ():
                groups.setdefault(home, []).append(name)
    entities = {
        lead: Entity(
            kinds[lead],
            best_name(
                [f for f in forms if not is_nickname(f, known)] or forms, kinds[lead], counts
            ),
            tuple(sorted(set(forms), key=order.index)),
        )
        for lead, forms in groups.items()
    }
    by_entity = {
        form: tuple(entities[h] for h in homes if h in entities) for form, homes in by_form.items()
    }
    for short, whole in cut_off.items():
        by_entity[short] = by_entity.get(whole, ())
    ordered = sorted(entities.values(), key=lambda e: min(order.index(f) for f in e.forms))
    return Cast(tuple(ordered), by_entity)


def cut_off_names(document: Document, order: Sequence[str]) -> dict[str, str]:
    """Names that a caption cuts off, with the whole name they begin: "FC Midtj..."."""
    text, found = document.report.text, {}
    for name in document.names:
        if text.startswith(CUT_OFF, name.end) or text.startswith(CUT_OFF, name.end + 1):
            whole = [other for other in order if other != name.text and other.startswith(name.text)]
            if whole:
                found[name.text] = min(whole, key=len)
    return found


def stem(name: str, kind: Kind) -> str:
    """A name without what only marks it as a club: "FC Midtjylland" -> "Midtjylland"."""
    if kind is not Kind.TEAM:
        return name
    affixes = table("nouns", "clubs")["affixes"] - {"Inter", "AC", "AS", "RB"}
    kept = [part for part in name.split() if part not in affixes]
    return " ".join(long_forms().get(part, part) for part in kept) or name


@cache
def long_forms() -> Mapping[str, str]:
    """The words that reports shorten in the names of clubs, by their short forms."""
    shortened = table("names", "short_forms").items()
    return {short: word for word, forms in shortened for short in forms}


def best_name(forms: Iterable[str], kind: Kind, counts: Counter[str]) -> str:
    """The fullest form, without club affixes; of two equally full ones, the one used most."""
    uses: Counter[str] = Counter()
    for form in forms:
        uses[stem(form, kind)] += counts[form]
    return max(sorted(uses), key=lambda f: (initial_of(f) is None, len(f.split()), uses[f], len(f)))


def initial_of(name: str) -> str | None:
    """The initial that a name opens with in place of a first name: "O Tveter", "O. Tveter"."""
    first, *rest = name.replace(".", " ").split() or [""]
    return first if rest and len(first) == 1 and first.isupper() else None


def matches_listed(name: str, leaders: Sequence[str]) -> list[str]:
    """The full name of the report that a name in a team sheet is short for, if there is just one.

    "Tveter" and "O Tveter" are short for Ole Tveter; "Robert" is not short for Robert Tveter.
    """
    found = [lead for lead in leaders if is_form(name, lead)]
    return found if len(found) == 1 else []


def matches(
    name: str, leaders: Sequence[str], kind: Kind, counts: Counter[str], known: KnownNames
) -> list[str]:
    """The leading names that a name may be a form of."""
    mine = plain(stem(name, kind)).lower()
    bare = {lead: plain(stem(lead, kind)).lower() for lead in leaders}
    same = [lead for lead in leaders if bare[lead] == mine]
    if same:
        return same
    if kind is Kind.TEAM:
        clubs = set(known.clubs_called(name))
        same = [lead for lead in leaders if clubs & set(known.clubs_called(lead))]
        if same:
            return sorted(same, key=lambda lead: -counts[lead])[:1]
    if kind in (Kind.PERSON, Kind.TEAM):
        ends = [lead for lead in leaders if bare[lead].endswith((f" {mine}", f"-{mine}"))]
        begins = [lead for lead in leaders if bare[lead].startswith(f"{mine} ")]
        inside = [lead for lead in leaders if f" {mine} " in bare[lead]]
        if kind is Kind.TEAM and len(ends) > 1:  # "City" is not the City called by its town
            ends = [lead for lead in ends if lead.split()[0] not in counts] or ends
        found = (ends or begins or inside) if kind is Kind.PERSON else (begins or ends)
        if found:
            return found
    if kind is Kind.PERSON and initial_of(name):
        return [lead for lead in leaders if is_form(name, lead)]
    slips = [lead for lead in leaders if is_slip(mine, bare[lead], kind)]
    return sorted(slips, key=lambda lead: -counts[lead])[:1]


def is_nickname(name: str, known: KnownNames) -> bool:
    """Whether a list knows a name only as a nickname: "Black Cats"."""
    return bool(known.clubs_called(name)) and plain(name) not in known.club_forms


def unknown_nicknames(
    document: Document, kinds: Mapping[str, Kind], known: KnownNames
) -> frozenset[str]:
    """Names like "the Swans" that no list has for a club: a plural that always follows "the"."""
    text = document.report.readable
    always: dict[str, bool] = {}
    for name in document.names:
        plural = " " not in name.text and name.text.endswith("s") and kinds[name.text] is Kind.TEAM
        after_the = text[max(0, name.start - 4) : name.start].lower() == "the "
        always[name.text] = always.get(name.text, True) and plural and after_the
    return frozenset(
        n for n, yes in always.items() if yes and not known.club(n) and not known.is_country(n)
    )

"""Gather the names of a report into the people, teams and places they name.

"Rovani" is Marco Rovani, "FC Brevik" and the cut-off "FC Brev..." are Brevik, and
"Halvik" in a report about Hallvik is a slip. A surname that two people share stays open.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.blocks import Kind as BlockKind
from kg.language import Document
from kg.mentions.cast.forms import (
    best_form,
    initial_of,
    is_nickname,
    is_shortened,
    matches,
    matches_listed,
    stem,
)
from kg.mentions.cast.sides_of_clubs import is_other_side
from kg.mentions.cast.slips import slip_of
from kg.mentions.entities import EITHER, Entity, Kind
from kg.names.known import KnownNames

CUT_OFF = ("...", "…")
OFTEN = 2  # times as often as another that shares its short form, a team keeps it


@dataclass(frozen=True)
class Cast:
    """Who and what a report names: each written form with the entities it may stand for."""

    entities: tuple[Entity, ...]
    by_form: Mapping[str, tuple[Entity, ...]]

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """The entities of one kind, in the order of the report."""
        return tuple(e for e in self.entities if e.kind is kind)

    @property
    def shared(self) -> tuple[str, ...]:
        """The short forms that teams share: "Real" beside Real Brevik and Real Norheim."""
        return tuple(
            form
            for form, found in self.by_form.items()
            if len(found) > 1 and all(entity.kind is Kind.TEAM for entity in found)
        )

    def bearers(self, form: str) -> tuple[Entity, ...]:
        """Those a form may stand for, in the order in which a report names them."""
        return tuple(entity for entity in self.entities if entity in self.by_form[form])

    def giving(self, form: str, entity: Entity) -> "Cast":
        """The same cast where a form stands for one alone."""
        return replace(self, by_form={**self.by_form, form: (entity,)})

    def find(self, form: str, recent: Sequence[Entity] = ()) -> Entity | None:
        """The entity a form stands for; of several, the one mentioned last.

        A team that a report speaks of again and again keeps its short form where another that
        shares it is named in passing: "City" is Karlby City's, though "Brevik City" was named.
        """
        found = self.by_form.get(form, ())
        if len(found) == 1:
            return found[0]
        if any(entity.of for entity in found):  # namesakes of the two sides
            return Entity(Kind.PERSON, form, (form,), of=EITHER)
        named = Counter(entity for entity in recent if entity in found)
        ranked = named.most_common(2)
        if len(ranked) == 2 and ranked[0][0].kind is Kind.TEAM:
            (often, times), (_, others) = ranked
            if times > OFTEN * others:
                return often
        return next(
            (entity for entity in reversed(recent) if entity in found), found[0] if found else None
        )


def gather(document: Document, kinds: Mapping[str, Kind], known: KnownNames) -> Cast:
    """The cast of a report, from its names and their kinds."""
    counts = Counter(name.text for name in document.names)
    cut_off = cut_off_names(document, tuple(counts))
    leaders = leaders_of([name for name in counts if name not in cut_off], document, kinds, known)
    forms: dict[str, list[str]] = {}
    for name, leads in leaders.items():
        if len(leads) == 1:
            forms.setdefault(leads[0], []).append(name)
    entities = {lead: to_entity(kinds[lead], names, counts, known) for lead, names in forms.items()}
    by_form = {name: tuple(entities[lead] for lead in leads) for name, leads in leaders.items()}
    by_form |= {short: by_form.get(whole, ()) for short, whole in cut_off.items()}
    place = {name: number for number, name in enumerate(counts)}
    return Cast(tuple(sorted(entities.values(), key=lambda e: place[e.forms[0]])), by_form)


def leaders_of(
    names: Sequence[str], document: Document, kinds: Mapping[str, Kind], known: KnownNames
) -> dict[str, list[str]]:
    """For each name the leading names it may be a form of; a name of no other leads itself."""
    counts = Counter(name.text for name in document.names)
    nicknames = unknown_nicknames(document, kinds, known)
    players = document.sheet.players if document.sheet else frozenset[str]()
    first = first_uses(document)
    found: dict[str, list[str]] = {}
    for kind in Kind:
        leaders: list[str] = []
        for name in by_fullness([n for n in names if kinds[n] is kind], kind, counts, known):
            if kind is Kind.PERSON and name in players:  # each player listed is somebody else
                taken = {lead for n in players for lead in found.get(n, ())}
                leads = matches_listed(name, [lead for lead in leaders if lead not in taken])
            else:
                could = [lead for lead in leaders if not is_of_another_side(name, lead, first)]
                leads = matches(name, could, kind, counts, known)
            if not leads and kind is Kind.OTHER:
                people = [n for n, of in found.items() if of == [n] and kinds[n] is Kind.PERSON]
                leads = slip_of(name, people)
            if not leads and name not in nicknames:
                leaders.append(name)
                leads = [name]
            if leads:
                found[name] = leads
    return found


def first_uses(document: Document) -> Mapping[str, int]:
    """Where each name first stands in prose, or else at all."""
    prose = [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.PROSE]
    found: dict[str, tuple[bool, int]] = {}
    for name in document.names:
        is_prose = any(start <= name.start < end for start, end in prose)
        found[name.text] = min(found.get(name.text, (True, name.start)), (not is_prose, name.start))
    return {name: place for name, (_, place) in found.items()}


def is_of_another_side(name: str, longer: str, first: Mapping[str, int]) -> bool:
    """Whether a report that speaks of a club turns to another side of it: "Hallvik Women".

    One that begins with the women of Hallvik may call them Hallvik from there on.
    """
    return is_other_side(name, longer) and first[name] < first[longer]


def by_fullness(
    names: Sequence[str], kind: Kind, counts: Counter[str], known: KnownNames
) -> list[str]:
    """The names with those first that others may be forms of: full ones, and those used most.

    Letters go behind the name they stand for, and what is cut short behind the whole: "HFC" and
    "Hall" behind Hallvik FC.
    """
    return sorted(
        names,
        key=lambda name: (
            is_nickname(name, known),
            kind is Kind.TEAM and any(is_shortened(name, other, known) for other in names),
            initial_of(name) is not None,
            -len(stem(name, kind).split()),
            -counts[name],
        ),
    )


def to_entity(kind: Kind, forms: Sequence[str], counts: Counter[str], known: KnownNames) -> Entity:
    """What some forms of a name name, by its best form; a nickname only if it has no other."""
    names = [form for form in forms if not is_nickname(form, known)] or forms
    in_order = [form for form in counts if form in forms]
    return Entity(kind, best_form(names, kind, counts), tuple(in_order))


def cut_off_names(document: Document, order: Sequence[str]) -> dict[str, str]:
    """Names that a caption cuts off, with the whole name they begin: "FC Brev..."."""
    text, found = document.report.text, {}
    for name in document.names:
        if text.startswith(CUT_OFF, name.end) or text.startswith(CUT_OFF, name.end + 1):
            whole = [other for other in order if other != name.text and other.startswith(name.text)]
            if whole:
                found[name.text] = min(whole, key=len)
    return found


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

"""Who and what a report speaks of, and which words stand for whom.

1. `senses`: what each name names, by votes of its words, of its uses and of other names.
2. `cast`: whom names name; the forms of a name, its misspellings and the team sheet.
3. `phrases`: the names, epithets and pronouns of each sentence, with what is said beside them.
4. `linking`: whom epithets and pronouns stand for, by what is known and by the clauses around.
5. `match`: how the match stands; a round-up has a scene for each of its passages.
6. `allegiance`: who belongs to whom; `managers`: who manages whom, by sentences `shown` with marks;
   `bystanders`: who is named and takes no part.

What a mention can stand for is one of the `entities`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from kg.language import Document
from kg.mentions.allegiance import (
    Known,
    Tie,
    find_ties,
    nations,
    ties_known,
    told_by_team,
)
from kg.mentions.bystanders import bystanders, set_aside
from kg.mentions.cast.gathering import Cast, gather
from kg.mentions.cast.listing import Listing, find_listing
from kg.mentions.cast.namesakes import part_namesakes
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.antecedents import link
from kg.mentions.linking.known import Sides, learn
from kg.mentions.managers.weighing import choose, weigh
from kg.mentions.match.home import at_home
from kg.mentions.match.nicknames import nicknamed
from kg.mentions.match.pair import find_pair
from kg.mentions.match.passages import find_passages
from kg.mentions.match.writer import pair_of_writer, with_writer
from kg.mentions.phrases.finding import find_phrases
from kg.mentions.senses.deciding import hold, senses_in
from kg.names.known import KnownNames


@dataclass(frozen=True)
class Scene:
    """A report with everybody in it: the cast, the mentions in text order, the sides, the ties."""

    document: Document
    cast: Cast
    mentions: tuple[Mention, ...]
    sides: Sides
    ties: tuple[Tie, ...]
    listing: Listing | None = None

    def of(self, number: int) -> tuple[Mention, ...]:
        """The mentions of a sentence, by its number."""
        return self.by_sentence.get(number, ())

    @cached_property
    def off_field(self) -> frozenset[Entity | None]:
        """Who is named as one that does not play, or manages a side."""
        called = {m.entity for m in self.mentions if m.named and m.traits.off_field}
        return frozenset(called.union(self.sides.manager_of))

    def knowing(self, known: Iterable[Known]) -> "Scene":
        """The same scene where more is known of its people."""
        return replace(self, ties=(*self.ties, *ties_known(known, self.mentions)))

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[Mention, ...]]:
        """The mentions of each sentence that has some."""
        groups = groupby(self.mentions, key=lambda m: m.sentence.number)
        return {number: tuple(mentions) for number, mentions in groups}


def find_scenes(document: Document, known: KnownNames) -> tuple[Scene, ...]:
    """Set the scene of each match that a report tells of in a passage of its own."""
    ballot = hold(document, known)
    kinds = senses_in(document, ballot)
    passages = find_passages(document, kinds, known)
    if len(passages) == 1:
        return (set_scene(document, kinds, known),)
    return tuple(set_scene(one, senses_in(one, ballot), known) for one in passages)


def find_mentions(document: Document, known: KnownNames) -> Scene:
    """Set the scene of a report of one match."""
    return set_scene(document, senses_in(document, hold(document, known)), known)


def set_scene(document: Document, kinds: Mapping[str, Kind], known: KnownNames) -> Scene:
    """Set the scene of a report whose names are of some kinds."""
    cast = gather(document, kinds, known)
    cast = part_namesakes(cast, document.sheet)
    listing = find_listing(document, cast)
    for form in cast.shared:
        cast = with_short_form(form, document, cast, known)
    found = phrases_of(document, cast, known)
    listed = listing.pair if listing else ()
    pair = pair_of_writer(found, find_pair(document, found))
    pair = listed if listed and (not pair or set(pair) & set(listed)) else pair
    found = with_writer(found, pair)
    home = at_home(document, found, pair, known, listed=pair == listed) if pair else None
    sides = Sides(pair, home, Sides(pair).other(home), nicknamed=nicknamed(found, pair))
    country = document.dateline.country if document.dateline else ""
    found = told_by_team(found, sides, listing.team_of()) if listing else found
    told = learn(found, nations(found, home, country, known))
    linked = link(found, sides, told)
    ties = find_ties(linked, sides)
    sides = with_people(sides, linked, ties, listing)
    roles = bystanders(linked, sides.managers)
    linked = set_aside(link(found, sides, told.without(roles)), roles)
    return Scene(document, cast, linked, sides, find_ties(linked, sides), listing)


def with_short_form(form: str, document: Document, cast: Cast, known: KnownNames) -> Cast:
    """The cast with a short form that teams share for the side of the match that bears it.

    It is the one named first, where it makes the pair; where both sides bear it, it stays open.
    """
    bearers = cast.bearers(form)
    for bearer in bearers:
        alone = cast.giving(form, bearer)
        pair = find_pair(document, phrases_of(document, alone, known))
        if bearer in pair:
            return alone if len(set(pair).intersection(bearers)) == 1 else cast
    return cast


def phrases_of(document: Document, cast: Cast, known: KnownNames) -> list[Mention]:
    """The phrases of a report that stand for somebody, not yet linked, in text order."""
    found: list[Mention] = []
    for sentence in document.sentences:
        found += find_phrases(sentence, cast, known, [m.entity for m in found if m.entity])
    return found


def with_people(
    sides: Sides, mentions: tuple[Mention, ...], ties: tuple[Tie, ...], listing: Listing | None
) -> Sides:
    """The sides with what the ties, and a team sheet, say of each person's team."""
    best: dict[Entity, tuple[float, Entity]] = {}
    for tie in ties:
        if not tie.manages and tie.weight > best.get(tie.person, (0.0, tie.team))[0]:
            best[tie.person] = (tie.weight, tie.team)
    of_people = {person: team for person, (_, team) in best.items()}
    of_people |= listing.team_of() if listing else {}
    of_managers = {person: team for person, team, _ in listing.managers()} if listing else {}
    heard = weigh(mentions, sides, ties, of_people)
    of_managers |= choose(heard, sides)
    everybody = frozenset(heard.managers) | frozenset(of_managers)
    return replace(sides, team_of=of_people, manager_of=of_managers, managers=everybody)


__all__ = [
    "Cast",
    "Entity",
    "Kind",
    "Known",
    "Listing",
    "Mention",
    "Scene",
    "Sides",
    "Tie",
    "find_mentions",
    "find_scenes",
]

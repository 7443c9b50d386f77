"""What a text that reports no match tells all the same: "Hallvik striker Kaba", "boss Sorensen".

Only what phrases say outright, and the line-ups of a match to come: no side of a match speaks
for anybody here.
"""

from collections.abc import Iterator
from itertools import pairwise

from kg.blocks import Kind as BlockKind
from kg.facts.base import Evidence, evidence_of
from kg.facts.listed import evidence_in
from kg.facts.manager import Management
from kg.facts.membership import Membership
from kg.lexicon import words
from kg.mentions import Entity, Kind, Mention, Scene, Tie

DEEDS = frozenset({"VBD", "VBZ", "VBN"})  # tags of verbs

Tied = dict[tuple[Entity, Entity], tuple[Evidence, ...]]


def find_ties(scene: Scene, *, manages: bool) -> Tied:
    """Who is tied to which team, with the sentences that say so; nobody to two teams."""
    report = scene.document.report.id
    staff = {m.entity for m in scene.mentions if m.traits.off_field}
    found: dict[tuple[Entity, Entity], list[Evidence]] = {}
    for tie in scene.ties:
        if tie.manages == manages and is_told(tie) and (manages or tie.person not in staff):
            said = evidence_of(report, tie.mention.sentence)
            found.setdefault((tie.person, tie.team), []).append(said)
    teams: dict[Entity, set[Entity]] = {}
    for person, team in found:
        teams.setdefault(person, set()).add(team)
    return {
        pair: tuple(dict.fromkeys(said)) for pair, said in found.items() if len(teams[pair[0]]) == 1
    }


def is_told(tie: Tie) -> bool:
    """Whether a phrase with a name, in a sentence of prose, ties a person to a team."""
    mention, traits = tie.mention, tie.mention.traits
    if mention.sentence.block.kind is not BlockKind.PROSE or not mention.is_sure:
        return False
    by_ground = traits.ground is not None and traits.team is None  # "home keeper Kaba": whose home?
    if not tie.manages and traits.role is None and has_left(mention):
        return False
    if (is_gone if tie.manages else has_moved)(mention) or holds_clause(mention):
        return False
    is_thing = bool(words("ties", "no_player").intersection(tie.person.name.lower().split()))
    return tie.team.kind is Kind.TEAM and not by_ground and not is_thing


def has_left(mention: Mention) -> bool:
    """Whether a sentence is about who is sacked or replaced: "Hallvik's Sorensen lost his job"."""
    said = {t.text.lower() for t in mention.sentence.tokens}
    return bool(said & words("ties", "leaving"))


def has_moved(mention: Mention) -> bool:
    """Whether a sentence is about who changes clubs: "Brevik paid £5m for Hallvik's Bellini"."""
    said = {t.text.lower() for t in mention.sentence.tokens}
    return bool(said & words("ties", "moved"))


def is_gone(mention: Mention) -> bool:
    """Whether a sentence says that a manager is one no more: "coach Sorensen left his job"."""
    text = mention.sentence.text.lower()
    return any(phrase in text for phrase in words("ties", "gone"))


def holds_clause(mention: Mention) -> bool:
    """Whether a phrase holds a deed: "Hallvik's success made manager Sorensen famous"."""
    phrase = mention.sentence.tokens[mention.first : mention.last]
    return any(noun.tag == "NN" and verb.tag in DEEDS for noun, verb in pairwise(phrase))


def squads(scene: Scene) -> Tied:
    """Who is listed with which team: "Hallvik (probable): Ruud; Kral, Vold"."""
    report, listing = scene.document.report, scene.listing
    if listing is None:
        return {}
    team_of = listing.team_of()
    return {
        (person, team): (evidence_in(report, span),)
        for person, team, span in listing.players()
        if team and team_of.get(person) == team
    }


def memberships_in_passing(scene: Scene) -> Iterator[Membership]:
    """The players whose club a phrase names, and those of a line-up; the line-up goes first."""
    listed = squads(scene)
    named = {person for person, _ in listed}
    told = {
        pair: said for pair, said in find_ties(scene, manages=False).items() if pair[0] not in named
    }
    for (player, team), said in (listed | told).items():
        yield Membership(player=player, team=team, evidence=said, confidence=0.7)


def managements_in_passing(scene: Scene) -> Iterator[Management]:
    """The managers whose team a phrase names."""
    for (person, team), said in find_ties(scene, manages=True).items():
        yield Management(person=person, team=team, evidence=said, confidence=0.8)

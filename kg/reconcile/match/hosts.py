"""Which side was at home, where only its people tell: "home captain Bellini"."""

from collections.abc import Mapping
from dataclasses import replace

from kg.facts.match import MatchFact
from kg.lexicon import table
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.match.told_by_players import told_by

OWN_GROUND = 3.0  # "home captain Bellini"
FOR_SIDE = 2.0  # "Kaba shot for the visitors"
WITH_PEOPLE = 1.0  # "the visitors led when Kaba scored": of those named, all play for one side
ENOUGH = 1.0  # votes from which a side is told to be at home
NEAR = 8  # words between who acts and the side he acts for

Teams = Mapping[Entity, Entity]


def with_hosts(main: MatchFact, scene: Scene, team_of: Teams) -> MatchFact:
    """The match with its home side first, if its people tell which that is."""
    first, second = main.teams
    if main.home_known or first is None or second is None:
        return main
    votes = sum(
        vote(m, scene, team_of, first) + by_result(m, main)
        for m in scene.mentions
        if m.traits.ground
    )
    votes += sum(told_by(s, scene.of(s.number), team_of, main) for s in scene.document.sentences)
    if abs(votes) < ENOUGH:
        return main
    if votes > 0:
        return replace(main, home_known=True)
    score = (main.score[1], main.score[0]) if main.score else None
    return replace(main, teams=(second, first), score=score, home_known=True)


def vote(mention: Mention, scene: Scene, team_of: Teams, first: Entity) -> float:
    """How far a phrase with "home" or "visitors" says that the first side is at home."""
    side, weight = side_meant(mention, scene, team_of)
    if side is None:
        return 0.0
    is_home = mention.traits.ground == "home"
    return weight if is_home == (side == first) else -weight


def side_meant(mention: Mention, scene: Scene, team_of: Teams) -> tuple[Entity | None, float]:
    """The side such a phrase is about, as those named with it tell, and how far to trust it."""
    if mention.kind is Kind.PERSON:
        one = mention.entity if mention.named and mention.traits.team is None else None
        return (team_of.get(one) if one else None), OWN_GROUND
    if mention.named:
        return None, 0.0
    here = scene.of(mention.sentence.number)
    before = mention.word_before
    people = [(m, team_of[m.entity]) for m in here if m.entity in team_of and m.entity]
    if before == "for":
        near = [team for m, team in people if 0 < mention.first - m.last <= NEAR]
        return (near[-1] if near else None), FOR_SIDE
    sides = {team for _, team in people}
    is_subject = mention.token.is_subject
    if is_subject and len(sides) == 1 and not any(m.named and is_team(m) for m in here):
        return next(iter(sides)), WITH_PEOPLE
    return None, 0.0


def by_result(mention: Mention, main: MatchFact) -> float:
    """How far the first side is at home, as a result is said to be the hosts': "a defeat for them".

    Only the side that lost got a consolation.
    """
    if main.winner is None or mention.named or mention.word_before != "for":
        return 0.0
    before = mention.sentence.tokens[max(0, mention.first - NEAR) : mention.first]
    outcomes = table("results", "outcomes")
    noun = next((t.lemma for t in reversed(before) if t.lemma in outcomes["won"]), None)
    lost = any(t.lemma in outcomes["lost"] or t.lower == "consolation" for t in before)
    if lost == (noun is not None):
        return 0.0
    is_first = (main.winner == main.teams[0]) != lost
    return FOR_SIDE if is_first == (mention.traits.ground == "home") else -FOR_SIDE


def is_team(mention: Mention) -> bool:
    """Whether a mention is of a team."""
    return mention.kind is Kind.TEAM and mention.entity is not None

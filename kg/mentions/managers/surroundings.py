"""What the teams and players named around a manager suggest of whose manager he is."""

from collections.abc import Mapping, Sequence

from kg.lexicon import pattern, table
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.known import Sides
from kg.mentions.managers.cues import Told, vote
from kg.mentions.shown import Shown, is_rival, is_side, place

GROUND = 4.0  # "Sorensen's visiting side"
# What the sides named around a manager suggest, for "Sorensen's men" and for "Sorensen" alone.
ALONE = {Kind.TEAM: 1.0, Kind.PERSON: 0.3}  # the one side of the sentence before
SEVERAL = {Kind.TEAM: 0.5, Kind.PERSON: 0.2}  # what that sentence is about, if it names both
EARLIER = {Kind.TEAM: 0.4, Kind.PERSON: 0.8}  # the side named last in the same sentence ...
SAME_CLAUSE = {Kind.TEAM: -0.6, Kind.PERSON: 0.4}  # ... and clause: "Hallvik beat Sorensen's men"
LATER = {Kind.TEAM: -0.6, Kind.PERSON: 0.3}  # the side named next: "Sorensen's men" stand for none
PLAYER_BEFORE = {Kind.TEAM: 1.2, Kind.PERSON: 0.8}  # "Kaba put Sorensen's men ahead"
PLAYER_AFTER = {Kind.TEAM: 0.2, Kind.PERSON: 0.5}  # "Sorensen's men led through Kaba"
THEY = {Kind.TEAM: 1.0, Kind.PERSON: 0.8}  # "Sorensen's men pressed, but they found no way through"
CONTRASTED = -0.6  # "Hallvik pressed while Sorensen's men sat back"
CONTRAST = pattern("managers", "contrast")
JOINS = pattern("managers", "joins")
TURNS = pattern("managers", "turns")
MAY_TURN = pattern("managers", "may_turn")
TITLED = 2.5  # how much more what is spoken of tells of "coach Sorensen", whose team is left out
LONGEST_TITLE = 4  # words before a name among which his title stands
POSTS = frozenset(table("nouns", "people")["manager"])
FADES = 0.6  # what each sentence between takes from what an earlier one suggests, as a share


def stand_beside(shown: Shown, before: Sequence[Shown], told: Told, sides: Sides) -> None:
    """Add what the teams named around a manager suggest, or those of the sentences before."""
    first = True
    for number, mention in enumerate(shown.mentions):
        manager = mention.traits.manager or mention.entity
        if manager is None or manager not in told.managers:
            continue
        team, weight = beside(shown, number, sides)
        vote(told, manager, team, weight, sides)
        if first and not any(is_side(m, sides) for m in shown.mentions[:number]):
            team, weight = spoken_of(shown, before, mention.kind, sides)
            vote(told, manager, team, weight * (TITLED if is_titled(mention) else 1), sides)
        first = False
        if mention.kind is Kind.TEAM and mention.traits.ground:
            vote(told, manager, sides.on_ground(mention.traits.ground), GROUND, sides)


def is_titled(mention: Mention) -> bool:
    """Whether a manager is called one where his team is left out: "interim coach Sorensen".

    "Norland coach Sorensen" has one, whether anything else is told of Norland or not.
    """
    if not mention.named or mention.traits.role != "manager" or mention.traits.team:
        return False
    before = mention.sentence.tokens[max(0, mention.head - LONGEST_TITLE) : mention.head]
    first = next((n for n, token in enumerate(before) if token.lower in POSTS), 0)
    return first == 0 or before[first - 1].name is None


def play_beside(shown: Shown, told: Told, sides: Sides, team_of: Mapping[Entity, Entity]) -> None:
    """Add what the players named around a manager suggest, and "they" behind him."""
    for mention in shown.mentions:
        manager = mention.traits.manager or mention.entity
        if manager is None or manager not in told.managers:
            continue
        others = [m for m in shown.everybody if m.entity and m.entity != manager]
        players = [(m, team_of[m.entity]) for m in others if m.entity in team_of and m.entity]
        actors = [team for m, team in players if m.token.is_subject and m.last < mention.first]
        later = [team for m, team in players if m.first > mention.last]
        vote(told, manager, next(iter(actors), None), PLAYER_BEFORE[mention.kind], sides)
        vote(told, manager, next(iter(later), None), PLAYER_AFTER[mention.kind], sides)
        vote(told, manager, called_they(shown, mention, sides), THEY[mention.kind], sides)


def called_they(shown: Shown, manager: Mention, sides: Sides) -> Entity | None:
    """The side that is "they" behind a manager, if no other is named between."""
    behind = (m for m in shown.everybody if m.first > manager.last and m.kind is Kind.TEAM)
    first = next(behind, None)
    return first.entity if first and first.is_pronoun and first.entity in sides.pair else None


def beside(shown: Shown, number: int, sides: Sides) -> tuple[Entity | None, float]:
    """The side a sentence names next to a manager, with how far it suggests that it is his."""
    mention, text = shown.mentions[number], shown.text
    start = text.index(f"{number}>")
    earlier = [m for m in shown.mentions[:number] if is_side(m, sides)]
    if earlier:
        near = earlier[-1]
        between = text[place(near, shown) : start]
        if CONTRAST.search(between):
            return near.entity, CONTRASTED
        suggests = EARLIER if JOINS.search(between) else SAME_CLAUSE
        return (None, 0.0) if is_rival(near, shown) else (near.entity, suggests[mention.kind])
    later = next((m for m in shown.mentions[number + 1 :] if is_side(m, sides)), None)
    if later is None or is_rival(later, shown):
        return None, 0.0
    contrast = CONTRAST.search(text[start : place(later, shown)])
    return later.entity, CONTRASTED if contrast else LATER[mention.kind]


def spoken_of(
    shown: Shown, before: Sequence[Shown], kind: Kind, sides: Sides
) -> tuple[Entity | None, float]:
    """The side that the last sentence to name one is about, or the other if the talk turns."""
    for ago, earlier in enumerate(reversed(before)):
        if any(is_side(m, sides) for m in earlier.mentions):
            team, weight = last_topic(earlier, kind, sides)
            weight *= FADES**ago
            if TURNS.search(shown.text):
                return sides.other(team), weight
            return (None, 0.0) if MAY_TURN.search(shown.text) else (team, weight)
    return None, 0.0


def last_topic(before: Shown, kind: Kind, sides: Sides) -> tuple[Entity | None, float]:
    """The side that a sentence is about: "Hallvik, who" before a subject before an owner.

    "They had the edge that Hallvik lacked" is about the other.
    """
    named = [m for m in before.mentions if is_side(m, sides)]
    alone = len({m.entity for m in named}) == 1
    if alone and any(is_they(m) and m.first < named[0].first for m in before.everybody):
        return sides.other(named[0].entity), SEVERAL[kind]

    def rank(mention: Mention) -> int:
        after = before.text[place(mention, before) :].partition(">")[2]
        if after.startswith((" , who", " , which")):
            return 0
        is_owner = after.startswith("'s") and mention is not named[0]
        return 3 if is_rival(mention, before) else 2 if is_owner else 1

    best = min(named, key=rank, default=None)
    if best is None or (rank(best) == 3 and not alone):
        return None, 0.0
    return best.entity, (ALONE if alone else SEVERAL)[kind]


def is_they(mention: Mention) -> bool:
    """Whether a mention is the pronoun of a side that does something."""
    return mention.is_pronoun and mention.kind is Kind.TEAM and mention.token.is_subject

"""What a report tells of teams that do not play its match.

"Kaba scored for Norheim at Dalby", "Norheim beat Dalby 2-1 after Ruud scored", "the two goals he
had scored against Norheim".
"""

from collections.abc import Container, Iterable, Iterator

from kg.facts.asides.turns import OTHER_MATCH, Aside
from kg.frames.settings import Stretch, acted, governed
from kg.language import Sentence, Token
from kg.lexicon import words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.mentions.cast.sides_of_clubs import is_other_side

AGAINST = words("results", "versus") | {"against"}
OPENERS = frozenset(
    {",", ";", "–", "—", "(", "since", "after", "following", "before", "than", "and"}
)


def of_other_teams(
    sentence: Sentence, mentions: tuple[Mention, ...], scene: Scene
) -> frozenset[int]:
    """The words told of a team that does not play: "Kaba scored for Norheim at Dalby"."""
    named = [m for m in mentions if m.kind is Kind.TEAM and m.named and m.entity]
    others = [m for m in named if is_other(m.entity, scene)]
    found = frozenset[int]()
    for mention in others:
        case = preposition(sentence, mention)
        if case is not None and (
            case.lower in words("elsewhere", "opposed") or is_of_result(sentence, mention, case)
        ):
            found |= governed(Stretch(sentence, mentions, case.index, mention.last))
    if any(m.token.relation != "nmod:poss" for m in named if m not in others):
        return found
    places = {m.head for m in mentions if m in others or m.kind in (Kind.VENUE, Kind.CITY)}
    for mention in others:
        told = acted(Stretch(sentence, mentions, mention.first, mention.last))
        if told & places - {mention.head} and not plays_here(mentions, told, scene):
            found |= told
    return found


def plays_here(mentions: Iterable[Mention], told: Container[int], scene: Scene) -> bool:
    """Whether some words tell of a person named before: "Norheim stay top despite Kaba's goal"."""
    named = {m.entity: m for m in reversed(scene.mentions) if m.kind is Kind.PERSON and m.entity}
    people = (m for m in mentions if m.head in told and m.entity in named)
    return any(named[m.entity].sentence.number < m.sentence.number for m in people if m.entity)


def is_other(team: Entity | None, scene: Scene) -> bool:
    """Whether a team is none of the two that play, nor may be one of them by another name."""
    if team is None or len(scene.sides.pair) < 2:
        return False
    return not any(is_namesake(team, side) for side in scene.sides.pair)


def is_namesake(one: Entity, other: Entity) -> bool:
    """Whether two teams share a word of their names, and so may be one: "Hallvik City".

    The women of Hallvik are not Hallvik.
    """
    shared = set(one.name.split()) & set(other.name.split())
    return bool(shared) and not is_other_side(one.name, other.name)


def preposition(sentence: Sentence, mention: Mention) -> Token | None:
    """The preposition before a team."""
    children = (sentence.tokens[c] for c in sentence.children[mention.head])
    return next((t for t in children if t.relation == "case" and t.index < mention.head), None)


def is_of_result(sentence: Sentence, mention: Mention, case: Token) -> bool:
    """Whether a team is that of a result or a match: "in the win over Norheim"."""
    head = sentence.tokens[mention.token.head]
    nouns = words("results", "nouns") | words("results", "played")
    return case.lower in words("elsewhere", "of_result") and head.lower in nouns


def of_opponents(scene: Scene) -> Iterator[Aside]:
    """The clauses that name an opponent who does not play: "his two goals against Sudvik"."""
    for mention in scene.mentions:
        if (
            mention.kind is not Kind.TEAM
            or not mention.named
            or not is_other(mention.entity, scene)
        ):
            continue
        tokens = mention.sentence.tokens
        before = [t.lower for t in tokens[max(0, mention.first - 2) : mention.first]]
        if AGAINST.intersection(before) and is_other(mention.entity, scene):
            opens = (t.end for t in reversed(tokens[: mention.first]) if t.lower in OPENERS)
            start = next(opens, mention.sentence.start)
            yield Aside(start, tokens[mention.last].end, OTHER_MATCH)

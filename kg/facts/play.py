"""Passages of play: who attacks and who defends tells who plays with whom.

"Nduri's low drive was tipped over by Hansen" sets Hansen against Nduri; "Bellini met Nduri's
corner" puts both on one side. Each passage says little; `kg.reconcile` weighs all of them together.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from kg.blocks import Kind as BlockKind
from kg.facts.relations import Bond, Leaning, Relation
from kg.frames import Frame
from kg.language import Sentence
from kg.lexicon import FOLDER, lemmas
from kg.mentions import Entity, Kind, Mention, Scene

ATTACK, DEFENCE = "attack", "defence"
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
BREAKS = frozenset({",", ".", "and", "but", "was", "had", "from", "to", "in"})
LOOSE = frozenset({"to", "then", "also"})  # between a person and what he is to do
TURN = re.compile(r"\b(?:at the other end|but|while|although|before|only for|however|though)\b")
# Who follows these gets the ball only if he does something with it: "allowing Kaba to head in".
WANTING = frozenset(
    {"with", "saw", "seeing", "sees", "allowing", "enabling", "helping", "leaving"}
    | {"to", "for", "towards"}
)
DOING = re.compile(r"(?:to )?(?:chase|head|fire|shoot|go|run|tap|slot|score)")


@dataclass(frozen=True)
class Part:
    """The words that tell a part in play: his verbs, the nouns he owns, what stands before him."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    before: re.Pattern[str]


@cache
def parts() -> Mapping[str, Part]:
    """The words of attack and of defence."""
    content = tomllib.loads((FOLDER / "play.toml").read_text(encoding="utf-8"))
    return {
        name: Part(
            frozenset(content[name]["verbs"]),
            frozenset(content[name]["nouns"]),
            re.compile(content[name]["before"]),
        )
        for name in (ATTACK, DEFENCE)
    }


@cache
def weights() -> Mapping[str, float]:
    """How much each kind of passage weighs."""
    content = tomllib.loads((FOLDER / "play.toml").read_text(encoding="utf-8"))
    return dict(content["weights"])


def relations_in_play(
    scene: Scene, sentence: Sentence, frames: Sequence[Frame]
) -> Iterator[Relation]:
    """Who plays together, against each other, or for a team, as a sentence of prose tells it."""
    if sentence.block.kind is not BlockKind.PROSE:
        return
    mentions = scene.of(sentence.number)
    played = parts_played(sentence, frames, mentions)
    active = [m for m in mentions if m.head in played and m.entity and m.kind is Kind.PERSON]
    for one, other in combinations(active, 2):
        yield from bonds(sentence, one, other, {played[one.head], played[other.head]})
    teams = [m for m in mentions if m.kind is Kind.TEAM and m.entity in scene.sides.pair]
    for mention in active:
        for team in teams:
            attacks = played[mention.head] == ATTACK
            yield from leanings(scene, sentence, team, mention, drawn(team, mention, attacks))
    attackers = [m.entity for m in active if played[m.head] == ATTACK]
    topic = None if teams else topic_of(sentence, scene)
    if topic is not None and attackers and attackers[0]:
        yield Leaning(attackers[0], topic, weights()["topic"])


def bonds(sentence: Sentence, one: Mention, other: Mention, played: set[str]) -> Iterator[Bond]:
    """What the parts of two people in one passage tell of them."""
    if one.entity is None or other.entity is None or one.entity == other.entity:
        return
    if turns(sentence, one, other):
        return
    if played == {ATTACK}:
        yield Bond(one.entity, other.entity, True, weights()["attackers"])
    elif played == {ATTACK, DEFENCE}:
        yield Bond(one.entity, other.entity, False, weights()["against"])


def leanings(
    scene: Scene, sentence: Sentence, team: Mention, person: Mention, weight: float
) -> Iterator[Leaning]:
    """Towards which team a passage draws a person: to that one, or away from it to its opponent."""
    first, last = sorted((team, person), key=lambda m: m.head)
    if not weight or person.entity is None or turns(sentence, first, last):
        return
    side = team.entity if weight > 0 else scene.sides.other(team.entity)
    if side is not None:
        yield Leaning(person.entity, side, abs(weight))


def parts_played(
    sentence: Sentence, frames: Sequence[Frame], mentions: Sequence[Mention]
) -> dict[int, str]:
    """Who attacks and who defends, by the index of the mention's head."""
    played: dict[int, str] = {}
    for frame in frames:
        doer = frame.doer
        if frame.noun or doer is None or doer.kind is not Kind.PERSON:
            continue
        for name, part in parts().items():
            if frame.lemma in part.verbs and doer.sentence is sentence:
                played[doer.head] = name
    for mention in mentions:
        if mention.kind is Kind.PERSON and mention.entity is not None:
            told = part_beside(mention, acts=mention.head in played)
            if told is not None:
                played[mention.head] = told
    return played


def part_beside(mention: Mention, *, acts: bool) -> str | None:
    """The part that the words beside a person tell: "Kaba's header", "saved by Hansen"."""
    tokens = mention.sentence.tokens
    before = " ".join(t.text.lower() for t in tokens[max(0, mention.first - 6) : mention.first])
    after = [t.text.lower() for t in tokens[mention.last + 1 : mention.last + 7]]
    attack, defence = parts()[ATTACK], parts()[DEFENCE]
    owned = until_break(after[1:]) if after and after[0] in POSSESSIVE else []
    if attack.nouns.intersection(owned):
        return ATTACK
    if defence.nouns.intersection(owned):
        return DEFENCE
    if after[1:] and after[0] in POSSESSIVE:
        return None
    if defence.before.search(before):
        return DEFENCE
    gets_ball = not acts and attack.before.search(before) and is_served(before, after)
    return ATTACK if gets_ball else None


def is_served(before: str, after: Sequence[str]) -> bool:
    """Whether who follows such words gets or gives the ball.

    "With" and "saw" want him to do something with it.
    """
    if not before.split() or before.rsplit(None, 1)[-1] not in WANTING:
        return True
    word = next((w for w in after[:3] if w not in LOOSE), "")
    is_attack = lemmas().get(word, word) in parts()[ATTACK].verbs
    return is_attack or bool(DOING.match(" ".join(after[:3])))


def until_break(words: Sequence[str]) -> Sequence[str]:
    """The words of one noun phrase."""
    end = next((i for i, word in enumerate(words) if word in BREAKS), len(words))
    return words[:end]


def drawn(team: Mention, person: Mention, attacks: bool) -> float:
    """How far a team in a sentence draws one who acts in it (positive), or repels him."""
    sign = 1 if attacks else -1
    tokens = team.sentence.tokens
    before = tokens[team.first - 1].text.lower() if team.first else ""
    if team.token.text.lower() in ("their", "its"):
        return sign * weights()["their"]
    if before in ("against", "over"):
        return -sign * weights()["opposed"]
    if before == "for":
        return sign * weights()["for"]
    if team.token.relation.startswith("nsubj") and team.head < person.head:
        return sign * weights()["team"]
    return 0.0


def topic_of(sentence: Sentence, scene: Scene) -> Entity | None:
    """The team a paragraph is about when a sentence begins: the last subject that is a team."""
    subjects = [
        m.entity
        for m in scene.mentions
        if m.sentence.block is sentence.block
        and m.sentence.number < sentence.number
        and m.entity in scene.sides.pair
        and m.kind is Kind.TEAM
        and m.token.relation.startswith("nsubj")
    ]
    return subjects[-1] if subjects else None


def turns(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether play turns between two mentions: "..., but at the other end"."""
    between = " ".join(t.text.lower() for t in sentence.tokens[one.last + 1 : other.first])
    return bool(TURN.search(between))

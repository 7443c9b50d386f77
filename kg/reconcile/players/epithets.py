"""Where a player plays, told by an epithet: "before the midfielder shot".

An epithet tells a position only of somebody the sentence leaves no doubt about. Who it is follows
from the clause it stands in, which names somebody else, and from who was spoken of last.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.facts.position import POSITIONS
from kg.language import Sentence
from kg.lexicon import pattern, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.players.bearers import Candidates, find_bearer

AUXILIARIES = frozenset({"was", "were", "is", "are"})
ATTACKING = frozenset({"midfielder", "winger", "forward"})  # one player may be called each of these
BOTH = pattern("positions", "both")

Told = tuple[Entity, str, Sentence]


def by_epithet(
    scene: Scene,
    team_of: Mapping[Entity, Entity],
    keeping: Mapping[Entity, int],
    named: Iterable[Told],
) -> Iterator[Told]:
    """Positions told by an epithet whose bearer is beyond doubt, where those beside names are."""
    roles = {(e, r) for e, r, _ in named}
    staff = {m.entity for m in scene.mentions if m.traits.off_field}
    staff |= set(scene.sides.manager_of) | {m.traits.manager for m in scene.mentions}
    keepers = {player for player, count in keeping.items() if count > 0}
    likely = {player for player, count in keeping.items() if count > 1}
    for m in scene.mentions:
        role = m.traits.role
        if (
            m.named
            or m.apposed
            or m.kind is not Kind.PERSON
            or role not in POSITIONS
            or not m.traits.definite
            or m.token.quoted
            or is_post(m)
            or is_of_several(m)
            or is_predicate(m)
        ):
            continue
        keeps = role == "goalkeeper"
        others = {e for e, r in roles if r != role and not {r, role} <= ATTACKING}
        candidates = Candidates(
            barred=staff | others | (set() if keeps else likely),
            doubtful={e for e, r in roles if r != role},
            keepers=keepers if keeps else None,
        )
        bearer = find_bearer(m, scene, candidates, team_of)
        if bearer and role:
            roles.add((bearer, role))
            yield bearer, role, m.sentence
    for m in scene.mentions:
        if m.entity in keepers and m.entity and BOTH.search(m.sentence.text):
            yield m.entity, "goalkeeper", m.sentence


def is_predicate(mention: Mention) -> bool:
    """Whether an epithet tells what somebody named is: "Moe was the holding midfielder"."""
    before = mention.sentence.tokens[: mention.first][-2:]
    is_told = len(before) > 1 and before[-1].lower in AUXILIARIES
    return is_told and before[0].name is not None


def is_of_several(mention: Mention) -> bool:
    """Whether an epithet stands for several, or any: "attacked the back four", "the last man"."""
    form = mention.token.lower
    phrase = {t.lower for t in mention.sentence.tokens[mention.first : mention.last]}
    return form.endswith("s") or form in words("positions", "of_several") or "last" in phrase


def is_post(mention: Mention) -> bool:
    """Whether an epithet only names a place in the team: "left his favoured striker role"."""
    following = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    return any(t.text.lower() in words("positions", "posts") for t in following)

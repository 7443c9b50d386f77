"""Where each player plays, told beside his name or by an epithet (`epithets`)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.facts.analysis import Analysis
from kg.facts.base import Evidence, evidence_of
from kg.facts.position import POSITIONS, Position
from kg.lexicon import pattern, table
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.match.listed import positions_listed
from kg.reconcile.players.epithets import Told, by_epithet
from kg.reconcile.players.goalkeepers import around
from kg.reconcile.players.placed import by_phrase

IN_GOAL = pattern("positions", "in_goal")
ALONE_IN_GOAL = pattern("positions", "alone_in_goal")
OF_THE_TWO = pattern("positions", "of_the_two")
UP_FRONT = pattern("positions", "up_front")
PARTNERS = pattern("positions", "partners")
ALONGSIDE = pattern("positions", "alongside")
BOTH_UP_FRONT = pattern("positions", "both_up_front")
IN_TEAMS_GOAL = pattern("positions", "in_teams_goal")
KEPT = pattern("positions", "kept")
KEPT_GOAL = pattern("positions", "kept_goal")
KEPT_OUT = pattern("positions", "kept_out")
GOALKEEPING_OF = pattern("positions", "goalkeeping_of")
OWN_GOALKEEPING = pattern("positions", "own_goalkeeping")
KEEPING = (IN_TEAMS_GOAL, KEPT_GOAL, ALONE_IN_GOAL, OF_THE_TWO, OWN_GOALKEEPING)
PREFERRED = pattern("positions", "preferred")
PLACES = {form: role for role in sorted(POSITIONS) for form in table("nouns", "roles")[role]} | {
    "central defence": "defender",
    "midfield": "midfielder",
    "central midfield": "midfielder",
    "attack": "forward",
    "left wing": "winger",
    "right wing": "winger",
}
LINES = {
    "defence": "defender",
    "defense": "defender",
    "midfield": "midfielder",
    "attack": "forward",
    "front": "forward",
}
ROLE = "|".join(map(re.escape, sorted(PLACES, key=lambda form: (-len(form), form))))
PLAYS = pattern("positions", "plays", ROLE=ROLE)
STANDS = pattern("positions", "stands", ROLE=ROLE)


def find_positions(
    scene: Scene,
    sentences: Iterable[Analysis],
    team_of: Mapping[Entity, Entity],
    keeping: Mapping[Entity, int],
) -> tuple[Position, ...]:
    """The positions that phrases tell, each once with all its sentences.

    Args:
        scene: the report.
        sentences: its sentences.
        team_of: the teams of players, as far as they are known.
        keeping: the hints that somebody keeps goal.
    """
    found: dict[tuple[Entity, str], list[Evidence]] = {}
    staff = scene.off_field
    named = tuple(told for told in (*by_name(scene), *by_phrase(sentences)) if told[0] not in staff)
    for player, position, sentence in (*named, *by_epithet(scene, team_of, keeping, named)):
        evidence = evidence_of(scene.document.report.id, sentence)
        if not player.is_open:
            found.setdefault((player, position), []).append(evidence)
    for player, (position, evidence) in positions_listed(scene).items():
        found.setdefault((player, position), []).append(evidence)
    return tuple(
        Position(
            player=player,
            position=position,
            evidence=tuple(dict.fromkeys(said)),
            confidence=0.95,
        )
        for (player, position), said in found.items()
    )


def by_name(scene: Scene) -> Iterator[Told]:
    """Positions told beside a name: "Hallvik goalkeeper Bellini", "Bellini in the Hallvik goal"."""
    last: Mention | None = None
    for m in scene.mentions:
        if not (m.is_sure and m.entity and m.kind is Kind.PERSON):
            continue
        if m.traits.role in POSITIONS and m.traits.role:
            yield m.entity, m.traits.role, m.sentence
        yield from (*beside_appositive(m, scene), *beside_partner(m, scene))
        before, after = around(m)
        if position := position_played(m):
            yield m.entity, position, m.sentence
        if IN_GOAL.search(after) and (chosen := PREFERRED.search(before) or KEPT.search(before)):
            yield m.entity, "goalkeeper", m.sentence
            rival = last if last and last.entity and last.sentence is m.sentence else None
            if rival and rival.entity and PREFERRED.pattern == chosen.re.pattern:
                yield rival.entity, "goalkeeper", m.sentence
        last = m


def beside_appositive(mention: Mention, scene: Scene) -> Iterator[Told]:
    """The others of whom a plural behind them tells: "Bellini and Kaba, the wingers, swapped"."""
    role, tokens = mention.traits.role, mention.sentence.tokens
    if not mention.apposed or role not in POSITIONS or not mention.token.lower.endswith("s"):
        return
    named = {m.head: m for m in scene.of(mention.sentence.number) if m.named}
    place = mention.first - 2
    while place > 1 and tokens[place - 1].lower in ("and", ",") and place - 2 in named:
        place -= 2
        if (other := named[place].entity) and role and named[place].kind is Kind.PERSON:
            yield other, role, mention.sentence


def beside_partner(mention: Mention, scene: Scene) -> Iterator[Told]:
    """The line in which two play side by side: "Lund partnered Vik at the heart of defence"."""
    behind = mention.sentence.text[mention.end - mention.sentence.start :]
    told = PARTNERS.search(behind) or ALONGSIDE.search(behind) or BOTH_UP_FRONT.search(behind)
    if told is None or mention.entity is None or not mention.named:
        return
    line = LINES[told.groupdict().get("line", "front")]
    yield mention.entity, line, mention.sentence
    start, end = (mention.end + offset for offset in told.span("other"))
    for other in scene.of(mention.sentence.number):
        is_one = other.named and other.entity and other.kind is Kind.PERSON
        if is_one and other.entity and start <= other.start and other.end <= end:
            yield other.entity, line, mention.sentence


def position_played(mention: Mention) -> str | None:
    """Where somebody is said to play: "Bellini, playing at left-back", "in the Brevik goal"."""
    behind = mention.sentence.text[mention.end - mention.sentence.start :]
    before = mention.sentence.text[: mention.start - mention.sentence.start]
    kept = any(p.search(behind) for p in KEEPING)
    if kept or KEPT_OUT.search(before) or GOALKEEPING_OF.search(before):
        return "goalkeeper"
    if UP_FRONT.search(behind):
        return "forward"
    if played := PLAYS.search(behind):
        return PLACES.get(played["place"].lower())
    stands = STANDS.search(behind)
    told = next((place for place in stands.groupdict().values() if place), "") if stands else ""
    return PLACES.get(told.lower()) or PLACES.get(told.lower().removesuffix("s"))

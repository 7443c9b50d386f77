"""Where each player plays, told with his name or by an epithet: "before the midfielder shot".

An epithet tells a position only of somebody the sentence leaves no doubt about. Who it is follows
from the clause it stands in, which names somebody else, and from who was spoken of last.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from kg.facts.base import NO_PLAYERS, Evidence, evidence_of
from kg.facts.position import POSITIONS, Position
from kg.language import POSSESSIVE, Sentence
from kg.lexicon import table, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.listed import positions_listed

NEAR = 2  # clauses back in which one of several people may be meant
ATTACKING = frozenset({"midfielder", "winger", "forward"})  # one player may be called each of these
BOUNDS, KEEPS, SHOOTS = (words("positions", name) for name in ("bounds", "keeps", "shoots"))
BEATEN = re.compile(r"\b(?:past|beat|beating|beyond|saved by|tested|testing|straight (?:to|at)) $")
IN_GOAL = re.compile(r"^(?: in (?:top|fine|great|good) form)? in (?:the )?(?:[^ ,.;]+ )?goal\b")
IN_TEAMS_GOAL = re.compile(
    r"^ in (?:the )?(?:[A-Z][^ ,.;]*(?:[’']s?)?|home|away|visiting|visitors[’']|hosts[’']) goal\b"
)
PLACES = {form: role for role in sorted(POSITIONS) for form in table("nouns", "roles")[role]} | {
    "central defence": "defender",
    "midfield": "midfielder",
    "central midfield": "midfielder",
    "attack": "forward",
}
PLAYS = re.compile(
    r"^(?:,? who)?,? (?:plays?|played|playing|started|starting|lined up|deployed|used|operating|"
    r"was deployed|was playing|filled in|filling in|slotted in|lining up|pushed up)"
    r"(?: (?:again|once more|regularly|out of position))? (?:as an?|at|in)"
    rf"(?: \w+)? (?P<place>{'|'.join(sorted(PLACES, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:[Bb]oth|[Tt]he two) (?:goalkeepers|keepers)\b")
PREFERRED = re.compile(r"\b(?:preferred (?:to|over)|chosen ahead of|selected (?:over|ahead of)) $")
KEPT = re.compile(r"\b(?:with|past|beat|beating|and|,) $")


def find_positions(scene: Scene, team_of: Mapping[Entity, Entity]) -> tuple[Position, ...]:
    """The positions that phrases tell, each once with all its sentences."""
    found: dict[tuple[Entity, str], list[Evidence]] = {}
    for player, position, sentence in (*by_name(scene), *by_epithet(scene, team_of)):
        evidence = evidence_of(scene.document.report.id, sentence)
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


Told = tuple[Entity, str, Sentence]


def by_name(scene: Scene) -> Iterator[Told]:
    """Positions told beside a name: "Hallvik goalkeeper Bellini", "Bellini in the Hallvik goal"."""
    last: Mention | None = None
    for m in scene.mentions:
        if not (m.is_sure and m.entity and m.kind is Kind.PERSON):
            continue
        if m.traits.role in POSITIONS and m.traits.role:
            yield m.entity, m.traits.role, m.sentence
        before, after = around(m)
        if position := position_played(m):
            yield m.entity, position, m.sentence
        if IN_GOAL.search(after) and (chosen := PREFERRED.search(before) or KEPT.search(before)):
            yield m.entity, "goalkeeper", m.sentence
            rival = last if last and last.entity and last.sentence is m.sentence else None
            if rival and rival.entity and PREFERRED.pattern == chosen.re.pattern:
                yield rival.entity, "goalkeeper", m.sentence
        last = m


def position_played(mention: Mention) -> str | None:
    """Where somebody is said to play: "Bellini, playing at left-back", "in the Brevik goal"."""
    behind = mention.sentence.text[mention.end - mention.sentence.start :]
    if IN_TEAMS_GOAL.search(behind):
        return "goalkeeper"
    played = PLAYS.search(behind)
    return PLACES.get(played["place"].lower()) if played else None


def around(mention: Mention) -> tuple[str, str]:
    """The text of a sentence before and after a mention, in lower case."""
    start = mention.start - mention.sentence.start
    end = mention.end - mention.sentence.start
    return mention.sentence.text[:start].lower(), mention.sentence.text[end:].lower()


def by_epithet(scene: Scene, team_of: Mapping[Entity, Entity]) -> Iterator[Told]:
    """Positions told by an epithet whose bearer is beyond doubt."""
    roles = {(e, r) for e, r, _ in by_name(scene)}
    staff = {m.entity for m in scene.mentions if m.traits.role in NO_PLAYERS}
    staff |= set(scene.sides.manager_of) | {m.traits.manager for m in scene.mentions}
    hints = hints_of_keeping(scene)
    keepers = {player for player, count in hints.items() if count > 0}
    likely = {player for player, count in hints.items() if count > 1}
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
        ):
            continue
        others = {e for e, r in roles if r != role and not {r, role} <= ATTACKING}
        barred = staff | others | (set() if role == "goalkeeper" else likely)
        bearer = find_bearer(m, scene, barred, team_of, keepers if role == "goalkeeper" else None)
        if bearer and role:
            yield bearer, role, m.sentence
    for m in scene.mentions:
        if m.entity in keepers and m.entity and BOTH.search(m.sentence.text):
            yield m.entity, "goalkeeper", m.sentence


def is_post(mention: Mention) -> bool:
    """Whether an epithet only names a place in the team: "left his favoured striker role"."""
    following = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    return any(t.text.lower() in words("positions", "posts") for t in following)


def hints_of_keeping(scene: Scene) -> Counter[Entity]:
    """How often each does what goalkeepers do, less what forwards do; no proof, but a hint."""
    hints: Counter[Entity] = Counter()
    for m in scene.mentions:
        if m.entity and m.kind is Kind.PERSON and m.named:
            after = [t.text.lower() for t in m.sentence.tokens[m.last + 1 : m.last + 10]]
            own = list(takewhile(lambda word: word not in BOUNDS, after))
            before, _ = around(m)
            keeps = KEEPS & set(own) or BEATEN.search(before)
            hints[m.entity] += 1 if keeps else -2 * bool(SHOOTS & set(own[:4]))
    return hints


def find_bearer(
    epithet: Mention,
    scene: Scene,
    barred: set[Entity | None],
    team_of: Mapping[Entity, Entity],
    keepers: set[Entity] | None,
) -> Entity | None:
    """Who an epithet stands for: of those who may be meant, the one spoken of last, if clear."""
    team = epithet.traits.team if epithet.traits.team in scene.sides.pair else None

    def may_be(m: Mention) -> bool:
        if m.entity is None or m.kind is not Kind.PERSON or m.entity in barred:
            return False
        if keepers is not None and m.entity not in keepers:
            return False
        return team is None or team_of.get(m.entity, team) == team

    here = [m for m in scene.mentions if m.sentence is epithet.sentence and m.last < epithet.first]
    own = {m.entity for m in here if segments(m.last + 1, epithet.first, epithet.sentence) == 0}
    fitting = [m for m in here if may_be(m) and m.entity not in own]
    if fitting:
        far = segments(fitting[-1].last + 1, epithet.first, epithet.sentence) > NEAR
        return None if far and len({m.entity for m in fitting}) > 1 else pick(fitting)
    if own - barred and keepers is None and not epithet.token.is_subject:
        return None
    number = epithet.sentence.number - 1
    earlier = [m for m in scene.of(number) if may_be(m) and m.entity not in own]
    if not earlier or earlier[0].sentence.block.kind is not epithet.sentence.block.kind:
        return None
    if keepers is not None:
        return earlier[-1].entity if len({m.entity for m in earlier}) == 1 else None
    return earlier[0].entity if epithet.first <= 1 else pick(earlier)


def pick(mentions: Sequence[Mention]) -> Entity | None:
    """The one person of several mentions who is meant: who did something to what another owns."""
    doers = [m for m in mentions if not owns(m)]
    last = mentions[-1]
    if doers and owns(last) and segments(doers[-1].last + 1, last.first, last.sentence) == 0:
        last = doers[-1]
    return last.entity


def owns(mention: Mention) -> bool:
    """Whether a mention owns something: "Bellini's corner"."""
    tokens = mention.sentence.tokens
    after = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
    return after in POSSESSIVE or mention.token.text.lower() in ("his", "whose")


def segments(start: int, end: int, sentence: Sentence) -> int:
    """How many clauses begin between two words, as conjunctions and commas tell."""
    bounds = [t.text.lower() in BOUNDS for t in sentence.tokens[start:end]]
    return sum(now and not before for before, now in pairwise([False, *bounds]))

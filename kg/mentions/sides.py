"""Find the two teams of the match a report is about, and which of them is at home."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from kg.blocks import Kind as BlockKind
from kg.known_names import KnownNames
from kg.language import Document, Sentence, Token
from kg.lexicon import Screened, content, screened, spelled_out, table, words
from kg.mentions.entities import Entity, Kind, Mention

SCORE = r"\d{1,2}[-–]\d{1,2}"
LEAD = 3  # sentences that make the lead
OF_ANOTHER_DAY = frozenset({"next", "second leg", "return", "visit", "trip"})
OFTEN = 3  # what each further mention of both teams is worth
LISTED = 4.0  # how far a team sheet says that its first team is at home
RETURN = re.compile(
    r"\b(?:next (?:week|month) ?['’]s|ahead of the|for the|into the|before the) (?:\S+ )?"
    r"(?:return|second leg|rematch|reverse)"
)
MARKS = {"{X}": r"\{X\}", "{Y}": r"\{Y\}", "{T}": r"\{[XYT]\}"}  # in a cue, and its pattern
CLAUSE = 14  # words within which two mentions take part in one event


@dataclass(frozen=True)
class Cue:
    """A phrase that tells who is at home."""

    pattern: Screened
    says: str
    weight: float


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of `sides.toml`, results, scores and marks filled in."""
    macros = {"RESULT": "|".join(sorted(words("results", "nouns"))), "SCORE": SCORE}
    found = []
    for cue in content("sides")["cue"]:
        pattern = spelled_out(cue["pattern"], macros)
        for mark, teams in MARKS.items():
            pattern = pattern.replace(mark, teams)
        found.append(Cue(screened(pattern), cue["says"], cue["weight"]))
    return tuple(found)


def find_pair(document: Document, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The two teams of the report's match, in the order named; none if it is about no match."""
    counts: Counter[Entity] = Counter()
    together: dict[tuple[Entity, Entity], float] = defaultdict(float)
    first: dict[Entity, int] = {}
    by_sentence: dict[int, list[Entity]] = {}
    for mention in mentions:
        if mention.entity and mention.kind is Kind.TEAM and mention.named:
            counts[mention.entity] += 1
            first.setdefault(mention.entity, len(first))
            by_sentence.setdefault(mention.sentence.number, []).append(mention.entity)
    prose = [s for s in document.sentences if s.block.kind is not BlockKind.CAPTION]
    for place, sentence in enumerate(prose):
        teams = list(dict.fromkeys(by_sentence.get(sentence.number, ())))
        tells = has_result(sentence)
        weight = (10 if place == 0 else 4 if place < LEAD else 1) * (2 if tells else 1)
        for one, other in combinations(teams, 2):
            pair = (one, other) if first[one] < first[other] else (other, one)
            together[pair] += weight / (len(teams) - 1)

    def rank(pair: tuple[Entity, Entity]) -> tuple[float, int]:
        return together[pair] + OFTEN * min(counts[one] for one in pair), -first[pair[0]]

    return max(together, key=rank, default=())


def has_result(sentence: Sentence) -> bool:
    """Whether a sentence tells a score or a result."""
    texts = [t.text.lower() for t in sentence.tokens]
    return any(re.fullmatch(SCORE, t) for t in texts) or any(
        t in words("results", "nouns") for t in texts
    )


def marked(sentence: Sentence, mentions: Sequence[Mention], x: Entity, y: Entity) -> str:
    """The sentence with the two teams written {X} and {Y}, other names {T} and {P}."""
    shown = {t.index: t.text.lower() for t in sentence.tokens}
    for mention in mentions:
        if mention.sentence is sentence and mention.named:
            mark = (
                "{X}"
                if mention.entity == x
                else "{Y}"
                if mention.entity == y
                else "{T}"
                if mention.kind is Kind.TEAM
                else "{P}"
            )
            shown[mention.head] = mark
    return " ".join(shown.values()).replace(" 's", "'s").replace(" ’s", "’s")


def home_votes(
    sentence: Sentence, mentions: Sequence[Mention], one: Entity, other: Entity
) -> float:
    """How far a sentence says that `one` is at home (positive) or `other` is (negative)."""
    total = 0.0
    for x, y, sign in ((one, other, 1), (other, one, -1)):
        text = marked(sentence, mentions, x, y)
        for cue in cues() if "{X}" in text else ():
            if cue.pattern.search(text):
                total += cue.weight * sign * (1 if cue.says == "home" else -1)
    return total


def ground_votes(mentions: Sequence[Mention], pair: tuple[Entity, ...], known: KnownNames) -> float:
    """How far a known ground in the report speaks for the first of the pair (or against it)."""
    votes = 0.0
    for mention in mentions:
        if mention.kind is Kind.VENUE and mention.entity:
            weight = float(4 if mention.sentence.number < LEAD else 2)
            if not is_of_the_day(mention):
                weight = -weight if is_of_return(mention) else 0.0
            hosts = {club for form in mention.entity.forms for club in known.clubs_at(form)}
            for team, sign in zip(pair, (1, -1), strict=True):
                if hosts & {club for form in team.forms for club in known.clubs_called(form)}:
                    votes += sign * weight
    return votes


def is_of_the_day(mention: Mention) -> bool:
    """Whether a ground is named for this match, and not for another day's."""
    near = " ".join(t.text.lower() for t in clause_of(mention))
    return not other_day().search(near)


@cache
def other_day() -> re.Pattern[str]:
    """Any phrase for another day than that of the match."""
    phrases = table("results", "words")["other_day"] | OF_ANOTHER_DAY
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases))})\b")


def is_of_return(mention: Mention) -> bool:
    """Whether a ground is that of the second leg, and so not of this match."""
    near = " ".join(t.text.lower() for t in clause_of(mention))
    return bool(RETURN.search(near))


def clause_of(mention: Mention) -> Sequence[Token]:
    """The words around a mention up to the commas about it, eight before and five behind."""
    tokens = mention.sentence.tokens
    first, last = max(0, mention.first - 8), min(len(tokens), mention.last + 6)
    commas = [t.index for t in tokens[first:last] if t.text in (",", ";", "–", "—")]
    first = max([first, *(c for c in commas if c < mention.first)])
    return tokens[first : min([last, *(c for c in commas if c > mention.last)])]


def epithet_votes(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> float:
    """How far "the hosts" and "the visitors", never who is named beside, speak for the first."""
    votes = 0.0
    for epithet in mentions:
        if epithet.traits.ground and not epithet.named and epithet.kind is Kind.TEAM:
            beside = {
                m.entity
                for m in mentions
                if m.sentence is epithet.sentence
                and m.named
                and m.entity in pair
                and abs(m.head - epithet.head) < CLAUSE
            }
            if len(beside) == 1:
                is_first = next(iter(beside)) == pair[0]
                votes += (1 if is_first else -1) * (-1 if epithet.traits.ground == "home" else 1)
    return votes


def nicknamed(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> Mapping[str, Entity]:
    """Which side each unknown nickname is: not the one beside it, rather the subject before."""
    votes: dict[str, Counter[Entity]] = {}
    for mention in mentions:
        if not mention.traits.nickname or len(pair) != 2:
            continue
        counts = votes.setdefault(mention.traits.nickname, Counter())
        for other in mentions:
            if other.entity not in pair or not other.named or other.entity is None:
                continue
            if other.sentence is mention.sentence and abs(other.head - mention.head) < CLAUSE:
                counts[pair[1] if other.entity == pair[0] else pair[0]] += 2
            elif other.sentence.number == mention.sentence.number - 1 and other.token.is_subject:
                counts[other.entity] += 1
    return {
        name: max(sorted(c, key=lambda e: e.name), key=lambda e: c[e])
        for name, c in votes.items()
        if c
    }


def at_home(
    document: Document,
    mentions: Sequence[Mention],
    pair: tuple[Entity, ...],
    known: KnownNames,
    *,
    listed: bool = False,
) -> Entity | None:
    """The home side of the report's match, if anything tells; the first that a sheet `listed`."""
    votes = ground_votes(mentions, pair, known) + epithet_votes(mentions, pair) + LISTED * listed
    involved: dict[int, set[Entity]] = {}
    for mention in mentions:
        if mention.entity and mention.named and mention.kind is Kind.TEAM:
            involved.setdefault(mention.sentence.number, set()).add(mention.entity)
    for place, sentence in enumerate(document.sentences):
        others = involved.get(sentence.number, set()) - set(pair)
        if not involved.get(sentence.number, set()) & set(pair) or (
            others and not set(pair) <= involved[sentence.number]
        ):
            continue
        votes += home_votes(sentence, mentions, pair[0], pair[1]) * (1 if place < 2 * LEAD else 0.5)
    return None if abs(votes) < 1 else pair[0] if votes > 0 else pair[1]

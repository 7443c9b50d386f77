"""Find the two teams of the match a report is about."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from kg.blocks import Kind as BlockKind
from kg.language import POSSESSIVE, Document, Sentence
from kg.lexicon import pattern, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.match.home import LEAD
from kg.mentions.match.told import has_result, is_timed
from kg.mentions.senses.scorelines import SCORE
from kg.mentions.senses.two_teams import tells_score

OPENS = pattern("elsewhere", "opens")
ASIDE = pattern("results", "other_match")
SIGNED = pattern("results", "signed_from")
COMPARED = pattern("results", "compared")
SIDES = 2
APART = 0.5  # what being named in one sentence, but not in one clause, is worth
OFTEN = 3  # what each further mention of both teams is worth
PLAYED = 1.5  # how much more a sentence says of whom a score is told against than of others
AGAINST = 6  # words from a score to whom it is told against: "won 3-1 away to neighbours Brevik"


def find_pair(document: Document, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The two teams of the report's match, in the order named; none if it is about no match."""
    counts: Counter[Entity] = Counter()
    together: dict[tuple[Entity, Entity], float] = defaultdict(float)
    first: dict[Entity, int] = {}
    by_sentence: dict[int, list[Entity]] = {}
    teams_at: dict[int, dict[int, Entity]] = {}
    joined: set[tuple[Entity, Entity]] = set()  # those named in one clause
    others = frozenset[int]() if document.is_passage else on_others(document)
    others |= {s.number for s in document.sentences[LEAD:] if ASIDE.search(s.text)}
    places = {(m.sentence.number, m.head) for m in mentions if m.named and m.kind is Kind.TEAM}
    for mention in mentions:
        if mention.sentence.number in others or comes_from(mention) or is_in_turn(mention):
            continue
        if is_home_of(mention, places):
            continue
        if mention.entity and mention.kind is Kind.TEAM and mention.named:
            counts[mention.entity] += 1
            first.setdefault(mention.entity, len(first))
            by_sentence.setdefault(mention.sentence.number, []).append(mention.entity)
            teams_at.setdefault(mention.sentence.number, {})[mention.head] = mention.entity
    prose = [s for s in document.sentences if s.block.kind is not BlockKind.CAPTION]
    for place, sentence in enumerate(prose):
        here = played_in(sentence, teams_at.get(sentence.number, {}))
        teams = [
            t for t in dict.fromkeys(by_sentence.get(sentence.number, ())) if t in here.values()
        ]
        tells = has_result(sentence)
        rival = beside_score(sentence, here)
        weight = (10 if place == 0 else 4 if place < LEAD else 1) * (2 if tells else 1)
        clauses = clauses_of(sentence, here) if len(teams) > SIDES else {}
        for one, other in combinations(teams, 2):
            pair = (one, other) if first[one] < first[other] else (other, one)
            told = PLAYED if rival in pair else 1.0
            shared = not clauses or clauses[one] & clauses[other]
            together[pair] += told * weight / (len(teams) - 1) * (1 if shared else APART)
            joined |= {pair} if shared else set()

    def rank(pair: tuple[Entity, Entity]) -> tuple[float, int]:
        often = min(counts[one] for one in pair)
        often = often if pair in joined else min(often, SIDES)
        return together[pair] + OFTEN * often, -first[pair[0]]

    if not together and (document.is_passage or any(map(has_result, prose)) or is_timed(prose)):
        return most_named(counts, first)
    if not together and len(counts) == SIDES and tells_score(document):
        return most_named(counts, first)  # each in a paragraph of its own, and no third named
    return max(together, key=rank, default=())


def played_in(sentence: Sentence, teams: Mapping[int, Entity]) -> Mapping[int, Entity]:
    """The teams of a sentence without those that its two are compared with, if it names more.

    "Hallvik drew with Brevik and moved two points behind second-placed Norheim".
    """
    if len(set(teams.values())) <= SIDES or not tells_points(sentence):
        return teams
    before = {at: sentence.text[: sentence.tokens[at].start - sentence.start] for at in teams}
    played = {at: team for at, team in teams.items() if not COMPARED.search(before[at])}
    return played if len(set(played.values())) >= SIDES else teams


def comes_from(mention: Mention) -> bool:
    """Whether a team is only where somebody came from: "signed on deadline day from Brevik"."""
    before = mention.sentence.text[: mention.token.start - mention.sentence.start]
    return mention.kind is Kind.TEAM and bool(SIGNED.search(before))


def is_home_of(mention: Mention, teams: Collection[tuple[int, int]]) -> bool:
    """Whether a name is of the country a team is from, by the places of teams: "Norway's Lund"."""
    tokens = mention.sentence.tokens
    is_owner = any(t.lower in POSSESSIVE for t in tokens[mention.head + 1 : mention.head + 2])
    return is_owner and (mention.sentence.number, tokens[mention.head].head) in teams


def is_in_turn(mention: Mention) -> bool:
    """Whether a name tells which match a sentence turns to: "In the other Karsk Cup tie"."""
    sentence = mention.sentence
    turn = OPENS.match(sentence.text)
    return turn is not None and mention.token.start < sentence.start + turn.end()


def tells_points(sentence: Sentence) -> bool:
    """Whether a sentence speaks of points in a table."""
    return any(t.lower in ("point", "points") for t in sentence.tokens)


def on_others(document: Document) -> frozenset[int]:
    """The numbers of the sentences that turn to another match, to the end of their paragraph."""
    turns = [s for s in document.sentences[1:] if OPENS.match(s.text)]
    return frozenset(
        s.number
        for s in document.sentences
        if any(s.block == turn.block and s.number >= turn.number for turn in turns)
    )


def beside_score(sentence: Sentence, teams: Mapping[int, Entity]) -> Entity | None:
    """Against whom a score is told: Lund in "cut the gap on Brevik, winning 3-1 at Lund"."""
    tokens = sentence.tokens
    scores = (t.index for t in tokens if len(teams) > 2 and SCORE.fullmatch(t.text))
    for score in scores:
        if are_joined([at for at in teams if at < score], sentence):
            continue
        behind = tokens[score + 1 : score + 1 + AGAINST]
        ends = words("results", "clause_ends")
        rival = next((t for t in behind if t.index in teams or t.lower in ends), None)
        if rival and rival.index in teams and tokens[score - 1].index not in teams:
            return teams[rival.index]
    return None


def are_joined(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether two teams before a score are its sides: "Hallvik and Brevik drew 1-1 at Norheim"."""
    if len(places) != SIDES:
        return False
    first, last = sorted(places)
    return [t.lower for t in sentence.tokens[first + 1 : last]] == ["and"]


def clauses_of(sentence: Sentence, teams: Mapping[int, Entity]) -> Mapping[Entity, frozenset[int]]:
    """The clauses in which each team of a sentence is named, counted from 0.

    "Hallvik won 2-1 at Brevik, while Norheim lost at home to Dalby" has two.
    """
    found: dict[Entity, frozenset[int]] = {}
    for place, team in teams.items():
        before = [token.lower for token in sentence.tokens[: place + 1]]
        three = zip(["", *before], before, before[1:], strict=False)
        clause = sum(parts_teams(*each) for each in three)
        found[team] = found.get(team, frozenset()) | {clause}
    return found


def parts_teams(ahead: str, word: str, behind: str) -> bool:
    """Whether a word begins what others did: ", with Norheim losing".

    Not "won, with a 2-0 lead", nor "drew 1-1 with Brevik at Norheim".
    """
    goes_on = word == "with" and (ahead != "," or behind in words("clauses", "with_goes_on"))
    return word in words("clauses", "parts_teams") and not goes_on


def most_named(counts: Counter[Entity], first: Mapping[Entity, int]) -> tuple[Entity, ...]:
    """The two teams named most, in the order named, of a report that names them apart."""
    most = sorted(counts, key=lambda team: (-counts[team], first[team]))[:2]
    return tuple(sorted(most, key=lambda team: first[team])) if len(most) > 1 else ()

"""Decide what each name names by how the report uses it: one sense a name, by weighted vote.

"X beat", "a draw with X", "X's goalkeeper" make X a team; "striker X", "X headed", "X's cross" a
person; "at the X Stadium" a ground. Each use votes (`usage`), and so do the words of the name
itself, and what was learnt of how names of teams are used (`team_names`). Known clubs add a vote
and are never needed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.language import Document, Sentence, Token
from kg.lexicon import content, table
from kg.mentions.entities import Kind
from kg.mentions.sense_cues import Vote
from kg.mentions.team_names import log_odds_of_teams
from kg.mentions.two_teams import missing_teams, tells_score
from kg.mentions.usage import votes_by_use
from kg.names.forms import plain
from kg.names.known import KnownNames
from kg.sheets import Sheet, is_form

Votes = dict[Kind, float]
PLAYERS = (Kind.PERSON, Kind.TEAM)
SHARED = 0.5  # the part of its votes that a name lends to a longer or shorter form of it
MOST_SHARED = 4.0
LISTED = 1.0  # what names in one list lend each other
UNSURE = 3.0  # a name with fewer votes borrows from its list
LEARNT = 0.6  # the worth of learnt log-odds
MOST_LEARNT = 3.6
AMONG_OTHERS = 2.0  # how much more it counts where one of several must be a team
IN_SHEET = 15.0  # what a team sheet says is sure


def senses(document: Document, known: KnownNames) -> Mapping[str, Kind]:
    """The kind of each name's text in a report."""
    votes: dict[str, Votes] = {name.text: defaultdict(float) for name in document.names}
    for name, counts in votes.items():
        add(counts, votes_by_form(name, known))
    uses: dict[str, list[Vote]] = {name: [] for name in votes}
    for sentence in document.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.name:
                uses[token.text] += votes_by_use(sentence, i)
    for name, cast in uses.items():
        add(votes[name], counted(cast))
    learnt = {name: LEARNT * odds for name, odds in log_odds_of_teams(document).items()}
    add_learnt(votes, learnt)
    for name, vote in votes_by_sheet(votes, document.sheet):
        add(votes[name], [vote])
    share_between_forms(votes)
    share_in_lists(document, votes)
    if document.dateline:
        add(votes.setdefault(document.dateline.city, defaultdict(float)), [(Kind.CITY, 2)])
    decided = {name: decide(counts) for name, counts in votes.items()}
    decided |= dict.fromkeys(untold_teams(document, votes, decided, learnt), Kind.TEAM)
    return decided | dict(abbreviations(document, decided))


def abbreviations(document: Document, decided: Mapping[str, Kind]) -> Iterator[tuple[str, Kind]]:
    """Letters in brackets behind the words they stand for: "the Fjord First League (FFL)".

    They name what these words name, and never a person.
    """
    for sentence in document.sentences:
        for i, token in enumerate(sentence.tokens):
            if not token.name or not token.text.isupper() or sentence.tokens[i - 1].text != "(":
                continue
            before = [t for t in sentence.tokens[: i - 1] if t.text[:1].isupper()]
            initials = "".join(
                word[0] for t in before for word in t.text.split() if word[0].isupper()
            )
            if len(token.text) > 1 and initials.endswith(token.text):
                kind = decided.get(before[-1].text, Kind.OTHER) if before else Kind.OTHER
                yield token.text, Kind.OTHER if kind is Kind.PERSON else kind


def add_learnt(votes: Mapping[str, Votes], learnt: Mapping[str, float]) -> None:
    """Count what was learnt, to tell teams from people: the uses of places were not."""
    for name, vote in learnt.items():
        if decide(votes[name]) in PLAYERS:
            add(votes[name], [(Kind.TEAM, min(MOST_LEARNT, max(0.0, vote)))])


def untold_teams(
    document: Document,
    votes: Mapping[str, Votes],
    kinds: Mapping[str, Kind],
    learnt: Mapping[str, float],
) -> list[str]:
    """The names that are teams because a match has two and the votes tell fewer."""
    if not tells_score(document):
        return []
    doubts = {
        name: votes[name][kind] - votes[name][Kind.TEAM] - AMONG_OTHERS * learnt.get(name, 0.0)
        for name, kind in kinds.items()
        if kind in (Kind.PERSON, Kind.VENUE)
    }
    return missing_teams(kinds, doubts)


def add(counts: Votes, votes: Iterable[Vote]) -> None:
    """Count votes."""
    for kind, weight in votes:
        counts[kind] += weight


def counted(votes: Sequence[Vote]) -> Iterator[Vote]:
    """The votes that count: a weak one does so once, however often its cue is found."""
    yield from (vote for vote in votes if vote[1] >= 1)
    for kind in Kind:
        weak = [weight for voted, weight in votes if voted is kind and weight < 1]
        if weak:
            yield kind, max(weak)


def decide(votes: Votes) -> Kind:
    """The kind with most votes."""
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=(Kind.OTHER, 0.0))
    return best[0] if best[1] > 0 else Kind.OTHER


def votes_by_form(name: str, known: KnownNames) -> Iterator[Vote]:
    """What a name says by itself: its words, and what lists know of it."""
    parts = name.split()
    competitions, places = table("nouns", "competitions"), table("nouns", "places")
    if parts[0] in competitions["stages"] and len(parts) == 2:
        yield Kind.STAGE, 20
    if any(part in competitions["words"] for part in parts):
        yield Kind.COMPETITION, 20
    if parts[-1] in places["ground"] or (len(parts) > 1 and parts[0] in places["ground_first"]):
        yield Kind.VENUE, 6
    if len(parts) > 1 and (parts[-1] in places["ground_or_surname"] or parts[0] == "The"):
        yield Kind.VENUE, 2
    if len(parts) > 1 and (parts[-1] in places["media"] or parts[0] in places["media_first"]):
        yield Kind.OTHER, 9
    yield club_or_person(parts)
    yield from votes_by_lists(name, known)


def club_or_person(parts: Sequence[str]) -> Vote:
    """Whether the words of a name are rather a club's or a person's."""
    clubs = table("nouns", "clubs")
    if parts[0] in clubs["affixes"] or parts[-1] in clubs["affixes"] | clubs["last"]:
        return Kind.TEAM, 4
    if len(parts) == 1:
        return Kind.PERSON, priors()["person_of_one_word"]
    is_club = parts[0] in clubs["first"]
    return (Kind.TEAM, 3) if is_club else (Kind.PERSON, priors()["person_of_words"])


@cache
def priors() -> Mapping[str, float]:
    """What a name is if nothing is known of it."""
    return {name: float(weight) for name, weight in content("senses")["priors"].items()}


def votes_by_lists(name: str, known: KnownNames) -> Iterator[Vote]:
    """What the lists of known clubs, countries and grounds say of a name."""
    if known.clubs_called(name):
        yield Kind.TEAM, 4 if known.club(name) and " " in name else 3
    if known.is_country(name):
        yield Kind.TEAM, 2
        yield Kind.CITY, 1
    if known.is_ground(name):
        yield Kind.VENUE, 3 if known.clubs_called(name) else 6


def votes_by_sheet(names: Iterable[str], sheet: Sheet | None) -> Iterator[tuple[str, Vote]]:
    """What a team sheet says: its names, in any form, are people, its headings teams."""
    if sheet is None:
        return
    people = {name.text for name in sheet.names}
    teams = {side.team.text for side in sheet.sides if side.team}
    for name in names:
        if name in teams:
            yield name, (Kind.TEAM, IN_SHEET)
        elif any(is_form(name, person) for person in people):
            yield name, (Kind.PERSON, IN_SHEET)


def share_between_forms(votes: dict[str, Votes]) -> None:
    """A surname and the full name it ends are one person; "City" and "Brevik City" one team."""
    own = {name: dict(counts) for name, counts in votes.items()}
    written = {name: plain(name) for name in votes}
    parts = {name: frozenset(form.split()) for name, form in written.items()}
    for name in sorted(votes):
        longer = [n for n in votes if parts[name] < parts[n]]
        endings = f" {written[name]}", f"-{written[name]}"
        by_surname = [n for n in longer if written[n].endswith(endings)]
        by_club = [n for n in longer if n.split()[0] == name or len(longer) == 1]
        for kind, forms in zip(PLAYERS, (by_surname, by_club), strict=True):
            lent = max((own[n].get(kind, 0) for n in forms if decide(own[n]) is kind), default=0)
            votes[name][kind] += min(MOST_SHARED, lent * SHARED)
            if len(forms) == 1 and decide(own[name]) is kind:
                votes[forms[0]][kind] += min(MOST_SHARED, own[name].get(kind, 0) * SHARED)


def share_in_lists(document: Document, votes: dict[str, Votes]) -> None:
    """Names in one list are of one kind: "Hallvik and Brevik"."""
    settled = {name: decide(counts) for name, counts in votes.items()}
    for sentence in document.sentences:
        for token in sentence.tokens:
            head = sentence.tokens[token.head]
            near = token.index - head.index < 8
            in_list = token.relation == "conj" and near
            pairs = [(token, head)] if token.name and head.name and in_list else []
            if token.name and (before := listed_before(sentence, token.index)):
                pairs.append((token, before))
            for pair in pairs:
                for one, other in (pair, pair[::-1]):
                    if max(votes[one.text].values(), default=0) < UNSURE:
                        votes[one.text][settled[other.text]] += LISTED


def listed_before(sentence: Sentence, i: int) -> Token | None:
    """The name that stands before another in one list: "Hallvik and Brevik"."""
    tokens = sentence.tokens
    links = 2 if i > 1 and tokens[i - 1].lower == "and" and tokens[i - 2].text == "," else 1
    before = tokens[i - 1 - links] if i > links else None
    joins = i > 1 and tokens[i - 1].lower in ("and", "&", "or")
    return before if joins and before and before.name else None

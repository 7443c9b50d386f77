"""Decide what each name names by how the report uses it: one sense a name, by weighted vote.

"X beat", "a draw with X", "X's goalkeeper" make X a team; "striker X", "X headed", "X's cross" a
person; "at the X Stadium" a ground. Each use votes (`usage`), and so do the words of the name
itself, and what was learnt of how names of teams are used (`team_names`). Known clubs add a vote
and are never needed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.language import Document
from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote
from kg.mentions.senses.name_cues import votes_by_form, votes_by_sheet
from kg.mentions.senses.scorelines import SCORE
from kg.mentions.senses.sharing import share_between_forms, share_in_lists
from kg.mentions.senses.team_names import log_odds_of_teams
from kg.mentions.senses.two_teams import missing_teams, tells_score, two_apart
from kg.mentions.senses.usage import votes_by_use
from kg.mentions.senses.voting import PLAYERS, Votes, add, counted, decide
from kg.names.forms import is_short_for
from kg.names.known import KnownNames

LEARNT = 0.7  # the worth of learnt log-odds
MOST_LEARNT = 4.5
MOST_AGAINST = 3.0  # and as much that a name is no team, from ...
SURELY_AGAINST = 1.8  # ... where they speak clearly against it
SURELY_LEARNT = 2.4  # from which it counts of what is a ground for one "at" alone
ONCE_AT = 2.5  # votes for a ground that no more than one "at" gives
SURE = 2.0  # of votes for a team: enough where a passage has one other team alone
OF_PERSON = 2.5  # what speaks against a team where a full name of the report ends so
LETTERS, NOTHING_TOLD = 4, 0.6  # of letters for words, and what a name of one word weighs alone
BARELY_PERSON = 2.0  # what a word before them may add: "from NPA", "into the FCN"
AMONG_OTHERS = 2.0  # how much more it counts where one of several must be a team
TOLD_WELL = 5.0  # votes ahead with which a name is surely a team
HARDLY_TEAM = 0.65  # and with which one of one word is none where two such are told, if ...
LITTLE = 1.25  # ... no more than this tells of a team


@dataclass(frozen=True)
class Ballot:
    """All that a report says of what its names name; `learnt` are log-odds of being a team."""

    votes: Mapping[str, Votes]
    learnt: Mapping[str, float]


def hold(document: Document, known: KnownNames) -> Ballot:
    """Count what each use of each name in a report says."""
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
    return Ballot(votes, learnt)


def senses_in(document: Document, ballot: Ballot) -> Mapping[str, Kind]:
    """The kind of each name in a report, or in a passage of it that is on a match of its own."""
    here = {name.text for name in document.names}
    here |= {document.dateline.city} if document.dateline else set()
    votes = {name: counts for name, counts in ballot.votes.items() if name in here}
    decided = {
        name: Kind.OTHER if stands_for_words(name, counts) else decide(counts)
        for name, counts in votes.items()
    }
    decided |= dict.fromkeys(untold_teams(document, votes, decided, ballot.learnt), Kind.TEAM)
    decided |= dict.fromkeys(hardly_teams(document, votes, decided), Kind.PERSON)
    return decided | dict(abbreviations(document, decided))


def hardly_teams(
    document: Document, votes: Mapping[str, Votes], kinds: Mapping[str, Kind]
) -> list[str]:
    """The names of one word that hardly seem teams where both sides are told well: "Moe led"."""
    ahead = {
        name: votes[name][Kind.TEAM] - votes[name][Kind.PERSON]
        for name, kind in kinds.items()
        if kind is Kind.TEAM and name in votes
    }
    if not two_apart([name for name, lead in ahead.items() if lead >= TOLD_WELL]):
        return []
    beside_score = {
        token.text
        for sentence in document.sentences
        if any(SCORE.fullmatch(token.text) for token in sentence.tokens)
        for token in sentence.tokens
        if token.name
    }
    return [
        name
        for name, lead in ahead.items()
        if lead < HARDLY_TEAM and votes[name][Kind.TEAM] < LITTLE and " " not in name
        if name not in beside_score
    ]


def abbreviations(document: Document, decided: Mapping[str, Kind]) -> Iterator[tuple[str, Kind]]:
    """Letters in brackets behind the words they stand for: "the Fjord First League (FFL)".

    They name what these words name, and never a person. Nor do those that are short for a team of
    the report: "HAL" or "HFC" for Hallvik FC.
    """
    teams = [name for name, kind in decided.items() if kind is Kind.TEAM]
    for name, kind in decided.items():
        if kind is Kind.PERSON and any(is_short_for(name, team) for team in teams):
            yield name, Kind.TEAM
    for sentence in document.sentences:
        for i, token in enumerate(sentence.tokens):
            if not token.name or not token.text.isupper() or sentence.tokens[i - 1].text != "(":
                continue
            before = [t for t in sentence.tokens[: i - 1] if t.text[:1].isupper()]
            initials = "".join(
                word[0] for t in before for word in t.text.split() if word[0].isupper()
            )
            if len(token.text) > 1 and initials.endswith(token.text.replace("-", "")):
                kind = decided.get(before[-1].text, Kind.OTHER) if before else Kind.OTHER
                yield token.text, Kind.OTHER if kind is Kind.PERSON else kind


def stands_for_words(name: str, counts: Votes) -> bool:
    """Whether a name is letters of which nothing is told, as a league's are: "ISL", "WSL"."""
    is_letters = name.isalpha() and name.isupper() and len(name) <= LETTERS
    told = max((weight for kind, weight in counts.items() if kind is not Kind.PERSON), default=0.0)
    return is_letters and told <= NOTHING_TOLD and counts[Kind.PERSON] <= BARELY_PERSON


def add_learnt(votes: Mapping[str, Votes], learnt: Mapping[str, float]) -> None:
    """Count what was learnt, to tell teams from people: the uses of places were not.

    A ground for one "at" alone may be a team: "gloom at Norheim. Norheim retreated".
    """
    for name, vote in learnt.items():
        kind = decide(votes[name])
        is_once = kind in (Kind.VENUE, Kind.OTHER) and votes[name][kind] < ONCE_AT
        doubtful = is_once and vote > SURELY_LEARNT
        if kind in PLAYERS or doubtful:
            add(votes[name], [(Kind.TEAM, min(MOST_LEARNT, max(0.0, vote)))])
            if kind in PLAYERS:
                add(
                    votes[name],
                    [(Kind.PERSON, min(MOST_AGAINST, max(0.0, -vote - SURELY_AGAINST)))],
                )


def untold_teams(
    document: Document,
    votes: Mapping[str, Votes],
    kinds: Mapping[str, Kind],
    learnt: Mapping[str, float],
) -> list[str]:
    """The names that are teams because a match has two and the votes tell fewer."""
    if not tells_score(document):
        return []
    teams = [name for name, kind in kinds.items() if kind is Kind.TEAM]
    if document.is_passage and len(teams) == 1:
        beside = [name for name in votes if name not in teams and votes[name][Kind.TEAM] >= SURE]
        if beside:  # "Hallvik won 2-1 at Norheim Moor"
            return [max(beside, key=lambda name: (votes[name][Kind.TEAM], name))]
    people = [name for name, kind in kinds.items() if kind is Kind.PERSON]
    doubts = {
        name: votes[name][kind]
        - votes[name][Kind.TEAM]
        - AMONG_OTHERS * learnt.get(name, 0.0)
        + OF_PERSON * any(one.endswith(f" {name}") for one in people)
        for name, kind in kinds.items()
        if kind in (Kind.PERSON, Kind.VENUE)
    }
    return missing_teams(kinds, doubts)

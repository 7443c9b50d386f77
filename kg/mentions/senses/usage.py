"""What one use of a name says of it: the words beside it, what it owns, its place in the clause."""

from collections.abc import Iterator, Sequence

from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import pattern, table
from kg.mentions.entities import Kind
from kg.mentions.senses.appositions import BOUNDS, votes_by_apposition
from kg.mentions.senses.cues import LONGEST, Vote, listed, look_up
from kg.mentions.senses.results import is_ground, votes_by_result
from kg.mentions.senses.scorelines import SCORE, votes_by_score
from kg.mentions.senses.sharing import listed_before
from kg.mentions.senses.verbs import beats_player, votes_by_verb

OPPONENT = pattern("fixtures", "opponent")
MOVED = pattern("fixtures", "moved")
DAY_BEHIND = pattern("fixtures", "day_behind")
MINUTES = pattern("tally", "minutes_behind")
OWNED = 6  # words that what a name owns may have
BEFORE = 8  # words before a name in which a result is told, or behind it a day to come
SKIPPED = ("JJ", "JJR", "JJS", "VBG", "VBN", "CD", "RB")  # "past the advancing X"
OWNERS, HOMES = frozenset({"its", "their"}), frozenset({"home", "base", "headquarters", "ground"})
DESCRIBING = frozenset({"DT", "JJ", "JJS", "RBS", "CD", "PRP$", "HYPH", "VBN"})
BECAME = frozenset({"became", "become", "are", "were", "remain", "remained"})
# What several people are as well: "Kaba and Selva are rivals".
NOT_SIDES = frozenset(
    {
        "men",
        "boys",
        "lads",
        "rivals",
        "opponents",
        "players",
        "youngsters",
        "girls",
        "ladies",
        "women",
    }
)
PLURAL = frozenset({"are", "were", "have", "remain"})  # "Kaba and Lund were alert"
BEATS = frozenset({"beat", "beats"})


def votes_by_use(sentence: Sentence, i: int) -> Iterator[Vote]:
    """What one use of a name says of it."""
    tokens = sentence.tokens
    before = [t.lower for t in tokens[max(0, i - BEFORE) : i]]
    after = [t.lower for t in tokens[i + 1 : i + 1 + LONGEST]]
    following = after[0] if after else ""
    if not owns_men(after):
        yield from votes_by_result(before, after, tokens[i].text)
    yield from votes_by_coming(before, [t.lower for t in tokens[i + 1 : i + 1 + BEFORE]])
    yield from votes_by_minutes(sentence, tokens[i])
    yield from votes_by_score(sentence, i)
    if is_called_team(tokens[i + 1 : i + 1 + BEFORE]):
        yield Kind.TEAM, 4
    if following in POSSESSIVE:
        yield from votes_by_possession(tokens[i + 2 : i + 2 + OWNED])
    elif following in BEATS and beats_player(tokens[i + 2 : i + 2 + OWNED]):
        yield Kind.PERSON, 2  # "Kaba beat Brevik goalkeeper Ivo Lund"
    else:
        behind = look_up("behind", [" ".join(after[:n]) for n in range(LONGEST, 0, -1)])
        is_listed = following in PLURAL and listed_before(sentence, i) is not None
        yield from (vote for vote in behind if not (is_listed and vote[0] is Kind.TEAM))
        yield from votes_by_verb(sentence, i)
    if following == ",":
        yield from votes_by_apposition(after[1:])
    if following == "of" and i + 2 < len(tokens) and tokens[i + 2].name:
        yield Kind.PERSON, 3  # "against Kaba of Hallvik"
    if before[-1:] == ["of"] and i > 1 and tokens[i - 2].name:
        yield Kind.TEAM, 1.5
    if is_place_of_ground(tokens, i):
        yield Kind.CITY, 3
    is_home = before[-1:] != [] and before[-1] in OWNERS and following in HOMES
    if is_home and not is_ground(tokens[i].text):
        yield Kind.CITY, 4  # "won at its Norheim home"
    yield from votes_before(tokens, i, following in POSSESSIVE)


def is_called_team(behind: Sequence[Token]) -> bool:
    """Whether what follows says of a name that it is a team: "became the first Dutch side to"."""
    if not behind or behind[0].lower not in BECAME:
        return False
    noun = next((t for t in behind[1:] if t.tag not in DESCRIBING), None)
    return noun is not None and noun.lower in table("nouns", "teams")["any"] - NOT_SIDES


def owns_men(after: Sequence[str]) -> bool:
    """Whether a name is a manager's, so that a result is his team's: "a win against X's men"."""
    men = listed("nouns.teams.of_manager")
    return after[:1] != [] and after[0] in POSSESSIVE and not men.isdisjoint(after[1:3])


def is_place_of_ground(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name says where a ground is: "played at Norheim Stadium, Brevik on Saturday"."""
    before = [t.text for t in tokens[max(0, i - 3) : i]]
    if before[-1:] != [","] or before[:1] not in (["at"], ["the"]):
        return False
    behind = tokens[i + 1].lower if i + 1 < len(tokens) else "."
    ground = before[-2].split()[-1] if tokens[i - 2].name else ""
    return ground in table("nouns", "places")["ground"] and behind in (".", ",", "on", "in")


def votes_before(tokens: Sequence[Token], i: int, owns: bool) -> Iterator[Vote]:
    """What stands before a name says, articles and adjectives aside: "past the advancing X"."""
    start = i
    while start and tokens[start - 1].tag in SKIPPED and not tokens[start - 1].name:
        start -= 1
    if start == i or not start or tokens[start - 1].tag != "DT":
        start = i
    has_article = start > 0 and tokens[start - 1].lower in ("the", "a", "an")
    before = [t.lower for t in tokens[max(0, i - LONGEST) : i]]
    last_words = [" ".join(before[-n:]) for n in range(LONGEST, 0, -1) if n <= len(before)]
    if has_article:
        end = start - 1
        outer = [t.lower for t in tokens[max(0, end - LONGEST) : end]]
        last_words += [" ".join(outer[-n:]) for n in range(LONGEST, 0, -1) if n <= len(outer)]
    unlikely = {Kind.VENUE, Kind.CITY, Kind.OTHER, Kind.TEAM} if owns else set()
    if i + 1 < len(tokens) and tokens[i + 1].lower in listed("nouns.roles"):
        unlikely = unlikely | {Kind.PERSON}  # "past Hallvik goalkeeper Ivo Kaba"
        if has_article and start == i:
            yield Kind.TEAM, 1.5  # "the Hallvik striker shot wide"
    modifies = i + 1 < len(tokens) and tokens[i + 1].tag.startswith("NN") and not tokens[i + 1].name
    if has_article and modifies:
        unlikely = unlikely | {Kind.CITY, Kind.OTHER}  # "in the Hallvik net"
    yield from (vote for vote in look_up("before", last_words) if vote[0] not in unlikely)
    if has_article and start == i and not owns:
        yield from votes_by_article(tokens, i)


def votes_by_article(tokens: Sequence[Token], i: int) -> Iterator[Vote]:
    """What "the" right before a name says: "the Swans" are a team, "the Scudetto" is none.

    Nor is it a person who has several words then: "the North Stand".
    """
    if tokens[i - 1].lower != "the":
        return
    in_place = i > 1 and tokens[i - 2].lower == "in"
    modifies = i + 1 < len(tokens) and tokens[i + 1].tag.startswith(("NN", "JJ"))
    if tokens[i].text.endswith("s") and " " not in tokens[i].text and not in_place:
        yield Kind.TEAM, 2
    elif not modifies and tokens[i].text.endswith("s") and not in_place:
        yield Kind.TEAM, 2.5  # "frustrated the Silver Larks"
    elif not modifies:
        yield Kind.OTHER, 2 if " " in tokens[i].text else 1


def votes_by_coming(before: Sequence[str], after: Sequence[str]) -> Iterator[Vote]:
    """What a match to come, or a change of clubs, says of a name: "take on X on Saturday"."""
    if MOVED.search(" ".join(before) + " "):
        yield Kind.TEAM, 2  # "sold Ole Lund to Norheim"
    if DAY_BEHIND.search(" ".join(after)) and OPPONENT.search(" ".join(before) + " "):
        yield Kind.TEAM, 3


def votes_by_minutes(sentence: Sentence, token: Token) -> Iterator[Vote]:
    """What minutes behind a name say: "(X 12, 45pen)" is a scorer."""
    if MINUTES.match(sentence.text[token.end - sentence.start :]):
        yield Kind.PERSON, 2.5


def votes_by_possession(owned: Sequence[Token]) -> Iterator[Vote]:
    """What a name owns: "X's header" is a player's, "X's win" a team's, "X's men" a manager's."""
    if owned and owned[0].name and " " in owned[0].text:
        yield Kind.TEAM, 1.5  # "Hallvik's Jon Sorensen"
    phrase: list[str] = []
    for token in owned:
        if token.lower in BOUNDS or token.tag in ("IN", "VBD", "VBZ", "VBP") or token.name:
            break
        phrase.append(token.lower)
    if owned and SCORE.fullmatch(owned[0].lower):
        yield Kind.TEAM, 3  # "Hallvik's 2-0 win over Brevik"
    manager = listed("nouns.teams.of_manager")
    if set(phrase[:2]) & manager:
        yield from look_up("owned", [word for word in phrase[:2] if word in manager])
    else:
        pairs = [" ".join(phrase[i : i + 2]) for i in range(len(phrase) - 1)]
        yield from look_up("owned", [*pairs[::-1], *phrase[::-1]])

"""Against whom a result was: "a 2-0 win over Hallvik", "defeats by Hallvik and Brevik"."""

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.result.told import LOST, SCORE, WON
from kg.frames import Frame, owner_of
from kg.language import POSSESSIVE, Token
from kg.lexicon import pattern, table, words
from kg.mentions import Kind, Mention

LOOK_AHEAD = 10  # words between a result and its opponent
WINNER = 6  # words behind an inflicted defeat in which the winner is named
INFLICTED = 8  # words between "inflicted" and the defeat
NAMED = 4  # words behind "of" in which who was beaten is named
LINK = 5  # words between two opponents: "Hallvik in the league and champions Brevik"
SUFFERED_AT = pattern("results", "suffered_at")
SUFFERED = pattern("results", "suffered")  # words around a "|" in place of the result
AGAINST = frozenset(
    {"over", "against", "with", "to", "by", "at", "versus", "v", "from", "hands"}
)  # the last in "at the hands of Brevik"
ELSEWHERE = frozenset({"for", "in", "on", "after", "as", "before"})  # these lead to no opponent
CLOSING = ("IN", "RB", "DT", "JJ", ".", ",", ":", "-RRB-", "CD", "RP")  # tags behind the last


def opponent_of(
    frame: Frame, mentions: Sequence[Mention], *, drawn: bool
) -> tuple[Mention | None, str | None]:
    """The team a result was against, and the preposition before it.

    One draws with a team, and wins over it: "a win with Kaba on the bench" names no opponent. Who
    "inflicted Hallvik's first defeat" beat Hallvik.
    """
    by_word = teams_by_word(mentions)
    teams = {i: m for i, m in by_word.items() if not is_own_ground(frame.sentence.tokens, i)}
    grounds = {m.first for m in mentions if m.kind in (Kind.VENUE, Kind.CITY)}
    is_active = not frame.noun and not frame.passive and frame.lemma not in ("lose", "draw")
    if is_active and frame.undergoer and frame.undergoer.kind is Kind.TEAM:
        return frame.undergoer, None
    if is_inflicted(frame) and not is_by_winner(frame):
        owner = owner_of(frame.sentence, frame.trigger, frame.mentions)
        if owner is not None:
            return owner, None
    preposition = "of" if is_of_opponent(frame) else None
    other = False  # whether another team was named, who may do what follows
    for token in frame.tail[:LOOK_AHEAD]:
        lower = token.text.lower()
        if other and token.is_verb:
            return None, None  # "Hallvik won 3-1 in Norheim, and Dalby won 4-0 at Brevik"
        other = other or (token.index in teams and token.is_subject and not preposition)
        if lower in AGAINST and (drawn or lower != "with") and not is_spoilt(frame, lower, drawn):
            preposition = lower
        elif (
            token.index in teams and preposition and teams[token.index].first >= frame.trigger.index
        ):
            return teams[token.index], preposition
        elif token.index in grounds or (lower != "of" and ends_reach(token, lower)):
            preposition = None
        if frame.noun and (token.is_verb or lower in words("results", "nouns")):
            return None, None
    return None, None


def is_own_ground(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word tells that a result was at its holder's own ground: "a win at its home"."""
    return i > 0 and tokens[i].tag == "PRP$" and tokens[i - 1].lower == "at"


def teams_by_word(mentions: Sequence[Mention]) -> Mapping[int, Mention]:
    """The team that each word of a sentence is part of, but a country that only owns one.

    "Beat Belize's Cayo Rangers" names no Belize.
    """
    teams = [m for m in mentions if m.kind is Kind.TEAM and m.entity]
    owned = {m.first - 2 for m in teams if m.named and follows_possessive(m)}
    return {i: m for m in teams if m.last not in owned for i in range(m.first, m.last + 1)}


def follows_possessive(mention: Mention) -> bool:
    """Whether "'s" stands right before a mention."""
    before = mention.sentence.tokens[max(0, mention.first - 1) : mention.first]
    return any(token.text in POSSESSIVE for token in before)


def is_inflicted(frame: Frame) -> bool:
    """Whether a defeat is another's: "inflicted a 2-0 defeat on Brevik"."""
    if not frame.noun or result_meant(frame) != LOST:
        return False
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - INFLICTED) : place]
    inflicts = table("results", "outcomes")["inflicts"]
    followed = zip(before, frame.sentence.tokens[max(0, place - INFLICTED) + 1 :], strict=False)
    return any(t.lower in inflicts and then.lower != "off" for t, then in followed)


def is_by_winner(frame: Frame) -> bool:
    """Whether the winner is named behind a defeat: "condemned Hallvik to a 2-1 loss by Brevik"."""
    behind = [t for t in frame.tail[:WINNER] if not SCORE.fullmatch(t.text)]
    leads = table("results", "outcomes")["by_winner"]
    at = next((i for i, t in enumerate(behind) if t.lower in leads), len(behind))
    following = (frame.mentions.get(t.index) for t in behind[at + 1 : at + NAMED])
    return any(m is not None and m.kind is Kind.TEAM for m in following)


def result_meant(frame: Frame) -> str | None:
    """What the noun of a result means for whose result it is."""
    outcomes = table("results", "outcomes")
    return next((o for o in (WON, LOST, "drew") if frame.lemma in outcomes[o]), None)


def is_of_opponent(frame: Frame) -> bool:
    """Whether "of" leads to who was beaten: "a thrashing of Brevik", "their defeat of Brevik"."""
    behind = [t.text.lower() for t in frame.tail[:1]]
    if not frame.noun or behind != ["of"]:
        return False
    following = (frame.mentions.get(t.index) for t in frame.tail[1 : 1 + NAMED])
    return frame.lemma in table("results", "outcomes")["of_opponent"] and any(
        m is not None and m.kind is Kind.TEAM for m in following
    )


def is_suffered(frame: Frame) -> bool:
    """Whether a victory is another's: "a 4-0 thrashing by Brevik", "at the hands of Brevik"."""
    outcomes, text = table("results", "outcomes"), text_around(frame)
    if not frame.noun or frame.lemma not in outcomes["of_opponent"]:
        return False
    is_there = frame.lemma in outcomes["suffered_at"] and SUFFERED_AT.search(text)
    return bool(is_there or SUFFERED.search(text))


def text_around(frame: Frame) -> str:
    """The words before a result and behind it, with a bar in its place."""
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - INFLICTED) : place]
    return " ".join((*(t.lower for t in before), "|", *(t.lower for t in frame.tail[:NAMED])))


def is_spoilt(frame: Frame, preposition: str, drawn: bool) -> bool:
    """Whether "by" tells no opponent of a draw, unless somebody was held to it."""
    before = frame.sentence.tokens[: frame.trigger.index]
    held = any(t.text.lower() in words("results", "held") for t in before)
    return frame.noun and drawn and preposition == "by" and not held


def ends_reach(token: Token, lower: str) -> bool:
    """Whether a word leads from a result to something else: "lost to slip behind Brevik"."""
    return token.is_verb or lower in ELSEWHERE or token.tag == "IN"


def further_opponents(
    frame: Frame, first: Mention, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Who is named beside an opponent: "defeats by Hallvik and Brevik", "wins over X, Y and Z"."""
    if frame.noun and frame.trigger.tag not in ("NNS", "NNPS"):
        return
    teams = {m.first: m for m in teams_by_word(mentions).values()}
    tokens, last = frame.sentence.tokens, first.last
    found: list[Mention] = []
    link = ""
    for i in range(last + 1, len(tokens)):
        word = tokens[i].text.lower()
        if (team := teams.get(i)) and link:
            found.append(team)
            last = team.last
            if link == "and":
                break
            link = ""
        elif i > last and word in (",", "and"):
            link = word
        elif i - last > LINK or tokens[i].is_verb or SCORE.fullmatch(word) or word == ";":
            return
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    ended = behind is None or (behind.tag in CLOSING and behind.text not in POSSESSIVE)
    if link == "and" and ended:
        yield from found

"""The names that stand beside a phrase: "striker X", "the trio of X and Y", "X, the striker,"."""

from kg.language import POSSESSIVE, Token
from kg.lexicon import table
from kg.mentions.cast.gathering import Cast
from kg.mentions.entities import Entity, Kind

LONGEST = 5  # words of the first of two that one is: "X, the Brevik captain and centre-back,"
DESCRIPTIONS = frozenset({
    "captain", "skipper", "teenager", "teenage", "youngster", "young", "veteran", "debutant",
    "fellow", "the", "newcomer", "substitute", "fit-again", "returning",
})  # fmt: skip
LINKS = ("from", "with", "on", "of", "in", "at")
CLOSES = (",", ".", ")", ":", ";", "–", "—", "-", "who", "!", "?", '"', "”")


def names_behind(tokens: tuple[Token, ...], last: int, form: str) -> list[int]:
    """The names that a noun introduces: "striker X", "strikers X and Y", "the trio of X and Y"."""
    is_group = form in table("nouns", "groups")["of_people"]
    first = last + 1
    if is_group and first < len(tokens) and tokens[first].lower == "of":
        first += 1
    listed = form.endswith("s") and first + 1 < len(tokens) and tokens[first].text == ","
    if listed and tokens[first + 1].name:  # "the two strikers, X and Y, were outstanding"
        return names_between_commas(tokens, first + 1)
    if first >= len(tokens) or not tokens[first].name or form == "men":
        return []
    found = [first]
    while is_group or form.endswith("s"):
        links = [t.lower for t in tokens[found[-1] + 1 : found[-1] + 3]]
        step = 2 if links[:1] in ([","], ["and"]) else 0
        step += links == [",", "and"]
        following = found[-1] + step
        while step and following < len(tokens) and describes(tokens[following]):
            following += 1  # "the pairing of X and 18-year-old Y"
        if not step or following >= len(tokens) or not tokens[following].name:
            break
        found.append(following)
    return found


def describes(token: Token) -> bool:
    """Whether a word between two names of a list tells of the second: "18-year-old", "captain"."""
    word = token.lower
    return not token.name and (word.endswith("year-old") or word in DESCRIPTIONS)


def names_between_commas(tokens: tuple[Token, ...], first: int) -> list[int]:
    """The names of a list that begins there and is closed by a comma or a full stop, if two."""
    found = [first]
    while [t.lower for t in tokens[found[-1] + 1 : found[-1] + 2]] in ([","], ["and"]):
        following = found[-1] + 2
        if following >= len(tokens) or not tokens[following].name:
            break
        found.append(following)
    behind = tokens[found[-1] + 1].text if found[-1] + 1 < len(tokens) else "."
    joined = tokens[found[-1] - 1].lower == "and"
    return found if len(found) > 1 and joined and behind in CLOSES else []


def team_behind(tokens: tuple[Token, ...], last: int, cast: Cast) -> tuple[int, Entity | None]:
    """Where a phrase ends, and the team it ends with: "the manager of Hallvik"."""
    for place in (last + 2, last + 3):
        if place < len(tokens) and tokens[last + 1].lower == "of" and tokens[place].name:
            team = cast.find(tokens[place].text)
            return (place, team) if team and team.kind is Kind.TEAM else (last, None)
    return last, None


def name_beside(tokens: tuple[Token, ...], start: int, end: int) -> int | None:
    """The name that a phrase stands in apposition to: "X, the striker,", "the striker, X,"."""
    closed = end + 1 >= len(tokens) or tokens[end + 1].lower.startswith(CLOSES)
    closed = closed or is_told_more(tokens, start, end)
    opener = opening(tokens, start)
    opened = opener is not None and opener > 0
    if opener and closed and tokens[opener - 1].name:
        return opener - 1
    comma = end + 2 < len(tokens) and tokens[end + 1].text == ","
    place = named_there(tokens, end + 2) if comma and not opened else None
    behind = tokens[place + 1].lower if place and place + 1 < len(tokens) else "."
    return place if place and behind.startswith(CLOSES) else None


def named_there(tokens: tuple[Token, ...], first: int) -> int | None:
    """The name a phrase ends in: "Brevik's record signing, the Ghanaian forward X, levelled"."""
    for place in range(first, min(first + LONGEST, len(tokens))):
        if tokens[place].name:
            is_owner = place + 1 < len(tokens) and tokens[place + 1].text in POSSESSIVE
            return None if is_owner else place
        if place == first and tokens[place].lower not in ("the", "a", "an"):
            return None
        if place > first and not tokens[place].tag.startswith(("JJ", "NN")):
            return None
    return None


def opening(tokens: tuple[Token, ...], start: int) -> int | None:
    """Where an apposition opens before a phrase: "X, the captain and centre-back," at the comma."""
    if start < 2 or tokens[start - 1].text in (",", "(", "–", "—", "-"):
        return start - 1 if start > 1 else None
    if tokens[start - 1].lower != "and" or tokens[start - 2].text == ",":
        return None
    for place in range(start - 2, max(start - 2 - LONGEST, 0), -1):
        if tokens[place].text == ",":
            return place
        if not tokens[place].tag.startswith(("NN", "JJ", "DT", "PRP$", "POS")):
            return None
    return None


def is_told_more(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether more is told of whom a phrase is: "X, a left-back making his debut, was good"."""
    behind = tokens[end + 1]
    if tokens[start].name:  # "X, Brevik's goalkeeper for the night, saved"
        return behind.lower in ("for", "on", "and")
    if tokens[start].lower not in ("a", "an"):
        return False
    return behind.tag in ("VBG", "VBN", "VBD") or behind.lower in LINKS

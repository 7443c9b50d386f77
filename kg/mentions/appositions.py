"""The names that stand beside a phrase: "striker X", "the trio of X and Y", "X, the striker,"."""

from kg.language import Token
from kg.lexicon import table
from kg.mentions.cast import Cast
from kg.mentions.entities import Entity, Kind

CLOSES = (",", ".", ")", ":", ";", "–", "—", "-", "who", "!", "?", '"', "”")


def names_behind(tokens: tuple[Token, ...], last: int, form: str) -> list[int]:
    """The names that a noun introduces: "striker X", "strikers X and Y", "the trio of X and Y"."""
    is_group = form in table("nouns", "groups")["of_people"]
    first = last + 1
    if is_group and first < len(tokens) and tokens[first].lower == "of":
        first += 1
    if first >= len(tokens) or not tokens[first].name or form == "men":
        return []
    found = [first]
    while is_group or form.endswith("s"):
        links = [t.lower for t in tokens[found[-1] + 1 : found[-1] + 3]]
        step = 2 if links[:1] in ([","], ["and"]) else 0
        step += links == [",", "and"]
        following = found[-1] + step
        if not step or following >= len(tokens) or not tokens[following].name:
            break
        found.append(following)
    return found


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
    opened = start > 1 and tokens[start - 1].text in (",", "(", "–", "—", "-")
    if opened and closed and tokens[start - 2].name:
        return start - 2
    comma = end + 2 < len(tokens) and tokens[end + 1].text == ","
    behind = tokens[end + 3].lower if end + 3 < len(tokens) else "."
    if comma and tokens[end + 2].name and behind.startswith(CLOSES) and not opened:
        return end + 2
    return None

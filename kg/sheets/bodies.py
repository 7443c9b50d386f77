"""Find where a part of a sheet ends: at a full stop, or at the end of a line not wrapped."""

from collections.abc import Iterator, Sequence

from kg.sheets.headings import LINE_UP, Heading
from kg.sheets.parser import SEPARATORS
from kg.sheets.tokens import Sign, Token, tokens

PLAYERS = 11
FIGURES = frozenset({Sign.NUMBER, Sign.RATING})
WRAPPED = 45  # characters; a line that is wrapped is longer


def body(text: str, heading: Heading, bound: int) -> tuple[Token, ...]:
    """The tokens behind a heading, to where its part ends."""
    told = tokens(text, heading.end, bound)
    if heading.alone:
        return tuple(lines(told, heading))
    kept: list[Token] = []
    depth = 0
    for place, token in enumerate(told):
        depth += (token.sign is Sign.OPEN) - (token.sign is Sign.CLOSE)
        stops = token.sign is Sign.STOP and depth == 0
        if stops and is_group(kept) and is_group(told[place + 1 :]):
            kept.append(Token(Sign.BREAK, ";", token.start, token.end))
            continue
        if depth < 0 or stops:
            break
        if token.sign is not Sign.LINE:
            kept.append(token)
        elif kept and depth == 0 and not goes_on(text, heading, kept, told[place + 1 :]):
            break
    return tuple(joined(kept))


def is_group(told: Sequence[Token]) -> bool:
    """Whether tokens open with a team and a colon: "Hallvik: Kaba 12. Brevik: Gomes 80"."""
    return len(told) > 2 and (told[0].sign, told[1].sign) == (Sign.NAME, Sign.COLON)


def goes_on(text: str, heading: Heading, kept: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a part goes on behind the end of a line, which then is only wrapped."""
    if kept[-1].sign in SEPARATORS:
        return True
    if rest and rest[0].sign in (Sign.COMMA, Sign.BREAK):
        return True
    start = text.rfind("\n", 0, kept[-1].end) + 1
    is_long = kept[-1].end - max(start, heading.start) > WRAPPED
    line = rest[: next((i for i, t in enumerate(rest) if t.sign is Sign.LINE), len(rest))]
    lists = any(t.sign in (Sign.COMMA, Sign.BREAK, Sign.STOP) for t in line)
    is_odd = any(t.sign in (Sign.ODD, Sign.COLON) for t in line)
    return bool(line) and is_long and lists and not is_odd


def joined(kept: Sequence[Token]) -> Iterator[Token]:
    """The tokens with a name that was wrapped in two made one."""
    last: Token | None = None
    for token in kept:
        if last and last.sign is token.sign is Sign.NAME:
            last = Token(Sign.NAME, f"{last.value} {token.value}", last.start, token.end)
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def lines(told: Sequence[Token], heading: Heading) -> Iterator[Token]:
    """The tokens of the lines below a heading, as long as they read like entries.

    A list in one line ends with it; of players one a line, those after a numbered one are numbered.
    """
    line: list[Token] = []
    numbered: bool | None = None
    seen = 0
    for token in (*told, None):
        if token is not None and token.sign is not Sign.LINE:
            line.append(token)
            continue
        if not line:
            continue
        if line[-1].sign is Sign.STOP:
            line.pop()
        if line and token is not None and all(t.sign in FIGURES for t in line):
            continue  # a table pasted cell by cell: its number stands above a name
        starts_with_number = bool(line) and line[0].sign is Sign.NUMBER
        listed = sum(t.sign is Sign.NAME for t in line)
        if not line or not listed or any(t.sign in (Sign.ODD, Sign.COLON, Sign.STOP) for t in line):
            return
        if (numbered and not starts_with_number) or (seen >= PLAYERS and heading.kind == LINE_UP):
            return
        yield from line
        ends = any(t.sign in (Sign.COMMA, Sign.BREAK) for t in line) and line[-1].sign is Sign.NAME
        if ends and listed > 1:
            return
        if token is not None:
            yield token
        numbered = starts_with_number if numbered is None else numbered
        seen += 1
        line = []

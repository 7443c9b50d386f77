"""What does not change the match does not change the facts: other names, other lines, other words.

Each report in tests/metamorphic/ is rewritten in ways that leave its match as it is, and must then
say the same. Beside it stand the facts that it tells, `fails` on those that are known to be missed,
and the variants that are known to say something else, each with its reason.
"""

import re
import textwrap
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from readings import Row, graph_of, is_told, rows

FOLDER = Path(__file__).parent / "metamorphic"
REPORTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
QUESTIONS = (
    *("matches", "goals", "cards", "substitutions", "penalties", "woodwork", "disallowed"),
    *("memberships", "positions", "managers", "standings", "fixtures"),
)
WIDTH = 58  # of a line in a narrow column
# Words of clubs and grounds that every club and ground may bear: they are no names.
COMMON = frozenset({"United", "Rovers", "Town", "City", "Stadium", "Lane", "FC", "Spartak"})
OTHER_WORDS = (
    *(
        "Aldwin",
        "Benkarr",
        "Corvane",
        "Dastrel",
        "Ermelin",
        "Fadrick",
        "Galtier",
        "Hestrup",
        "Ilvarson",
        "Jorvane",
    ),
    *(
        "Kestrin",
        "Ludvane",
        "Merrowin",
        "Nostrell",
        "Orbanek",
        "Pellinor",
        "Quarless",
        "Rusthal",
        "Sandrow",
        "Tolvick",
        "Ulmane",
        "Vostrik",
    ),
    *("Wendrow", "Yarlick", "Zelmane", "Brondal", "Castrup", "Dunvar"),
)
CHATTER = (
    '"We have scored three times in every match this season," said a supporter. "He hit the post '
    'twice last week and was sent off in the cup."',
    "“The goal that Carlos scored against us in May was offside,” the coach added.",
)
BOILERPLATE = (
    "We use cookies to improve your experience. Accept all cookies or manage your settings.",
    "Read more: Ten things we learned from the weekend",
    "Photo: Getty Images",
    "pic.twitter.com/a1b2c3d4",
    "Follow us on Facebook and sign up for our newsletter.",
    "Odds: home win 6/4, draw 9/4, away win 7/4. 18+. Gamble responsibly.",
)


@cache
def text_of(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@cache
def expected(name: str) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def answers(text: str) -> frozenset[tuple[str, ...]]:
    """Every row of every question, the question first; what the graph leaves open is empty."""
    graph = graph_of(text)
    told: list[tuple[str, Row]] = [(q, row) for q in QUESTIONS for row in rows(graph, q)]
    return frozenset((question, *(cell or "" for cell in row.values())) for question, row in told)


def paragraphs(text: str) -> list[str]:
    return text.strip().split("\n\n")


def joined(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"


# ------------------------------------------------------------------------------- the facts


def facts() -> Iterator[Any]:
    for name in REPORTS:
        for question, listed in expected(name)["facts"].items():
            for number, fact in enumerate(listed, 1):
                reason = fact.get("fails")
                yield pytest.param(
                    name,
                    question,
                    {column: value for column, value in fact.items() if column != "fails"},
                    id=f"{name}-{question}-{number}",
                    marks=pytest.mark.xfail(strict=True, reason=reason) if reason else (),
                )


@pytest.mark.parametrize(("name", "question", "fact"), [*facts()])
def test_fact_is_told(name: str, question: str, fact: dict[str, object]) -> None:
    told = rows(graph_of(text_of(name)), question)
    assert any(is_told(fact, row) for row in told), told


# ------------------------------------------------------------------------------- variants


def rewrapped(text: str) -> str:
    """Each paragraph broken into lines of one width."""
    return joined([textwrap.fill(" ".join(p.split()), WIDTH) for p in paragraphs(text)])


def in_one_line(text: str) -> str:
    """Each paragraph on one line."""
    return joined([" ".join(p.split()) for p in paragraphs(text)])


def with_curly_quotes(text: str) -> str:
    """Typographic quotation marks and apostrophes."""
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def with_straight_quotes(text: str) -> str:
    """The quotation marks of a typewriter."""
    return text.translate(str.maketrans("“”’", '""\''))


def without_accents(text: str) -> str:
    """Letters without their accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def with_boilerplate(text: str) -> str:
    """A page around the report, and between its paragraphs."""
    first, *rest = paragraphs(text)
    middle = len(rest) // 2
    head, foot = list(BOILERPLATE[:1]), list(BOILERPLATE[4:])
    return joined([*head, first, *rest[:middle], *BOILERPLATE[1:4], *rest[middle:], *foot])


def with_chatter(text: str) -> str:
    """What people said about other matches."""
    return joined([*paragraphs(text), *CHATTER])


VARIANTS: Mapping[str, Callable[[str], str]] = {
    "rewrapped": rewrapped,
    "in one line": in_one_line,
    "curly quotes": with_curly_quotes,
    "straight quotes": with_straight_quotes,
    "boilerplate": with_boilerplate,
    "chatter": with_chatter,
}


def marked(name: str, variant: str) -> Any:
    """A case; it is known to fail if the report's file says so."""
    reason = expected(name).get("varies", {}).get(variant)
    mark = pytest.mark.xfail(strict=True, reason=reason) if reason else ()
    return pytest.param(name, variant, id=f"{name}-{variant}", marks=mark)


@pytest.mark.parametrize(("name", "_variant"), [marked(n, "as it is") for n in REPORTS])
def test_no_goal_is_invented(name: str, _variant: str) -> None:
    told = [row["scorer"] for row in rows(graph_of(text_of(name)), "goals")]
    scored = [fact["scorer"] for fact in expected(name)["facts"]["goals"]]
    assert [scorer for scorer in told if told.count(scorer) > scored.count(scorer)] == []


def differing(text: str, other: str, change: Callable[[str], str] = str) -> Any:
    """What only one of two texts tells; the cells of the first are changed as its words were."""
    before = {tuple(change(cell) for cell in row) for row in answers(text)}
    return sorted(before - answers(other)), sorted(answers(other) - before)


@pytest.mark.parametrize(("name", "variant"), [marked(n, v) for n in REPORTS for v in VARIANTS])
def test_same_facts(name: str, variant: str) -> None:
    text = text_of(name)
    assert differing(text, VARIANTS[variant](text)) == ([], [])


@pytest.mark.parametrize(("name", "_variant"), [marked(n, "without accents") for n in REPORTS])
def test_same_facts_without_accents(name: str, _variant: str) -> None:
    text = text_of(name)
    assert differing(text, without_accents(text), without_accents) == ([], [])


@pytest.mark.parametrize(("name", "_variant"), [marked(n, "renamed") for n in REPORTS])
def test_same_facts_under_other_names(name: str, _variant: str) -> None:
    words = dict.fromkeys(word for full in expected(name)["names"] for word in full.split())
    new = dict(zip((w for w in words if w not in COMMON), OTHER_WORDS, strict=False))
    new |= {word.upper(): other.upper() for word, other in new.items()}
    pattern = re.compile(rf"\b(?:{'|'.join(new)})\b")

    def rename(text: str) -> str:
        return pattern.sub(lambda found: new[found.group()], text)

    text = text_of(name)
    assert rename(text) != text
    assert differing(text, rename(text), rename) == ([], [])


@pytest.mark.parametrize(
    ("name", "_variant"), [marked(n, "swapped") for n in REPORTS if expected(n)["swaps"]]
)
def test_same_facts_in_another_order(name: str, _variant: str) -> None:
    parts = paragraphs(text_of(name))
    for one, other in expected(name)["swaps"]:
        parts[one - 1], parts[other - 1] = parts[other - 1], parts[one - 1]
    assert differing(text_of(name), joined(parts)) == ([], [])


@pytest.mark.parametrize(("name", "_variant"), [marked(n, "other voice") for n in REPORTS])
def test_same_facts_in_the_other_voice(name: str, _variant: str) -> None:
    text = changed = in_one_line(text_of(name))
    for one, other in expected(name)["passive"]:
        assert one in changed
        changed = changed.replace(one, other)
    assert differing(text, changed) == ([], [])

"""The places where a kind of fact has its word agree; the message names the place that lacks it.

The recipe stands in `kg/facts/__init__.py`. Matches are what the other kinds hang on, so their
terms, shapes and questions are those of football as such.
"""

import ast
import importlib
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from kg import facts, phrasings
from kg.facts.base import Fact, MatchEvent
from kg.facts.events import EVENTS
from kg.lexicon import FOLDER as LEXICON
from kg.phrasings.files import parts_of
from kg.query import questions
from kg.vocabulary import terms

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "kg" / "facts"
TWICE = 2  # a macro is named where it is said, and where it is used
NO_KINDS = {"__init__", "base", "football", "evidence", "ontology"}
FOOTBALL = {"match": "football"}  # the word of a kind where it is another than its module's


def stems(folder: Path, pattern: str) -> set[str]:
    return {path.stem for path in folder.glob(pattern)} - NO_KINDS


def fact_classes(kind: str) -> list[type[Fact]]:
    """The fact classes of a kind's module."""
    module = importlib.import_module(f"kg.facts.{kind}")
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, Fact)
        and thing.__module__ == module.__name__
    ]


MODULES = stems(FACTS, "*.py") | {path.parent.name for path in FACTS.glob("*/__init__.py")}
TOLD = {kind for kind in MODULES if fact_classes(kind)}
KINDS = sorted(TOLD | stems(ROOT / "ontology", "*.ttl"))


def is_told_in_phrases(kind: str) -> bool:
    """Whether a kind is one of events, with phrasings of its own; goals are weighed together."""
    is_event = any(issubclass(fact, MatchEvent) for fact in fact_classes(kind))
    return is_event and kind != "goal" and kind in stems(FACTS, "*.toml")


def asked_for(kind: str) -> bool:
    return any(FOOTBALL.get(kind, kind) in question.facts for question in questions())


PLACES: dict[str, Callable[[str], bool]] = {
    "kg/facts/{}.py, with its class": lambda kind: kind in TOLD,
    "FACTS in kg/facts/__init__.py": lambda kind: (
        kind in TOLD and set(fact_classes(kind)) <= set(facts.FACTS)
    ),
    "EVENTS in kg/facts/events.py": lambda kind: kind in EVENTS or not is_told_in_phrases(kind),
    "ontology/{}.ttl": lambda kind: (
        ROOT / "ontology" / f"{FOOTBALL.get(kind, kind)}.ttl"
    ).exists(),
    "shapes/{}.ttl": lambda kind: (ROOT / "shapes" / f"{FOOTBALL.get(kind, kind)}.ttl").exists(),
    'a question in queries/ with "Facts: {}"': asked_for,
    "tests/cases/{}.toml": lambda kind: (ROOT / "tests" / "cases" / f"{kind}.toml").exists(),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_kind_has_its_word_in_every_place(kind: str, place: str) -> None:
    assert PLACES[place](kind), f"add {place.format(kind)}"


@pytest.mark.parametrize("folder", ["ontology", "shapes"])
def test_no_word_without_a_kind(folder: str) -> None:
    assert stems(ROOT / folder, "*.ttl") <= TOLD


def test_questions_name_kinds_alone() -> None:
    named = {kind for question in questions() for kind in question.facts}
    assert named <= {*KINDS, "football", "evidence"}


@pytest.mark.parametrize("fact", facts.FACTS, ids=lambda fact: fact.__name__)
def test_terms_of_a_fact_are_in_the_ontology(fact: type[Fact]) -> None:
    used = {*fact.properties.values(), *([fact.type] if fact.type else [])}
    assert used
    assert used <= set(terms())


@pytest.mark.parametrize("fact", facts.FACTS, ids=lambda fact: fact.__name__)
def test_actors_of_an_event_have_their_properties(fact: type[Fact]) -> None:
    actors = fact.actors if issubclass(fact, MatchEvent) else ()
    assert set(actors) <= fact.properties.keys()


def test_events_have_words_of_their_own() -> None:
    events = [fact for fact in facts.FACTS if issubclass(fact, MatchEvent)]
    assert len({event.word for event in events}) == len(events) > 1


# ------------------------------------------------------------------------------- the lexicon


@cache
def strings_of_the_code() -> frozenset[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "kg").rglob("*.py")]
    nodes = (node for tree in trees for node in ast.walk(tree))
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.toml")), ids=lambda path: path.stem)
def test_every_list_of_the_lexicon_is_read(path: Path) -> None:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    asked = strings_of_the_code()
    assert [name for name in content if name not in asked] == []


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.toml")), ids=lambda path: path.stem)
def test_every_weight_of_the_lexicon_is_read(path: Path) -> None:
    weights = tomllib.loads(path.read_text(encoding="utf-8")).get("weights", {})
    assert [cue for cue in weights if cue not in strings_of_the_code()] == []


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.toml")), ids=lambda path: path.stem)
def test_every_pattern_of_the_lexicon_is_read(path: Path) -> None:
    """The code asks for each by its name, or an entry does, or it is of a list of nouns."""
    text = path.read_text(encoding="utf-8")
    content = tomllib.loads(text)
    asked = strings_of_the_code() | set(content.get("nouns", ()))
    asked |= set(re.findall(rf'^barred = "{path.stem}\.(\w+)"', text, re.MULTILINE))
    assert [name for name in content.get("patterns", {}) if name not in asked] == []


def test_every_class_of_verbs_is_read() -> None:
    classes = tomllib.loads((LEXICON / "verbs.toml").read_text(encoding="utf-8"))["classes"]
    data = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.toml"))
    asked = strings_of_the_code() | set(re.findall(r'"(?:@|verbs\.classes\.)(\w+)"', data))
    assert [name for name in classes if name not in asked and name != "forms"] == []


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.toml")), ids=lambda path: path.stem)
def test_every_macro_of_the_lexicon_is_used(path: Path) -> None:
    files = (path, *sorted(path.with_suffix("").glob("*.toml")))
    named = re.findall(r"\b[A-Z][A-Z_]*\b", "\n".join(f.read_text("utf-8") for f in files))
    macros = tomllib.loads(path.read_text("utf-8")).get("macros", {})
    assert [name for name in macros if named.count(name) < TWICE] == []


@pytest.mark.parametrize("kind", phrasings.kinds())
def test_every_macro_of_a_kind_is_used(kind: str) -> None:
    files = (FACTS / f"{kind}.toml", *parts_of(kind))
    named = re.findall(r"\b[A-Z][A-Z_]*\b", "\n".join(f.read_text("utf-8") for f in files))
    macros = tomllib.loads(files[0].read_text("utf-8")).get("macros", {})
    assert [name for name in macros if named.count(name) < TWICE] == []


@pytest.mark.parametrize("kind", phrasings.kinds())
def test_all_that_a_way_to_tell_gives_is_read(kind: str) -> None:
    ways = (*phrasings.written(kind, "phrasing"), *phrasings.written(kind, "telling"))
    given = {name for way in ways for name in way.get("gives", {})}
    assert given <= strings_of_the_code()


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.toml")), ids=lambda path: path.stem)
def test_no_list_of_the_lexicon_holds_a_word_twice(path: Path) -> None:
    lists = list(word_lists(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert [words for words in lists if len(set(words)) < len(words)] == []


def word_lists(content: object) -> Iterator[list[str]]:
    """The lists of words in a TOML file, however deep."""
    if isinstance(content, dict):
        for below in content.values():
            yield from word_lists(below)
    elif isinstance(content, list) and all(isinstance(word, str) for word in content):
        yield content
    elif isinstance(content, list):
        for below in content:
            yield from word_lists(below)


# ------------------------------------------------------------------------------- README


def test_readme_lists_the_questions() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (.+\?) \|$", readme, re.MULTILINE)
    assert listed == [(question.name, question.text) for question in questions()]

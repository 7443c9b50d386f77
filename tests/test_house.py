"""The rules of the house: how modules depend on each other, how long they are, who prints."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 200
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}

# The line through the house: a module imports from its own group and from those above it.
LINE: tuple[tuple[str, ...], ...] = (
    ("errors", "paths"),
    ("vocabulary", "lexicon", "weights"),
    ("report",),
    ("sheets",),
    ("blocks",),
    ("names",),
    ("language",),
    ("mentions",),
    ("frames",),
    ("phrasings", "teammates"),
    ("facts",),
    ("reconcile",),
    ("fuse",),
    ("rdf",),
    ("validate",),
    ("graph",),
    ("store",),
    ("query", "explain", "picture"),
    ("score", "look"),
    ("training", "pipeline"),
    ("keeping",),
    ("serve",),
    ("cli", "__main__", "__init__"),
)
PLACE = {part: place for place, group in enumerate(LINE) for part in group}


def part_of(module: Path) -> str:
    """The part of the house a module belongs to: kg/facts/goal.py is of "facts"."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def syntax_tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported_parts(module: Path) -> set[str]:
    tree = syntax_tree(module)
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "kg":
            found.update(alias.name for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kg."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found.update(
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg.")
            )
    return found


def name_of(module: Path) -> str:
    return str(module.relative_to(ROOT))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_stands_on_the_line(module: Path) -> None:
    assert part_of(module) in PLACE, "give it a place in LINE"


def test_line_names_no_other_module() -> None:
    assert PLACE.keys() == {part_of(module) for module in MODULES}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports_run_one_way(module: Path) -> None:
    own = part_of(module)
    later = {part for part in imported_parts(module) if PLACE.get(part, 99) > PLACE[own]}
    assert not later, f"{own} comes before {', '.join(sorted(later))}"


def test_imports_between_modules_are_no_circle() -> None:
    parts = {part: set[str]() for part in PLACE}
    for module in MODULES:
        parts[part_of(module)] |= imported_parts(module) - {part_of(module)}
    done: set[str] = set()
    while ready := {part for part in parts.keys() - done if parts[part] <= done}:
        done |= ready
    assert done == parts.keys(), f"a circle among {sorted(parts.keys() - done)}"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_is_short(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines: it is about more than one thing"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_name_of_module_says_what_it_is(module: Path) -> None:
    words = {*module.stem.split("_"), module.parent.name}
    assert not words & NAMES_THAT_SAY_NOTHING


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_says_what_it_is_for(module: Path) -> None:
    tree = syntax_tree(module)
    assert ast.get_docstring(tree), "it has no docstring"


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_only_the_command_line_prints(module: Path) -> None:
    if part_of(module) == "cli":
        return
    tree = syntax_tree(module)
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "sys.stdout.write", "sys.stderr.write", "typer.echo"}
    assert not imported_modules(tree) & {"typer", "rich"}


def imported_modules(tree: ast.AST) -> set[str]:
    names = [alias.name for n in ast.walk(tree) if isinstance(n, ast.Import) for alias in n.names]
    names += [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module]
    return {name.split(".")[0] for name in names}


# ------------------------------------------------------------------------------- data files

DATA = sorted(
    path
    for pattern in (
        "ontology/**/*",
        "shapes/**/*",
        "queries/**/*",
        "seeds/names/**/*",
        "kg/**/*.toml",
        "kg/**/*.cfg",
        "kg/**/*.csv",
    )
    for path in ROOT.glob(pattern)
    if path.is_file() and (PACKAGE / "model" / "pipeline") not in path.parents
)


@cache
def string_constants() -> frozenset[str]:
    return frozenset(
        node.value
        for module in MODULES
        for node in ast.walk(syntax_tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize("path", DATA, ids=name_of)
def test_data_file_is_read(path: Path) -> None:
    """Some module names the file, or a pattern that finds it."""
    constants = string_constants()
    patterns = {text for text in constants if "*." in text and " " not in text}
    if path.name == "README.md":
        return
    assert {path.name, path.stem} & constants or any(path.match(p) for p in patterns)


LEXICON = sorted((PACKAGE / "lexicon").rglob("*.toml"))


@pytest.mark.parametrize("path", LEXICON, ids=name_of)
def test_pattern_of_the_lexicon_is_used(path: Path) -> None:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    patterns = content.pop("patterns", {})
    beside = {name for part in content.values() if isinstance(part, dict) for name in part}
    unused = patterns.keys() - string_constants() - named_in_data() - beside
    assert not unused, "no module names it: delete it"


@cache
def named_in_data() -> frozenset[str]:
    """What other data names in a file of the lexicon: `file.pattern`."""
    texts = (path.read_text(encoding="utf-8") for path in DATA if path.suffix == ".toml")
    return frozenset(name for text in texts for name in re.findall(r"\b[a-z_]+\.([a-z_]+)\b", text))


@pytest.mark.parametrize("path", [p for p in DATA if p.suffix == ".toml"], ids=name_of)
def test_no_space_is_lost_where_a_pattern_is_folded(path: Path) -> None:
    """A line break stands for nothing: "in" before it and "space" behind it are "inspace"."""
    found = re.findall(r"(?<!\\)[a-z]\n +(?:[a-z]|\(\?:[a-z]).*", path.read_text(encoding="utf-8"))
    assert not found, "fold it before a bar, or leave the space before the break"


LONGEST_LINE = 120  # of words and patterns; a pattern is folded before its bars


@pytest.mark.parametrize("path", [p for p in DATA if p.suffix == ".toml"], ids=name_of)
def test_lines_of_words_and_patterns_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    long = [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE]
    assert not long, "fold them: a line break in a pattern stands for nothing"


# ------------------------------------------------------------------------------- start-up

HEAVY = ("spacy", "rdflib", "networkx", "matplotlib", "pyoxigraph", "pyshacl", "ortools", "numpy")


def test_command_line_starts_without_heavy_libraries() -> None:
    code = "import sys, kg.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "typer" in loaded
    assert not loaded & set(HEAVY)


# ------------------------------------------------------------------------------- wording

PATH_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|work|opt)/\w")


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_knows_no_path_of_one_machine(module: Path) -> None:
    assert not PATH_OF_A_MACHINE.search(module.read_text(encoding="utf-8"))

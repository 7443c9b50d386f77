"""The README cannot go stale: what it shows is what the commands print.

Each console block holds one command and its output in a terminal of 96 columns. With the variable
WRITE_README set, the output is written into the README instead of being compared.
"""

import doctest
import os
import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import facts
from kg.cli import run
from kg.phrasings import written
from kg.picture import draw
from kg.pipeline import build
from kg.rdf.files import write_dataset

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", re.MULTILINE)
TEXT = README.read_text(encoding="utf-8")
COMMANDS = [found[1] for found in BLOCK.finditer(TEXT)]


def block(language: str) -> str:
    """The one block of a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seed reports, their graph and its picture, in which the commands run."""
    made = tmp_path_factory.mktemp("readme")
    (made / "seeds").symlink_to(ROOT / "seeds")
    graph = build([ROOT / "seeds" / "reports"]).dataset
    write_dataset(graph, made / "graph.ttl")
    draw(graph, made / "graph.svg")
    return made


@pytest.fixture
def printed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], str]:
    """Runs a command line in the folder and gives what it prints in a terminal."""
    monkeypatch.chdir(folder)
    for name, value in {"FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "96"}.items():
        monkeypatch.setenv(name, value)

    def output(command: str) -> str:
        kg, *arguments = shlex.split(command)
        assert kg == "kg"
        assert run(arguments) == 0
        told = "".join(capsys.readouterr()).lstrip("\n")
        return "".join(f"{line.rstrip()}\n" for line in told.splitlines())

    return output


def test_commands_print_what_is_shown(printed: Callable[[str], str]) -> None:
    said = {command: printed(command) for command in COMMANDS}
    assert len(said) == len(COMMANDS) > 5
    if os.environ.get("WRITE_README"):
        fresh = BLOCK.sub(lambda found: f"```console\n$ {found[1]}\n{said[found[1]]}```", TEXT)
        README.write_text(fresh, encoding="utf-8")
    else:
        assert said == {found[1]: found[2] for found in BLOCK.finditer(TEXT)}


def test_python_block(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    example = doctest.DocTestParser().get_doctest(block("python"), {}, "README", None, 0)
    assert doctest.DocTestRunner().run(example) == (0, 4)


def test_turtle_block_is_in_the_graph(folder: Path) -> None:
    assert block("turtle") in (folder / "graph.ttl").read_text(encoding="utf-8")


def test_picture_is_the_one_that_is_drawn(folder: Path) -> None:
    (shown,) = re.findall(r"!\[.*?\]\((.*?)\)", TEXT)
    words = re.compile(r"<text[^>]*>([^<]*)<")
    drawn = words.findall((folder / "graph.svg").read_text(encoding="utf-8"))
    assert len(drawn) > 10
    assert words.findall((ROOT / shown).read_text(encoding="utf-8")) == drawn


def test_two_commands_are_targets() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"^    make (\w+)", TEXT, re.MULTILINE)
    assert named == ["demo", "test"]
    assert set(named) <= set(targets)


def test_the_line_names_what_there_is() -> None:
    named = re.findall(r"[a-z_]+(?:\.py|/)", block("text"))
    assert len(named) > 10
    assert [name for name in named if not (ROOT / "kg" / name).exists()] == []


def test_recipe_is_that_of_the_code() -> None:
    recipe = re.findall(r"^\d\. (.+)", facts.__doc__ or "", re.MULTILINE)
    places = re.findall(r"`\S+`", " ".join(recipe))
    assert len(places) > 3
    assert [place for place in places if place not in TEXT] == []


def test_phrasing_block_is_as_it_stands() -> None:
    (shown,) = tomllib.loads(block("toml"))["phrasing"]
    (entry,) = [entry for entry in written("goal", "phrasing") if entry["name"] == shown["name"]]
    assert shown.items() <= entry.items()


def test_paths_exist() -> None:
    named = set(re.findall(r"`((?:kg|seeds|ontology|shapes|queries|tests)/[\w/.]*)`", TEXT))
    assert len(named) > 8
    assert [name for name in named if "red_card" not in name and not (ROOT / name).exists()] == []

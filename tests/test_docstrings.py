"""The examples in docstrings give what they say they give, and what these name is there."""

import ast
import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kg"
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if ">>>" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_are_true(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried
    assert not failed


NAMED = re.compile(r"`(kg(?:\.\w+)+)`")
NAMING = sorted(path for path in PACKAGE.rglob("*.py") if NAMED.search(path.read_text("utf-8")))


@pytest.mark.parametrize("path", NAMING, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_what_is_named_is_there(path: Path) -> None:
    for name in NAMED.findall(path.read_text(encoding="utf-8")):
        assert pkgutil.resolve_name(name)


PACKAGES = sorted(path.parent for path in PACKAGE.rglob("*/__init__.py"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_package_tells_of_its_modules(package: Path) -> None:
    """Its docstring names them, but for those that it imports itself: commands, kinds of facts."""
    tree = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    told = set(re.findall(r"`(?:kg\.)?(\w+)`", ast.get_docstring(tree) or ""))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == f"kg.{package.name}":
            told |= {alias.name for alias in node.names}
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    modules |= {path.parent.name for path in package.glob("*/__init__.py")}
    assert not modules - told, "say in its docstring where they lie on its line"

"""The examples in docstrings give what they say they give, and what these name is there."""

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

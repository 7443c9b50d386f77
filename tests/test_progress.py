"""What a terminal shows while thousands of reports are read: how far, how fast, how long still."""

import io

import pytest
from rich.console import Console

from kg.cli.terminal import Terminal


def shown(terminal: Terminal, total: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal shows while half of the steps are done."""
    page = io.StringIO()
    tty = Console(file=page, force_terminal=True, width=100)
    monkeypatch.setattr("kg.cli.terminal.console", lambda **_: tty)
    with terminal.progress("adding", total) as on_report:
        for number in range(total // 2):
            on_report(f"report-{number}")
    return page.getvalue()


def test_a_long_batch_shows_how_far_how_fast_and_how_long_still(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(Terminal(quiet=False, verbose=False), 400, monkeypatch)
    assert "adding" in page
    assert "200/400" in page
    assert "/s" in page
    assert "0:00:0" in page


def test_a_quiet_one_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(quiet=True, verbose=False), 400, monkeypatch) == ""

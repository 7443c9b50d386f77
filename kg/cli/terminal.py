"""How the command line speaks: results on stdout, everything else on stderr, plain in a pipe."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

FAULTY, WRONG_INPUT = 1, 2  # exit statuses; 0 is done


def console(*, stderr: bool = False) -> "Console":
    """A rich console: styled in a terminal, plain text and never wrapped anywhere else."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, emoji=False, markup=False)


def print_result(*parts: "RenderableType") -> None:
    """Print each part as a line of a command's result, on stdout."""
    out = console()
    for part in parts:
        out.print(part, soft_wrap=True)


@dataclass(frozen=True)
class Terminal:
    """What the user wants to hear besides the result: notes, details, a progress bar."""

    quiet: bool = False
    verbose: bool = False

    def note(self, *parts: "RenderableType") -> None:
        """Print each part as a line on stderr, unless the user wants quiet."""
        if self.quiet:
            return
        err = console(stderr=True)
        for part in parts:
            err.print(part, soft_wrap=True)

    def detail(self, *parts: "RenderableType") -> None:
        """Print each part as a line on stderr if the user wants to hear more."""
        if self.verbose:
            self.note(*parts)

    @contextmanager
    def progress(self, title: str, total: int) -> Iterator[Callable[[str], None]]:
        """Give a function that counts one step, named; a terminal shows a bar that then goes."""
        err = console(stderr=True)
        if self.quiet or not err.is_terminal or total == 1:
            yield lambda step: self.detail(f"{title} {step}")
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.progress import TimeRemainingColumn as TimeLeft

        rate = TextColumn("{task.fields[rate]}")
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate)
        with Progress(*columns, TimeLeft(), console=err, transient=True) as bar:
            task = bar.add_task(title, total=total, rate="")

            def count(step: str) -> None:
                self.detail(f"{title} {step}")
                bar.advance(task)
                speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
                bar.update(task, rate=f"{speed:.1f}/s" if speed else "")

            yield count

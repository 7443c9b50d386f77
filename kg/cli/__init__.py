"""The command line: `kg COMMAND`. It reads arguments, calls the library, prints, and exits.

`main` is what the `kg` script runs, and STATUS tells its exit status. Whatever is heavy is imported
inside the command that needs it, so `kg --help` answers at once.

A command is a module, or stands in that of its kin. Commands share `arguments`, `tables` of
answers, the `summary` of a graph and how the `terminal` speaks; `look` is what `kg explain --text`
shows.
"""

import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from kg.cli import (
    add,
    backup,
    build,
    calibrate,
    coverage,
    draw,
    explain,
    export,
    names,
    query,
    score,
    serve,
    stats,
    train,
    validate,
)
from kg.cli.terminal import WRONG_INPUT, Terminal
from kg.errors import InputError

STATUS = "0 done, 1 a graph breaks a shape, a report failed or a store has faults, 2 wrong input"

# Every command, and how it is used; `kg COMMAND --help` shows the examples.
COMMANDS = (
    (
        build.build,
        "kg build seeds/reports/*.txt -o match.ttl -o match.trig",
        "cat report.txt | kg build - -o match.ttl",
        "kg build seeds/reports --store season",
    ),
    (build.extract, "kg extract seeds/reports/*.txt --out graphs"),
    (validate.validate, "kg validate match.ttl"),
    (
        query.query,
        "kg query goals match.ttl",
        "kg query goals match.ttl --format csv > goals.csv",
        "kg query my-question.rq match.ttl",
        "kg query goals --store season",
    ),
    (query.questions, "kg questions"),
    (
        explain.explain,
        "kg explain match.trig goal-1",
        'kg explain --text "Kaba headed in a cross from Nduri."',
    ),
    (coverage.coverage, "kg coverage seeds/reports", "kg coverage seeds/reports --csv silent.csv"),
    (
        draw.draw,
        "kg draw match.ttl -o match.svg",
        "kg draw match.ttl -o match.html -o match.graphml",
    ),
    (
        export.export,
        "kg export match.ttl -o match.jsonld",
        "kg export --store season -o season.ttl",
    ),
    (
        add.add,
        "kg add reports --store season",
        "kg add reports --store http://localhost:7878 --failures failed.csv",
    ),
    (add.remove, "kg remove 2020-12-01-report --store season"),
    (stats.list_, "kg list --store season"),
    (stats.stats, "kg stats --store season"),
    (backup.backup, "kg backup season.nq.gz --store season"),
    (backup.restore, "kg restore season.nq.gz --store season --replace"),
    (backup.check_store, "kg check-store --store season"),
    (
        serve.serve,
        "kg serve season",
        "kg serve match.trig --port 8080",
    ),
    (
        score.score,
        "kg score --gold gold graphs",
        "kg score --gold gold --by-report --show all seeds/reports/*.txt",
    ),
    (
        calibrate.calibrate,
        "kg calibrate --gold gold reports -o calibration.svg",
        "kg calibrate --gold gold reports --fit kg/lexicon/confidence.toml",
    ),
    (
        train.train,
        "kg train --treebanks treebanks --out training",
        "kg train --passages passages --out training",
    ),
)

app = typer.Typer(
    name="kg",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    # In a pipe the help is plain text; there the import of rich is saved as well.
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"Exit status: {STATUS}.",
)


def name_of(command: Callable[..., None]) -> str:
    """What a command is called: `check_store` is check-store, `list_` is list."""
    return command.__name__.strip("_").replace("_", "-")


for command, *examples in COMMANDS:
    app.command(
        name_of(command),
        epilog="\b\n" + "\n".join(["Examples:", *(f"  {line}" for line in examples)]),
    )(command)
app.add_typer(names.names)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"football-kg {version('football-kg')}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say more about each step.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Turn football match reports into a knowledge graph in which every fact has its sentence."""
    context.obj = Terminal(quiet=quiet, verbose=verbose)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status; wrong input becomes one line on stderr."""
    try:
        return app(arguments, prog_name="kg", standalone_mode=False) or 0
    except InputError as error:
        problem = str(error)
    except typer.TyperException as error:
        usage = getattr(error, "ctx", None)
        command = usage.command_path if usage else "kg"
        problem = f"{error.format_message().rstrip('.')}; see {command} --help"
    except OSError as error:
        problem = f"{error.filename}: {error.strerror}; check the path and its permissions"
    typer.echo("kg: " + " ".join(problem.split()), err=True)
    return WRONG_INPUT


def main() -> None:
    """Run the command line of this process and exit."""
    sys.exit(run(sys.argv[1:]))

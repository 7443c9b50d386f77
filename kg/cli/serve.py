"""`kg serve`: pages to explore, and a SPARQL endpoint."""

import signal
from types import FrameType
from typing import Annotated

import typer

from kg.cli.terminal import Terminal, print_result

LOCAL = ("127.0.0.1", "localhost", "::1")


def serve(
    context: typer.Context,
    store: Annotated[
        str,
        typer.Argument(
            metavar="STORE", help="A store: a folder, the URL of a server; or a graph file."
        ),
    ],
    *,
    host: Annotated[str, typer.Option(help="Who may reach it: else this machine alone.")] = LOCAL[
        0
    ],
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where; 0 takes any that is free.")
    ] = 8000,
    seconds: Annotated[float, typer.Option(min=0.1, help="How long an answer may take.")] = 30.0,
) -> None:
    """Serve pages to explore, and a read-only SPARQL endpoint."""
    from kg.serve import Server

    terminal: Terminal = context.obj
    signal.signal(signal.SIGTERM, _interrupt)
    with Server(store, host, port, seconds) as server:
        print_result(f"{store} is at {server.url}, for SPARQL at {server.url}sparql")
        if host not in LOCAL:
            terminal.note("whoever can reach this machine can read it")
        terminal.note("Ctrl-C stops")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            terminal.note("stopped")


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt

"""Processes that answer, each one request at a time and within a limit of time.

The engine cannot be stopped in the middle of a query, but a process can: one that takes too long is
ended, another takes its place, and nobody else waits for it.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import BoundedSemaphore

from kg.errors import InputError
from kg.serve.messages import Refusal, Request, Response
from kg.serve.source import Source

SECONDS_TO_OPEN = 300.0  # a large graph file is read anew by each process
BUSY = "the server is busy; ask again in a moment"
TOO_SLOW = "this takes longer than {:g} seconds; ask for less, or serve with more --seconds"
DIED = "the process that worked at it has died; ask for less"

Answer = Callable[[Source, Request], Response]


@dataclass(frozen=True)
class Post:
    """What a process works at: what is served, how it answers, and in how many seconds."""

    where: str
    answer: Answer
    seconds: float


class Worker:
    """One process."""

    def __init__(self, post: Post) -> None:
        """Start it."""
        self.post = post
        self.opened = False
        context = multiprocessing.get_context("spawn")  # threads and forks do not go together
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(post, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def open(self) -> None:
        """Wait until it has opened what is served.

        Raises:
            InputError: that cannot be opened.
        """
        fault = None if self.opened else self._told(SECONDS_TO_OPEN)
        if isinstance(fault, tuple):
            raise InputError(*fault)
        self.opened = True

    def answer(self, request: Request) -> Response:
        """The answer to a request.

        Raises:
            Refusal: it takes too long, or the process dies of it.
            InputError: what is served can no longer be opened.
        """
        self.open()
        try:
            self.line.send(request)
        except OSError:
            raise Refusal(503, DIED) from None
        response = self._told(self.post.seconds)
        assert isinstance(response, Response)  # noqa: S101  (what `_work` sends)
        return response

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()

    def _told(self, seconds: float) -> object:
        try:
            if self.line.poll(seconds):
                return self.line.recv()
        except (EOFError, OSError):
            raise Refusal(503, DIED) from None
        raise Refusal(503, TOO_SLOW.format(seconds))


class Crew:
    """So many processes; they are started as they are needed."""

    def __init__(self, post: Post, number: int) -> None:
        """Start the first one."""
        self.post = post
        self._seats = BoundedSemaphore(number)
        self._idle = deque([Worker(post)])

    def open(self) -> None:
        """Wait until the first one has opened what is served.

        Raises:
            InputError: that cannot be opened.
        """
        self._idle[0].open()

    def answer(self, request: Request) -> Response:
        """The answer of whoever is free.

        Raises:
            Refusal: nobody is free in time, or it takes too long.
            InputError: what is served can no longer be opened.
        """
        if not self._seats.acquire(timeout=self.post.seconds):
            raise Refusal(503, BUSY, (("Retry-After", "5"),))
        try:
            worker = self._idle.pop() if self._idle else Worker(self.post)
            try:
                response = worker.answer(request)
            except BaseException:
                worker.stop()
                raise
            self._idle.append(worker)
            return response
        finally:
            self._seats.release()

    def stop(self) -> None:
        """End all that are idle; the others end with this process."""
        while self._idle:
            self._idle.pop().stop()


def _work(post: Post, line: "Connection[object, object]") -> None:
    """Answer one request after the other, until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this too
    source = Source(post.where)
    try:
        source.store()
    except InputError as error:
        line.send((error.where, error.what, error.remedy))
        return
    line.send(None)
    while True:
        try:
            request = line.recv()
        except (EOFError, OSError):
            return
        assert isinstance(request, Request)  # noqa: S101  (what `Worker` sends)
        line.send(post.answer(source, request))

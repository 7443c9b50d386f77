"""What is asked of the server and what it answers, apart from how HTTP carries them."""

from dataclasses import dataclass

HTML = "text/html"
TEXT = "text/plain"
TURTLE = "text/turtle"


@dataclass(frozen=True)
class Request:
    """A request; `path` is as it was sent, with its escapes, `parameters` are those of the URL."""

    method: str
    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    accept: str = ""
    media_type: str = ""
    body: bytes = b""

    def parameter(self, name: str) -> str:
        """The first value of a parameter of the URL, "" if there is none."""
        return next((value for key, value in self.parameters if key == name), "")


@dataclass(frozen=True)
class Response:
    """An answer: the status of HTTP, what it is, and further headers."""

    status: int
    media_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Refusal(Exception):  # noqa: N818  (it is an answer)
    """A request that is not answered: the status of HTTP, and why, in one line."""

    def __init__(self, status: int, why: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        """Keep them."""
        super().__init__(why)
        self.status = status
        self.why = " ".join(why.split())
        self.headers = headers


def see_other(place: str) -> Response:
    """The answer that sends one to another page."""
    return Response(303, TEXT, f"see {place}\n".encode(), (("Location", place),))

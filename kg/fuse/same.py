"""One thing that several reports tell of."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Told = TypeVar("Told")


@dataclass(frozen=True)
class Same(Generic[Told]):
    """What reports tell of one thing: the IRI it gets, and each telling with its report's id.

    `reason` says why it is not to be believed.
    """

    iri: str
    told: tuple[tuple[str, Told], ...]
    reason: str = ""

"""Why the graph says what it says of a node: the `claims` about it and their sentences.

`nodes` finds the node that is meant, and what nodes are called; `agreement` is how far to trust
what several reports tell.
"""

from kg.explain.agreement import ACCEPTED, Told, agreed, agreement, told
from kg.explain.claims import Explanation, claims, explain
from kg.explain.nodes import PROLOGUE, names_of

__all__ = [
    "ACCEPTED", "PROLOGUE", "Explanation", "Told", "agreed", "agreement", "claims", "explain",
    "names_of", "told",
]  # fmt: skip

"""Why the graph says what it says of a node: the `claims` about it and their sentences.

`nodes` finds the node that is meant, and what nodes are called.
"""

from kg.explain.claims import Explanation, claims, explain
from kg.explain.nodes import PROLOGUE, names_of

__all__ = ["PROLOGUE", "Explanation", "claims", "explain", "names_of"]

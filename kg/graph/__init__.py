"""Facts as RDF: who says what, why it is believed, and what is kept out.

- `nodes` are the people, teams, places and events that things are said of, and `statements` what is
  said of them; `claims` note the sentences that each statement stands on;
- `support` decides between statements that exclude each other, `confidence` how far to trust one,
  and `soundness` which break a shape and are not believed, where `screening` by the `laws` of the
  shapes cannot rule out that any does;
- `building` makes a graph of all this, in three layers.
"""

from kg.graph.building import build_graph

__all__ = ["build_graph"]

"""A graph as pages to explore and as a read-only SPARQL endpoint, on this machine.

- `messages` are what is asked and answered: `front` is the HTTP server that carries them; `crew`
  the processes that answer, each within a limit of time; `source` opens what is served, anew when
  somebody has written to it;
- `routes` says which page answers which path: `home`, `match`, `node`, `report`, `searching` and
  `tables` read what pages show, with the `facts` about nodes, `glyphs` of events and the `places`
  of pages; `pages` fills the templates, and `description` is a node as data;
- `protocol` is the SPARQL Protocol, with `keywords` of queries, `results` as bytes, and `accept`.
"""

from kg.serve.front import Server

__all__ = ["Server"]

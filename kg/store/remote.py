"""A store on a server: plain SPARQL 1.1 over HTTP, whoever made the server.

Every change names the state of the store it was worked out from and is carried out only in that
state: it can be sent again when no answer came, and of two writers at once one is refused.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from urllib.parse import urlencode
from uuid import uuid4

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf.terms import text_of
from kg.store import sparql
from kg.store.endpoints import Endpoints
from kg.store.http import WAITS, Connection, Request
from kg.store.interface import FORMAT, Change, Results, Store, Term, View, other_format
from kg.store.memory import to_rows
from kg.store.replies import ROWS, TRIPLES, garbage, to_results, to_triples
from kg.store.revision import GRAPHS, STATE, STATE_ASKED, holds, state

FORM = "application/x-www-form-urlencoded"
UPDATE = "application/sparql-update"
DROPPED_AT_ONCE = 200  # graphs in one request


class Remote(Store):
    """A SPARQL server; nobody else may write to the store between two changes of this object."""

    def __init__(self, endpoints: Endpoints, waits: tuple[float, ...] = WAITS) -> None:
        """Reach the server, and see in which state the store is.

        Raises:
            StoreError: the server cannot be reached, or the store is of another version.
        """
        self.endpoints = endpoints
        self.connection = Connection(
            endpoints.where, endpoints.user, endpoints.password, endpoints.seconds, waits
        )
        try:
            self.revision = self._state()
        except StoreError:
            self.close()
            raise

    @property
    def where(self) -> str:
        """The server."""
        return self.endpoints.where

    def select(self, query: str) -> list[Mapping[str, Term]]:
        """The rows of a SELECT over the named graphs, each with the variables that are bound."""
        found = self._results(query, {})
        if not isinstance(found, ox.QuerySolutions):
            raise garbage(self.where)
        return to_rows(found)

    def holders(
        self, name: ox.NamedNode, values: Collection[ox.Literal]
    ) -> list[tuple[ox.Literal, ox.NamedNode]]:
        """The nodes of any named graph that have one of some values in a property, with it."""
        wanted = sorted(values, key=str)
        rows: list[Mapping[str, Term]] = []
        for start in range(0, len(wanted), sparql.AT_ONCE):
            some = sparql.of_any(wanted[start : start + sparql.AT_ONCE])
            rows += self.select(
                f"SELECT DISTINCT ?value ?node WHERE {{ VALUES ?value {{ {some} }} "
                f"GRAPH ?graph {{ ?node {name} ?value }} }}"
            )
        return [
            (row["value"], row["node"])
            for row in rows
            if isinstance(row["value"], ox.Literal) and isinstance(row["node"], ox.NamedNode)
        ]

    def ask(self, query: str, view: View) -> Results:
        """What any query answers, and of which graphs it is asked."""
        # The server would tell of broken SPARQL in words of its own.
        ox.Store().query(query)
        graphs: dict[str, list[str]] = {}
        if view.default is not None:
            graphs["default-graph-uri"] = list(view.default)
            # The named graphs, which are many, need not be named where none is asked for.
            named = self.graphs() if view.named is None and "GRAPH" in query.upper() else view.named
            graphs["named-graph-uri"] = list(named or ())
        return self._results(query, graphs)

    def triples(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph, in no particular order; none if there is no such graph."""
        request = Request("GET", self.endpoints.data, {"graph": graph}, accept=TRIPLES)
        reply = self.connection.send(request)
        return [] if reply.status == 404 else to_triples(reply, self.where)

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs of football-kg, sorted."""
        rows = self.select(
            "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } "
            f'FILTER STRSTARTS(STR(?graph), "{GRAPHS}") }}'
        )
        names = {row["graph"].value for row in rows if isinstance(row["graph"], ox.NamedNode)}
        return sorted(names - {STATE.value})

    def apply(self, change: Change) -> None:
        """Write a change in one request, unless somebody else has written meanwhile."""
        if not change:
            return
        self._write(change, uuid4().hex)
        if not change.come and not self.graphs():
            self._write(Change(), None)

    def fill(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads, those of one graph together, into an empty store, graph by graph."""
        for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
            content = "".join(f"{quad.triple} .\n" for quad in group).encode()
            name = graph.value if isinstance(graph, ox.NamedNode) else ""
            self.connection.send(
                Request("PUT", self.endpoints.data, {"graph": name}, content, TRIPLES)
            )
        self._write(Change(), uuid4().hex)

    def clear(self) -> None:
        """Take every graph of football-kg out of the store; graphs of others stay."""
        names = [str(ox.NamedNode(graph)) for graph in (*self.graphs(), STATE.value)]
        for start in range(0, len(names), DROPPED_AT_ONCE):
            part = names[start : start + DROPPED_AT_ONCE]
            text = " ;\n".join(f"DROP SILENT GRAPH {name}" for name in part)
            self.connection.send(Request("POST", self.endpoints.update, {}, text.encode(), UPDATE))
        self.revision = self._state()

    def close(self) -> None:
        """Close the connection; what was written lies with the server."""
        self.connection.close()

    def _state(self) -> str | None:
        """The revision of the store; None if nothing was written yet."""
        rows = self.select(STATE_ASKED)
        if not rows:
            return None
        form = text_of(rows[0]["format"])
        if form != FORMAT:
            raise other_format(self.where, form)
        return text_of(rows[0]["revision"])

    def _write(self, change: Change, revision: str | None) -> None:
        """Carry out a change in the state we know, and make sure that it was carried out."""
        condition = holds(self.revision)
        old, new = state(self.revision), state(revision)
        # The state changes last, since everything before is done in the old one alone.
        renewed = sparql.renewal(old - new, new - old, condition)
        text = " ;\n".join(filter(None, (sparql.conditional_update(change, condition), renewed)))
        request = Request("POST", self.endpoints.update, {}, text.encode(), UPDATE)
        self.connection.send(request)
        if self._state() != revision:
            what = "somebody else is writing to the store"
            raise StoreError(self.where, what, "wait until they are done, and run it again")
        self.revision = revision

    def _results(self, query: str, graphs: Mapping[str, list[str]]) -> Results:
        content = urlencode({"query": query, **graphs}, doseq=True).encode()
        accept = f"{ROWS}, {TRIPLES};q=0.9"
        request = Request("POST", self.endpoints.query, {}, content, FORM, accept)
        return to_results(self.connection.send(request), self.where)

"""Network files for Gephi, yEd, Cytoscape and the like, written by networkx."""

import io
import re

import networkx as nx

# networkx writes today's date; without it equal graphs give equal files.
TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(network: nx.MultiDiGraph) -> str:
    """A network as GraphML."""
    stream = io.BytesIO()
    nx.write_graphml_xml(
        _numbered(network), stream, edge_id_from_attribute="id", named_key_ids=True
    )
    return stream.getvalue().decode("utf-8") + "\n"


def gexf(network: nx.MultiDiGraph) -> str:
    """A network as GEXF."""
    lines = "\n".join(nx.generate_gexf(_numbered(network)))
    return "<?xml version='1.0' encoding='utf-8'?>\n" + TODAY.sub("", lines, count=1) + "\n"


def _numbered(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network with an id for each edge: both formats want one that no other edge has."""
    numbered = nx.MultiDiGraph()
    numbered.add_nodes_from(sorted(network.nodes(data=True)))
    edges = sorted(network.edges(keys=True), key=str)
    for number, (source, goal, key) in enumerate(edges):
        numbered.add_edge(
            source, goal, key=str(number), id=str(number), **network.edges[source, goal, key]
        )
    return numbered

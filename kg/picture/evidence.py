"""The sentences that a dataset gives as evidence for a node, if it holds any."""

from rdflib import RDF, Dataset, Namespace, URIRef
from rdflib.namespace import PROV

from kg.vocabulary import PREFIXES

OA = Namespace(PREFIXES["oa"])


def sentences(dataset: Dataset, node: str) -> tuple[str, ...]:
    """What the reports say of a node, word for word: sorted, each sentence once.

    A dataset that was read from a format without named graphs holds no evidence: ().
    """
    found: set[str] = set()
    for claim, *_ in dataset.quads((None, RDF.subject, URIRef(node), None)):
        for _, _, mention, _ in dataset.quads((claim, PROV.wasDerivedFrom, None, None)):
            for _, _, selector, _ in dataset.quads((mention, OA.hasSelector, None, None)):
                exact = dataset.quads((selector, OA.exact, None, None))
                found.update(" ".join(str(quote).split()) for _, _, quote, _ in exact)
    return tuple(sorted(found))

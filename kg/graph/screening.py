"""Whether some triples may break a shape at all: most reports break none, and are soon known to.

pySHACL tells which shape a graph breaks, node by node, and takes as long for it as reading the
report does. Here the same is asked of all nodes at once, and only whether anything is wrong: each
SPARQL constraint is one query, each property one look at its values. A rule that is not known here
counts as broken, and pySHACL is asked.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.graph.laws import Rule, Shape, Term, shapes, superclasses
from kg.rdf.terms import text_of
from kg.validate import class_hierarchy
from kg.vocabulary import PREFIXES

TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


class Data:
    """Triples as the shapes look at them: by property and node, by class, and in a store."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        """Take the triples, with the classes of the ontology."""
        self.store = ox.Store()
        self.values: dict[Term, dict[Term, set[Term]]] = defaultdict(lambda: defaultdict(set))
        self.nodes: dict[Term, set[Term]] = defaultdict(set)
        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
        self.store.bulk_extend(quads)
        self.store.bulk_extend(class_hierarchy())
        above = superclasses()
        for quad in quads:
            self.values[quad.predicate][quad.subject].add(quad.object)
            if quad.predicate == TYPE:
                for name in above.get(quad.object, (quad.object,)):
                    self.nodes[name].add(quad.subject)

    def about(self, shape: Shape) -> set[Term]:
        """The nodes that a shape is about."""
        of_class = (self.nodes[name] for name in shape.classes)
        return set().union(*of_class, *(self.values[name] for name in shape.having))

    def to(self, node: Term, path: Sequence[Term]) -> set[Term]:
        """The values to which a path leads from a node."""
        first, *onward = path
        reached = self.values[first].get(node, set())
        for step in onward:
            reached = set().union(*(self.values[step].get(one, ()) for one in reached))
        return reached

    def reached(self, node: Term, paths: Sequence[Sequence[Term]]) -> set[Term]:
        """The values to which one path or another leads from a node."""
        if len(paths) == 1:  # as nearly always
            return self.to(node, paths[0])
        return set().union(*(self.to(node, path) for path in paths))

    def found_by(self, query: str) -> Iterator[Term]:
        """The nodes that a query gives as `?this`."""
        found = self.store.query(query, prefixes=PREFIXES)
        if not isinstance(found, ox.QuerySolutions):
            raise NotImplementedError(f"a constraint that is no SELECT: {query}")
        return (one["this"] for one in found)


def may_break(triples: Iterable[ox.Triple]) -> bool:
    """Whether some triples may break a shape whose breach is a violation."""
    data = Data(triples)
    return any(is_in_doubt(shape, data) for shape in shapes())


def is_in_doubt(shape: Shape, data: Data) -> bool:
    """Whether any node may break a shape."""
    nodes = data.about(shape)
    if not nodes:
        return False
    for node in nodes if shape.rules else ():
        values = data.reached(node, shape.paths)
        if any(is_broken(rule, node, values, data) for rule in shape.rules):
            return True
    return any(found in nodes for query in shape.queries for found in data.found_by(query))


def is_broken(rule: Rule, node: Term, values: set[Term], data: Data) -> bool:
    """Whether the values of a node's property break a rule; True also of a rule not known here."""
    given = rule.given
    match rule.name:
        case "minCount":
            kept = [len(values) >= number(least) for least in given]
        case "maxCount":
            kept = [len(values) <= number(most) for most in given]
        case "class":
            kept = [values <= data.nodes[name] for name in given]
        case "disjoint":
            kept = [values.isdisjoint(data.to(node, [other])) for other in given]
        case "in":
            kept = [values <= given]
        case "or":
            kept = [any(fits(way, node, value, data) for way in rule.ways) for value in values]
        case name if name in OF_EACH:
            kept = [OF_EACH[name](value, told) for value in values for told in given]
        case _:
            kept = [False]
    return not all(kept)


def fits(rules: Iterable[Rule], node: Term, value: Term, data: Data) -> bool:
    """Whether one value keeps all of some rules."""
    return not any(is_broken(rule, node, {value}, data) for rule in rules)


def kind_of(value: Term) -> str:
    """The kind of a node, as it is part of the names of kinds: sh:IRI, sh:IRIOrLiteral."""
    if isinstance(value, ox.Literal):
        return "Literal"
    return "IRI" if isinstance(value, ox.NamedNode) else "BlankNode"


def number(value: Term) -> float:
    """The number that a literal is; the rules on the datatype tell whether it is one."""
    try:
        return float(text_of(value))
    except ValueError:
        return float("nan")


# What is asked of each value by itself: of the value, and of what the rule gives.
OF_EACH: Mapping[str, Callable[[Term, Term], bool]] = {
    "datatype": lambda value, given: getattr(value, "datatype", None) == given,
    "nodeKind": lambda value, given: kind_of(value) in text_of(given),
    "minLength": lambda value, given: len(text_of(value)) >= number(given),
    "minInclusive": lambda value, given: number(value) >= number(given),
    "maxInclusive": lambda value, given: number(value) <= number(given),
}

"""The kinds of facts, and everything the sentences of a report tell of them.

To add a kind of fact (a red card) take one word and use it in six places; the contract test names
the one that is missing:

1. `kg/facts/red_card.py`: the frozen dataclass, its ontology class and properties; if it is told in
   phrases, `kg/facts/red_card.toml` with a sentence each phrasing reads and one it leaves alone;
2. a line in FACTS below and, if it is an event told in phrases, one in EVENTS of
   `kg/facts/events.py`;
3. `ontology/red_card.ttl`: its terms, each with label, definition and example;
4. `shapes/red_card.ttl`: what must hold of it, with messages in football words;
5. a question in `queries/` that asks for it;
6. `tests/cases/red_card.toml`: sentences it must read, and near misses it must not.

Each kind stands in a module of its own, made of what `base` gives to all.

`tellings` is the line of this stage, and `hearing` takes it sentence by sentence. It finds, in each
with its frames (`analysis`) and not in its `asides`, the results (`result`), the `events`, each
with its minute (`timing`, the next by `nearness`, and `shared_minutes`) of those told (`minutes`),
and who plays with whom (`relations`); `called` reads live reports and `listed` team sheets. How
goals are told fills a package, `goal`. Of a penalty, `award` and `spot_kick` join what led to it
with what came of it.
"""

from kg.facts import (
    card,
    disallowed_goal,
    goal,
    line_up,
    manager,
    match,
    membership,
    penalty,
    position,
    standing,
    substitution,
    woodwork,
)
from kg.facts.base import Fact
from kg.facts.tellings import Tellings, find_tellings

FACTS: tuple[type[Fact], ...] = (
    card.Card,
    disallowed_goal.DisallowedGoal,
    goal.Goal,
    line_up.LineUp,
    manager.Management,
    match.MatchFact,
    membership.Membership,
    penalty.PenaltyKick,
    position.Position,
    standing.Standing,
    substitution.Substitution,
    woodwork.WoodworkHit,
)

__all__ = ["FACTS", "Tellings", "find_tellings"]

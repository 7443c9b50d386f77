"""What a report has told before it is asked who plays for whom.

None of it depends on what other reports tell of its people: where they tell more of them, the case
is read once more, and not made again.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.facts import Tellings
from kg.facts.match import MatchFact
from kg.mentions import Entity, Known, Scene
from kg.names.known import KnownNames
from kg.reconcile.match.finding import main_match
from kg.reconcile.players.goalkeepers import hints_of_keeping


@dataclass(frozen=True)
class Case:
    """A report to be read as a whole: its scene, what its sentences tell, and the known names.

    `main` is the match that it is about, if there is one, before its goals are chosen; `keeping`
    counts the hints that somebody keeps goal.
    """

    scene: Scene
    told: Tellings
    known: KnownNames
    main: MatchFact | None
    keeping: Counter[Entity]

    def knowing(self, more: Iterable[Known]) -> "Case":
        """The same case where more is known of its people."""
        return replace(self, scene=self.scene.knowing(more))


def open_case(scene: Scene, told: Tellings, known: KnownNames) -> Case:
    """The case of a report."""
    main = main_match(scene, told.results, told.goals, known)
    return Case(scene, told, known, main, hints_of_keeping(scene))

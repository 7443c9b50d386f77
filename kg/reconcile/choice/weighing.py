"""Variables, rules and rewards of an exact model, and the goals there may have been in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from kg.mentions import Entity

EFFORT = 5.0  # seconds of deterministic time; a report takes a small part of it
LARGE = 1000  # variables from which it pays to try some out before
SCALE = 1000  # weights are thousandths: the solver counts in whole numbers


class Weighing:
    """Rules that a reading must keep, and what it is worth that a literal of it is true."""

    def __init__(self) -> None:
        """Begin without rules."""
        self.rules = cp_model.CpModel()
        self.worth: list[tuple[cp_model.LinearExprT, int]] = []

    def literal(self, name: str = "") -> cp_model.IntVar:
        """A new variable that is true or false."""
        return self.rules.new_bool_var(name)

    def reward(self, weight: float, literal: cp_model.LinearExprT) -> None:
        """Say what it is worth that a literal is true."""
        self.worth.append((literal, round(weight * SCALE)))

    def both(self, one: cp_model.LiteralT, other: cp_model.LiteralT) -> cp_model.IntVar:
        """A literal that is true just if two others are."""
        both = self.literal()
        self.rules.add_bool_and(one, other).only_enforce_if(both)
        self.rules.add_bool_or(~one, ~other, both)
        return both

    def best(self) -> cp_model.CpSolver | None:
        """The solver with what is worth most and keeps all rules; None if nothing keeps them."""
        literals, worth = [one for one, _ in self.worth], [worth for _, worth in self.worth]
        self.rules.maximize(cp_model.LinearExpr.weighted_sum(literals, worth))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = EFFORT
        # Linear bounds prove so small a model at once; to prepare it at length takes longer.
        solver.parameters.linearization_level = 2
        solver.parameters.add_lp_constraints_lazily = False
        solver.parameters.cut_level = 0
        solver.parameters.max_presolve_iterations = 1
        solver.parameters.symmetry_level = 0
        solver.parameters.cp_model_probing_level = int(len(self.rules.proto.variables) > LARGE)
        found = solver.solve(self.rules) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return solver if found else None


@dataclass(frozen=True)
class Slot:
    """A goal there may have been: whether it was, and whether the first side of the pair gained it.

    `number` counts the goals of its scorer from 0.
    `assigned` tells of each telling that may be of it, by its number, whether it is.
    """

    scorer: Entity
    own: bool
    number: int
    opened: cp_model.IntVar
    gained: cp_model.IntVar
    assigned: Mapping[int, cp_model.IntVar]

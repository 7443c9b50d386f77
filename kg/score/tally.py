"""What is right, wrong and missed, and the figures that come of it: precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """How many facts are right, wrong (said, and not so) and missed (so, and not said)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both counts together."""
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what is said that is right; 1 where nothing is said."""
        said = self.right + self.wrong
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of what is so that is said; 1 where there is nothing to say."""
        so = self.right + self.missed
        return self.right / so if so else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

"""How results are told: "a 1-1 draw with X", "lost 1-0 at Y", "X's 5-1 win over Y", "X 2-1 Y".

- `told`: one telling; `clauses`, `scores` and `phrases` find them, in frames, beside team names,
  and in set phrases, and `ellipses` what goes on from one: "and 3-0 to Z";
- of a frame, `triggers` say whether it tells a result at all, `sides` whose it is and on whose
  ground, `opponents` against whom, `days` whether it is of another day, and `legs` whether it is of
  the other leg of a tie.
"""

from kg.facts.result.clauses import tell_results
from kg.facts.result.told import DREW, LOST, WON, ResultTold, Score, sign

__all__ = ["DREW", "LOST", "WON", "ResultTold", "Score", "sign", "tell_results"]

"""What a report tells beside its match, and of which no fact of the match is made.

`turns` are words that turn to something else ("since Kaba netted in 1998"); `elsewhere` finds what
is told of another day, place or team, and `other_teams` those teams that do not play; `shoot_out`
finds the kicks of a shoot-out told apart from where it is named.
"""

from kg.facts.asides.elsewhere import strangers, told_elsewhere
from kg.facts.asides.other_teams import is_other
from kg.facts.asides.shoot_out import told_of_shoot_out
from kg.facts.asides.turns import OTHER_MATCH, Aside, Way, beside, find_asides, ways

__all__ = [
    "OTHER_MATCH",
    "Aside",
    "Way",
    "beside",
    "find_asides",
    "is_other",
    "strangers",
    "told_elsewhere",
    "told_of_shoot_out",
    "ways",
]

"""Who plays with or against whom, and for which team: what draws people to the sides.

`told` are relations that events and set phrases tell; `play` reads them off passages of play,
`topic` off those that name no team; `pressed` knows which teams are under pressure; `line_ups`
tells who comes into a side and `ten_men` whose side is a man short.
"""

from kg.facts.relations.line_ups import relations_in_line_ups
from kg.facts.relations.play import relations_in_play
from kg.facts.relations.ten_men import relations_of_ten_men
from kg.facts.relations.told import (
    TOGETHER,
    Bond,
    Leaning,
    Relation,
    people_in,
    relations_in_prose,
    relations_of_event,
)

__all__ = [
    "TOGETHER",
    "Bond",
    "Leaning",
    "Relation",
    "people_in",
    "relations_in_line_ups",
    "relations_in_play",
    "relations_in_prose",
    "relations_of_event",
    "relations_of_ten_men",
]

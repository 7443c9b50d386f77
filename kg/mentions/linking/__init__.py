"""Which words stand for whom: epithets and pronouns, joined to people and teams.

`antecedents` links them from left to right by what is `known` so far and stands `nearby`:
`player_epithets` and `team_epithets` by what they say, by the `order` of those told or by who was
`felled`, pronouns by whom they `reach`, by who comes into question (`binding`), by the words beside
them (`owners`) and by who has the `ball` or is `receiving` it.
"""

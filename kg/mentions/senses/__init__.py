"""What each name names: one sense a name, by votes.

Votes come from a name by itself (`name_cues`, `name_words`), from its uses (`usage`, the `cues` of
the lexicon, `verbs`, `appositions`, `results`, `scorelines` and the learnt `team_names`), and from
other names (`sharing`, `two_teams`). `voting` counts them, and `deciding` holds the ballot.
"""

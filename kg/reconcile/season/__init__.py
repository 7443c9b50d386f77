"""The season around the match: the table, and the matches to come.

`places` reads ranks, points and gaps, and `tables` works out the table from them; `fixtures` are
the matches to come, `fixture_sides` their teams, and `competitions` what they are played in;
`leagues` knows which of these have a table, and `to_come` judges whether a match told in plain
words is to come.
"""

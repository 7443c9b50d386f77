"""Who plays for whom, and where.

`memberships` tells who plays for whom and manages whom once sides are chosen; `positions` where
each plays, also by set phrases (`placed`), by `epithets` and their `bearers`, who is known by his
`deeds`; `goalkeepers` hints at who keeps goal, `elsewhere` at who plays in another match, and
`namesakes` at which of two of one surname is meant.
"""

"""How the match stands: its text, its two teams, and who is at home.

`paragraphs` have the names and results of the text by paragraph, `passages` cuts a round-up into
its matches, and `runs` are the sentences on another match in the midst of one; `pair` finds the two
teams of one, by what sentences have `told` of it, `writer` which of them a club's own report calls
"we", `home` which of them is at home and `nicknames` which of them a nickname stands for.
"""

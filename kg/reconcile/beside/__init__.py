"""What a report tells beside its match, or without one.

`others` are the other matches that were played: `grouping` puts the tellings of one together, and
`holders` finds whose a result is; `goals` are those told of them. A text that reports no match may
have `mentioned` some, and tells of people `in_passing`.
"""

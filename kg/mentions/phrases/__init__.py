"""The noun phrases that stand for somebody.

`finding` finds them in a sentence; `traits` reads what the words of one say of whom it stands for,
`appositions` the names beside it, and `idle` where "it" stands for nobody.
"""

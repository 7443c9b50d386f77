"""Who manages whom.

`cues` hears what set phrases tell of managers and `surroundings` what those around them suggest;
`weighing` weighs all of it together.
"""

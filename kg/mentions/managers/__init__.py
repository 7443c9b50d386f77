"""Who manages whom.

`cues` hears what set phrases tell of managers and `surroundings` what those around them suggest;
`viewpoint` is the side that the report is told from, and `weighing` weighs all of it together.
"""

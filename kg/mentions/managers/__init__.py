"""Who manages whom.

`cues` hears what set phrases tell of managers and `surroundings` what those around them suggest;
`speakers` are those who speak before they are called a boss, `viewpoint` is the side that the
report is told from, and `weighing` weighs all of it together.
"""

"""The report's own match: who met, how it ended, when and where.

`reported` tells whether there is one and `finding` finds it: `results` come to its score, which may
be `worked_out` of its goals and of `running` scores. `hosts` says who was at home, also where it is
`told_by_players`, `days` when it was; `setting` where and in which competition, also by what is
`phrased` or `listed`, and `attended` who watched and refereed it.
"""

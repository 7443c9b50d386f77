"""Make what the package has learnt again: the English pipeline, team names, who plays together.

`pipeline` trains on treebanks; `team_names` and `teammates` learn, by a `regression`, from reports
in which every name is marked (`passages`).
"""

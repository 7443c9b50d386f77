"""Make what the package has learnt again: the English pipeline, team names, who plays together."""

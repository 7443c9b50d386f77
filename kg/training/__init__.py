"""Make what the package has learnt again: the English pipeline, and who plays with whom."""

"""Who plays for whom, and where."""

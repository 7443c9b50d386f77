"""The report's own match: who met, how it ended, when and where."""

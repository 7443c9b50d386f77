"""What each name names: one sense a name, by votes."""

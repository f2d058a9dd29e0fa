"""Pages for the professionals around a child."""

"""The pages of a guest: one chair, one thing, for a time."""

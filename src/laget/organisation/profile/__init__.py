"""A municipality is a folder: read it, and make the database say the same."""

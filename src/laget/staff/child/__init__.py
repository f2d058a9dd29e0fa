"""A child's page, and what is written in the log."""

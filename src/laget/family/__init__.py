"""Pages for the family: guardians, and the young person."""

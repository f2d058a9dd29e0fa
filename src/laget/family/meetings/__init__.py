"""The meetings that the family is asked to, and who is let in as a guest."""

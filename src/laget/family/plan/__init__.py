"""Our plan: who helps with what, what we want, what is next and how it went."""

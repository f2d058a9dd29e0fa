"""Who has looked: each visit in plain words, and a way to ask why."""

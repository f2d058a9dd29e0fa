"""My voice, and my rights: the child's own words, alone or together with an adult."""

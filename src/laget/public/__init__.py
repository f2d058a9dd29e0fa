"""Pages for everyone, before log-in."""

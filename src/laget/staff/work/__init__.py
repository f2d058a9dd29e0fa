"""Goals and help, the level, the baton, the team, the end."""

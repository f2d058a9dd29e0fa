"""My day: what I must do today, for which child."""

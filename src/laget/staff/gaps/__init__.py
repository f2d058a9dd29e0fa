"""Where the municipality has programmes, and where it has nothing. About no child."""

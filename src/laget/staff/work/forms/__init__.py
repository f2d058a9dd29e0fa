"""The forms of the work, a file for what belongs together."""

"""Pages for those who lead a unit: load and dates, no content."""

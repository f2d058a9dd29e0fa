"""What families ask about their data: the list, the case, and the answer."""

"""What the municipality shall offer a family: the task, the offer, and the answer."""

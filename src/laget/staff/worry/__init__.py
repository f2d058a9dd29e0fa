"""A concern, from the first words to the decision; asking a team."""

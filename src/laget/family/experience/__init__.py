"""How the family finds it: three short questions, asked once about each review."""

"""What the tags of `{% load laget %}` draw, a file a kind."""

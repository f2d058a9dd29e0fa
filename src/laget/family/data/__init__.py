"""My data: to have it all, to have it put right, to add to it, to complain."""

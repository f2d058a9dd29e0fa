"""What `./laget COMMAND` does: one module a command."""

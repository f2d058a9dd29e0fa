"""Meetings about a child: called, answered, written down; and guests let in."""

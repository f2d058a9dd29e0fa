"""Meetings about a child: called, answered, written down; and the guest's chair."""

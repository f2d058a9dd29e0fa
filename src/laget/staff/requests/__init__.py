"""Requests for help: who has asked, where it lies, and what was answered."""

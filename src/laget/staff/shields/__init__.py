"""Who in the family does not see one record, and why."""

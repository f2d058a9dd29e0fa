"""Who the child is, who answers for it, what they said yes to; the red door."""

"""Forms: choose one, fill it in, read it through, finish it; print and correct."""

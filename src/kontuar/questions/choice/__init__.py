"""Pick one option or many."""

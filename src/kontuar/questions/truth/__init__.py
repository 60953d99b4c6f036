"""Say whether a statement is true, and read why."""

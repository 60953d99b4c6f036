"""Fill the gaps of a text, by menu or by typing."""

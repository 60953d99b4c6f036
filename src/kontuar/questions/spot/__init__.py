"""Mark the lines of a conversation where service went wrong."""

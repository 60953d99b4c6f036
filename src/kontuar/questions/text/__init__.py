"""Type a short answer."""

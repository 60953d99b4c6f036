"""Put items in the right order."""

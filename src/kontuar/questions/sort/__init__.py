"""Put items into bins."""

"""Match what stands on the left with what belongs to it on the right."""

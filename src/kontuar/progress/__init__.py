"""A learner's progress: events, their fold, and where they are kept; all in the browser."""

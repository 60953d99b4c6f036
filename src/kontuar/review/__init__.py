"""Spaced review: questions that come back, one at a time. The rule lies in progress, what is here runs in browsers."""

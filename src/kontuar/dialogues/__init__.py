"""Branching dialogues: talks with a simulated customer."""

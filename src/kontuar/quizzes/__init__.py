"""Draws and tests."""

"""Kontuar: courses and knowledge bases from Markdown lessons and YAML question banks."""

"""The site: pages around the course, its languages, its look and its rules."""

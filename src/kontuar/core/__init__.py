"""The ground floor: reading, problems, localised text, HTML escaping, and the twins of Python and JavaScript."""

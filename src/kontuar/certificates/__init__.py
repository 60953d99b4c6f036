"""The certificate: what is missing, and the page."""

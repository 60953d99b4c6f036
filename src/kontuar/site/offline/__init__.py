"""The site without internet: what a device keeps, how the page tells of it, and the site as an app."""

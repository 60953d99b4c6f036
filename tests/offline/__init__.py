"""The course without internet: a service worker in a real browser, and a server that can be stopped."""

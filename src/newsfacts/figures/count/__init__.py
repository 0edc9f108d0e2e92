"""Numbers of things: which noun a number counts."""

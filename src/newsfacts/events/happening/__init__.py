"""Which facts tell of one happening, and what that happening is as a whole."""

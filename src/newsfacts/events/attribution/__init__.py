"""Who says it."""

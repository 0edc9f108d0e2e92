"""When a fact holds."""

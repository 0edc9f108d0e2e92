"""Where a fact holds."""

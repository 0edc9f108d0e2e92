"""Which words name a person."""

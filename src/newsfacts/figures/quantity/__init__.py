"""Physical measures and what is measured."""

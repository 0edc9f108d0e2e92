"""The last stage: what cannot be true is refused, and the record says why."""

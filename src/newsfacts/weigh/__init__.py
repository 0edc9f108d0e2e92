"""How sure: evidence, measured precision, thresholds."""

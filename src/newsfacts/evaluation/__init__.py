"""Gold against found: scores, errors, and whether confidences hold."""

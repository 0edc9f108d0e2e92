"""The part that each person plays in the story."""

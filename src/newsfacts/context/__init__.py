"""What ties a fact to the world: predicate and agent, time, place, status, event."""

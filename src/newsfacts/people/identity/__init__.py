"""Which names and words mean one person."""

"""What happened to what was counted: the verb, who did it, the type of event, the role of money."""

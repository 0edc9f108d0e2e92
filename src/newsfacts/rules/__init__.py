"""What a rule is, for every part of the program that finds things by rules."""

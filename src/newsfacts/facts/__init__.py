"""The kinds of fact, one file a kind: its rules and how to read a match."""

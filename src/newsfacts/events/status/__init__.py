"""How far the text commits itself to a fact."""

"""What ties a fact to the world: when and where it holds, how far the text stands by it, and who says so."""

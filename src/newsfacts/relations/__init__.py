"""What ties the figures of an article to each other: parts and wholes, changes, mentions of one figure."""

"""The page before the text: what of it is read, what a line is for, who wrote it, when and where.

`page.py` goes from the text as given to the reading text, step by step, and knows the way back; `stretches.py` tells
the story from what a page has beside it; `items.py` finds the short reports of a digest; `sections.py` reads the layout
of what is left. Nothing here knows of a parse.
"""

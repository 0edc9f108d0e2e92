"""How the lines of an article are read before any parse: what a line is for, who wrote the text, when and where.

`sections.py` joins these into a `Layout`; nothing here knows of sections.
"""

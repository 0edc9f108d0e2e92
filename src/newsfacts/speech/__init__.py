"""Quotation marks and who speaks: what `facts/quote.py` is built on.

`marks.py` finds what stands in quotation marks, `cues.py` the word of saying beside it, `speakers.py` the one who
speaks.
"""

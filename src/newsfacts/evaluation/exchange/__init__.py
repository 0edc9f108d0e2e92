"""Gold to and from the tools that people annotate with: Label Studio's JSON and spaCy's DocBin.

Both mark stretches of a text. `regions.py` says which stretches gold marks and makes gold of stretches again;
`label_studio.py` and `docbin.py` write and read them in the form of each tool.
"""

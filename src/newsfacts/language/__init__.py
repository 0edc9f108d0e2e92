"""How text is read: the spaCy pipeline, sentences, base forms, and what is asked of a parse."""

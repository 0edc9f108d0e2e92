"""Packs: what a user teaches the extractor in a folder, without code.

    pack/
      pack.toml          name, version, description
      lexicons/*.tsv     rows that are added to packaged lexicons, put in the place of others, or taken away
      classes/*.tsv      word classes of one's own, for the pack's rules
      rules/*.toml       rules over tokens and word classes, each with its reason and its examples
      weights/*.tsv      weights of decisions, as `newsfacts fit` writes them

`pack.py` reads the folder, `rules.py` a file of rules, `classes.py` and `patterns.py` turn patterns into those of
spaCy's Matcher, `reader.py` runs them on a sentence. Lexicons and weights are read where the packaged ones are.
"""

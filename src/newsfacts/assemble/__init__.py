"""The last stage: what was found becomes one record, in which nothing stands that cannot be true.

`assemble.py` writes facts with their context and links. `trust.py` says how sure each fact is. `checker.py` refuses
what cannot be (the table of `checks.py`) and says why in a warning. `kinds.py` lists the kinds of fact and every rule
whose id can stand in a record.
"""

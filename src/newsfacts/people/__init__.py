"""Who is in the story: names, their roles, parts and ages, and the words that refer to them.

`finder` reads the lexicons once; `PeopleFinder.find` gives the people of an article; `references` gives every place
that means one of them. The decision whether a run of words is a person is made in `witnesses.py` and nowhere else.
"""

from newsfacts.people.finder import PeopleFinder, finder
from newsfacts.people.identity.references import Reference, references

__all__ = ["PeopleFinder", "Reference", "finder", "references"]

"""Why a record says what it says: for each fact its sentence, its rule, its words, and where each value came from.

Everything is read back from the finished record, the text and the lexicons; nothing is extracted anew. So the words are
those that the lexicons hold and that stand where the rules look, not a protocol of what the rules did.
"""

from newsfacts.explain.facts import FactExplanation, RoleExplanation, explain, explain_roles
from newsfacts.explain.layout import format_fact, format_role
from newsfacts.explain.words import WordBook, word_book

__all__ = [
    "FactExplanation",
    "RoleExplanation",
    "WordBook",
    "explain",
    "explain_roles",
    "format_fact",
    "format_role",
    "word_book",
]

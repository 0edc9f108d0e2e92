"""Why a record says what it says: for each fact its sentence, its rule, its words, and where each value came from.

What was proposed, chosen and refused is told by the trace of the extraction (`rules/trace.py`), where there is one.
What it does not know is read back from the finished record, the text and the lexicons; nothing is extracted anew. So
the words are those that the lexicons hold and that stand where the rules look.
"""

from newsfacts.explain.facts import FactExplanation, RoleExplanation, explain, explain_roles
from newsfacts.explain.layout import format_fact, format_refusal, format_role
from newsfacts.explain.refusals import RefusalExplanation, explain_refusals
from newsfacts.explain.words import WordBook, word_book

__all__ = [
    "FactExplanation",
    "RefusalExplanation",
    "RoleExplanation",
    "WordBook",
    "explain",
    "explain_refusals",
    "explain_roles",
    "format_fact",
    "format_refusal",
    "format_role",
    "word_book",
]

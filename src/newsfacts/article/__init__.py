"""What goes in: a text, untouched, and what is known beside it; its date, in the forms that files have."""

from newsfacts.article.article import Article

__all__ = ["Article"]

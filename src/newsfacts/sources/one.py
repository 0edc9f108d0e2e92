"""One article out of whatever the user names."""

from newsfacts import sources
from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure

__all__ = ["read_one"]


def read_one(source: str, article_id: str | None) -> Article:
    """Read the article with an id, or the only one.

    Raises:  InputError where there is no such article, where there are several and no id is given, or where it cannot
             be read.
    """
    chosen: Article | None = None
    for item in sources.read([source]):
        if article_id is not None and item.article_id != article_id:
            continue
        if isinstance(item, Failure):
            raise InputError(item.message)
        if article_id is not None:
            return item
        if chosen is not None:
            raise InputError(f"{source}: several articles ({chosen.article_id!r}, …); expected --id with one of them")
        chosen = item
    if chosen is None:
        asked = "" if article_id is None else f" with the id {article_id!r}"
        raise InputError(f"{source}: no article{asked}; expected one")
    return chosen

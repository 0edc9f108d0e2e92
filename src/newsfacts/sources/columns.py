"""Fields that rows have under another name than the one that is read: nothing is guessed, but the user is told of them.

A table with `id`, `date` and `url` is read without ids, dates and sources, since `date` may be any date. Whoever made
it hears which option names the column.
"""

import re
from collections.abc import Iterable
from shlex import quote

from newsfacts.sources.options import DEFAULT_ID, ReadOptions

__all__ = ["OtherNames"]

_USUAL = {
    "--id-field": ("articleid", "id", "docid", "documentid", "storyid", "guid", "uuid", "uid"),
    "--title-field": ("title", "headline", "heading"),
    "--published-field": (
        *(
            "published",
            "publishedat",
            "publishedon",
            "publisheddate",
            "datepublished",
            "publicationdate",
            "publishdate",
        ),
        *("pubdate", "pubtime", "date", "datetime", "timestamp", "created", "createdat"),
    ),
    "--source-field": ("source", "url", "link", "uri", "href", "permalink", "canonicalurl", "sourceurl"),
}
"""Option to the names that services and tables give its field, the likeliest first, as `_plain` writes them."""
_LONGEST = 60
"""Characters of a name that is looked at."""
_NO_LETTER = re.compile(r"[^a-z]")


class OtherNames:
    """Watch the rows of one file for fields that none of them has under the name that is read."""

    def __init__(self, options: ReadOptions) -> None:
        self._missing = {
            options.id_field or DEFAULT_ID: "--id-field",
            options.title_field: "--title-field",
            options.published_field: "--published-field",
            options.source_field: "--source-field",
        }
        self._read = {options.text_field, *self._missing}
        self._others: dict[str, str] = {}
        """Plain name to the name itself, of all fields that are not read."""

    def see(self, names: Iterable[str]) -> None:
        """Take in the names of a row's fields."""
        if not self._missing:
            return
        for name in names:
            if name in self._missing:
                del self._missing[name]
            elif name not in self._read and len(name) <= _LONGEST:
                self._others.setdefault(_plain(name), name)

    def pairs(self) -> dict[str, str]:
        """Give each field that no row had under the name that is read, with the name that may be the one."""
        found = {}
        for missing, option in self._missing.items():
            other = next((self._others[plain] for plain in _USUAL[option] if plain in self._others), None)
            if other is not None:
                found[missing] = other
        return found

    def told(self) -> str:
        """Say which fields are not read and which options would read them; empty where there are none.

        Example:
            >>> seen = OtherNames(ReadOptions())
            >>> seen.see(["id", "text", "title", "Date"])
            >>> seen.told()
            "fields 'id', 'Date'; to read them: --id-field id --published-field Date"
        """
        pairs = self.pairs()
        options = " ".join(f"{self._missing[missing]} {quote(other)}" for missing, other in pairs.items())
        return f"fields {', '.join(map(repr, pairs.values()))}; to read them: {options}" if pairs else ""


def _plain(name: str) -> str:
    """Write a name in small letters alone, so that `pubDate`, `pub_date` and `Pub Date` are one."""
    return _NO_LETTER.sub("", name.lower())

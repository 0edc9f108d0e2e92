"""Ranks, forms of address and titles as phrases: what a word beside a name makes of its bearer."""

from pathlib import Path
from typing import NamedTuple

from newsfacts.lexicons import read
from newsfacts.lexicons.function_words import cue_words
from newsfacts.people.pieces import Phrases
from newsfacts.record import Part

__all__ = ["TitleKind", "TitleWord", "plural", "read_titles"]

_ADDRESSES = cue_words("style opening")
"""First words of a style that stands before names only: Mr Justice."""


class TitleKind:
    """Name the kinds of word that stand beside a name."""

    RANK, TITLE, ADDRESS, STYLE = "rank", "title", "address", "style"


class TitleWord(NamedTuple):
    """Say what a title phrase is."""

    kind: str
    """One of TitleKind."""
    part: Part
    """Part of the bearer."""
    rank: str | None
    """Canonical police rank."""
    role: bool
    """Whether it counts as a title; "Mr" and "suspect" do not."""
    gender: str
    """male, female or empty."""
    capital: bool = False
    """Whether the rank is one only with a capital: "Deputy Roe", but "his deputy, Roe"."""


def read_titles(extra: tuple[Path, ...]) -> Phrases[TitleWord]:
    """Join ranks, honorifics and titles, singular and plural; a rank is read as a rank where two lexicons know it."""
    found: dict[str, TitleWord] = {}
    for row in read("titles", extra).rows:
        found[row["word"]] = TitleWord(TitleKind.TITLE, Part(row["part"]), None, row["role"] != "no", "")
    for row in read("honorifics", extra).rows:
        style = row["kind"] == TitleKind.STYLE
        known = found.get(row["word"])
        part = known.part if known else Part.OTHER
        addressed = row["word"].split()[0] in _ADDRESSES
        kind = TitleKind.TITLE if known and style and not addressed else row["kind"]
        found[row["word"]] = TitleWord(kind, part, None, style, row["gender"])
    for row in read("ranks", extra).rows:
        found[row["word"]] = TitleWord(
            TitleKind.RANK, Part(row["part"]), row["canonical"], True, "", row["capital"] == "yes"
        )
    for word, value in list(found.items()):
        if value.kind == TitleKind.RANK:
            found.update({f"{prefix}/{word}": value for prefix in ("t", "a")})  # T/Supt: a temporary rank
            if f"det {word}" in found:
                found[f"d/{word}"] = found[f"det {word}"]
    plurals = {
        plural(word): value
        for word, value in found.items()
        if value.kind in (TitleKind.TITLE, TitleKind.RANK) and len(word) > (4 if value.kind == TitleKind.TITLE else 2)
    }
    return Phrases({**plurals, **found}.items())


def plural(word: str) -> str:
    """Give the plural of a title or of an occupation."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.startswith("counsel") and word.endswith("counsel"):
        return word
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch")) else "s")

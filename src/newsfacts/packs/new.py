"""A pack to begin with: small, whole, and right, so that `pack check` passes before the first word is changed."""

from collections.abc import Mapping
from pathlib import Path

from newsfacts.errors import OutputError

__all__ = ["write_new"]

_FILES: Mapping[str, str] = {
    "pack.toml": """name = "{name}"
version = "0.1"
description = "Words and rules of our own."
""",
    "lexicons/substances.tsv": """# What: things that are weighed, beside those of the package.
# source: say here where the words come from.
word\tchange
muguka\tadd
""",
    "classes/livestock.tsv": """# What: animals that are counted by the head.
# source: say here where the words come from.
word
cattle
sheep
goats
camels
""",
    "rules/herds.toml": """[[rule]]
id = "head-of"
kind = "count"
why = "herds are counted by the head"
pattern = [
    {{ class = "number" }},
    {{ LOWER = "head" }},
    {{ LOWER = "of" }},
    {{ class = "livestock", slot = "noun" }},
]
yes = [
    "Rustlers took [40 head of cattle] from the farm.",
    "Police recovered [more than 200 head of camels].",
    "[Twelve head of sheep] were stolen.",
]
no = [
    "The head of 40 farms was questioned.",
    "Police held 40 men.",
    "The 12 heads of the villages met.",
]

[[rule.unless]]
id = "lot"
where = "before"
why = "a lot of an auction is named by its number"
pattern = [{{ LOWER = "lot" }}]
example = "Lot 40 head of cattle was withdrawn."
""",
}


def write_new(folder: Path) -> list[Path]:
    """Write a new pack, named as its folder, and list its files.

    Raises:  OutputError where the folder holds something, or cannot be written.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise OutputError(f"{folder}: holds something already; expected a new or empty folder")
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in folder.resolve().name.lower())
    name = "-".join(part for part in letters.split("-") if part).lstrip("0123456789-") or "pack"
    written = []
    try:
        for path, content in _FILES.items():
            written.append(folder / path)
            written[-1].parent.mkdir(parents=True, exist_ok=True)
            written[-1].write_text(content.format(name=name), "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}); expected a folder to write to") from error
    return written

"""A pack as it lies in its folder: what it is called, what is in it, and which files have no business there."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsfacts import lexicons
from newsfacts.errors import LexiconError, PackError
from newsfacts.lexicons.nearest import nearest
from newsfacts.options import content
from newsfacts.packs.rules import PackRule, read_rules
from newsfacts.record import UsedPack
from newsfacts.weigh.weights import tables

__all__ = ["FILE", "Pack", "read_pack", "read_packs"]

FILE = "pack.toml"
"""Says what a pack is."""
_KEYS = ("name", "version", "description")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FOLDERS: Mapping[str, str] = {"lexicons": ".tsv", "classes": ".tsv", "rules": ".toml", "weights": ".tsv"}
"""Folders of a pack, and the ending of the files in them."""
_BESIDE = re.compile(r"(?:README|LICEN[CS]E|CHANGELOG|NOTICE)(?:\..*)?|__init__\.py|__pycache__|py\.typed|\..*", re.I)
"""What may lie beside: documents, and what makes the folder a package that can be installed."""


@dataclass(frozen=True)
class Pack:
    """Hold a pack; read it with `read_pack`."""

    folder: Path
    """Where it lies."""
    name: str
    """Lower-case letters, digits and hyphens; stands before the ids of its rules."""
    version: str
    """As its author counts."""
    description: str
    """What it is for."""
    rules: tuple[PackRule, ...]
    """Its rules, in the order of their files."""

    @cached_property
    def used(self) -> UsedPack:
        """Give what records say of the pack."""
        return UsedPack(name=self.name, version=self.version, sha256=content(self.folder))

    @cached_property
    def classes(self) -> Mapping[str, lexicons.Lexicon]:
        """Read the pack's own word classes, by name."""
        return {file.stem: lexicons.read_file(file) for file in self.files("classes")}

    def files(self, folder: str) -> Sequence[Path]:
        """List the files of one of the pack's folders, sorted."""
        return sorted((self.folder / folder).glob(f"*{_FOLDERS[folder]}"))


def read_pack(folder: Path) -> Pack:
    """Read a pack and see that nothing in it is misspelled.

    Raises:  PackError where `pack.toml` is missing or wrong, a file lies where none is read, or a rule is malformed;
             LexiconError for a lexicon that cannot be read. The message names file and line or rule, and what is right.
    """
    told = _told(folder / FILE)
    for path in _strangers(folder):
        expected = ", ".join([FILE, *(f"{name}/*{ending}" for name, ending in _FOLDERS.items())])
        near = nearest(path.name, [FILE, *_FOLDERS])
        raise PackError(f"{path}: nothing reads it{near}; expected {expected}, or a README")
    rules: list[PackRule] = []
    for file in sorted((folder / "rules").glob("*.toml")):
        rules += read_rules(file, told["name"], {rule.id: rule.where for rule in rules})
    pack = Pack(folder, told["name"], told["version"], told["description"], tuple(rules))
    if (folder / "lexicons").is_dir():
        lexicons.check(folder / "lexicons")
    for file in pack.files("weights"):
        if file.stem not in tables():
            near = nearest(file.stem, tables())
            raise PackError(f"{file}: no decision has this name{near}; expected {', '.join(tables())}")
    for name in pack.classes:
        if name in lexicons.names():
            raise LexiconError(f"{folder}/classes/{name}.tsv: is the name of a packaged lexicon; expected another one")
    return pack


def read_packs(folders: Sequence[Path]) -> tuple[Pack, ...]:
    """Read several packs.

    Raises:  PackError where two have one name, by which the ids of their rules begin; else as `read_pack` does.
    """
    packs: dict[str, Pack] = {}
    for folder in folders:
        pack = read_pack(folder)
        if pack.name in packs:
            other = packs[pack.name].folder
            raise PackError(f"{folder / FILE}: name is {pack.name!r}, as in {other / FILE}; expected one of its own")
        packs[pack.name] = pack
    return tuple(packs.values())


def _told(path: Path) -> dict[str, str]:
    try:
        found: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackError(
            f"{path}: cannot be read ({error.strerror}); make a pack with: newsfacts pack new DIR"
        ) from error
    except ValueError as error:
        raise PackError(f"{path}: is no TOML ({error}); expected {', '.join(_KEYS)}") from error
    for key in found:
        if key not in _KEYS:
            raise PackError(f"{path}: unknown key {key!r}{nearest(key, _KEYS)}; expected {', '.join(_KEYS)}")
    for key in _KEYS:
        if not isinstance(found.get(key), str) or not found[key].strip():
            raise PackError(f"{path}: {key} is {found.get(key)!r}; expected a text that is not empty")
    if not _NAME.fullmatch(found["name"]):
        raise PackError(f"{path}: name is {found['name']!r}; expected lower-case letters, digits and hyphens")
    return found


def _strangers(folder: Path) -> Iterator[Path]:
    """Find what nobody would read: a file that is misspelled, or lies in the wrong place."""
    for path in sorted(folder.iterdir()):
        if path.name == FILE or _BESIDE.fullmatch(path.name):
            continue
        ending = _FOLDERS.get(path.name)
        if ending is None or not path.is_dir():
            yield path
            continue
        for below in sorted(path.iterdir()):
            if not _BESIDE.fullmatch(below.name) and (below.suffix != ending or not below.is_file()):
                yield below

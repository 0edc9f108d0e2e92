"""Where options come from when the command line does not say them: the environment, then a file, then the defaults.

For an option such as `--min-confidence` of `extract`, the first of these that is there counts:

    1. the command line
    2. NEWSFACTS_EXTRACT_MIN_CONFIDENCE
    3. NEWSFACTS_MIN_CONFIDENCE, for every command that has it
    4. newsfacts.toml: min-confidence under [extract]
    5. newsfacts.toml: min-confidence at the top, for every command that has it
    6. the default

A command below another has both names in both: [pack-check], NEWSFACTS_PACK_CHECK_MODEL.
The file is the one of `--config` (or NEWSFACTS_CONFIG), else newsfacts.toml in this folder or the nearest above it.
Paths in it are relative to it. Steps 3 to 5 are click's `default_map`; 2 is its `auto_envvar_prefix`.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

__all__ = ["FILE", "PREFIX", "configure", "find"]

FILE = "newsfacts.toml"
"""Name of the file that is looked for."""
PREFIX = "NEWSFACTS"
"""What the names of environment variables begin with."""
_PATHS = frozenset({"output", "failures", "summary", "tables"})
"""Options that name files by a text."""
_PACK = "pack"
_NEVER = frozenset({"config", "help", "version", "resume", "restart"})
"""Options that a file may not set: what a run does about an earlier one is said each time."""


def find(folder: Path) -> Path | None:
    """Find the file in a folder or the nearest above it."""
    return next((above / FILE for above in (folder, *folder.parents) if (above / FILE).is_file()), None)


def configure(context: click.Context, file: Path | None) -> Path | None:
    """Set what the options of a command default to, and give the file that was read.

    Raises:  click.UsageError where the file cannot be read, or a key in it is no option of a command.
    """
    file = file or find(Path.cwd())
    told = _of_file(context, file) if file else {}
    context.default_map = {**told, **dict(_of_environment(context))}
    return file


def _of_environment(context: click.Context) -> Iterator[tuple[str, Any]]:
    for option in _options(context.command).values():
        given = os.environ.get(f"{PREFIX}_{option.name}".upper()) if option.name else None
        if option.name and given:
            yield option.name, option.type.split_envvar_value(given) if option.multiple else given


def _of_file(context: click.Context, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise click.UsageError(f"{file}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise click.UsageError(f"{file}: is no TOML ({error})") from error
    commands = dict(_commands(context.find_root().command))
    _check(content, commands, file)
    section = content.get("-".join(_names(context)), {})
    found: dict[str, Any] = {}
    for told in (content, section):
        for key, option in _options(context.command).items():
            if key in told and option.name:
                found[option.name] = _value(told[key], option, file.parent)
    return found


def _names(context: click.Context) -> list[str]:
    """Give the names by which a command was called, without that of the program."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return names


def _commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """List the commands by the names of their sections: "extract", "pack-check"."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    for below, one in command.commands.items():
        yield from _commands(one, f"{name}-{below}" if name else below)


def _check(content: Mapping[str, Any], commands: Mapping[str, click.Command], file: Path) -> None:
    """See that every key is an option, and every section a command."""
    every = {name for command in commands.values() for name in _options(command)}
    for key, value in content.items():
        if isinstance(value, dict) and key in commands:
            for name in value:
                _check_key(name, _options(commands[key]), f"{file}, [{key}]")
        elif isinstance(value, dict):
            _check_key(key, commands, f"{file}: sections")
        else:
            _check_key(key, every, str(file))


def _check_key(key: str, known: Collection[str], where: str) -> None:
    if key not in known:
        from newsfacts.lexicons.nearest import nearest

        raise click.UsageError(
            f"{where}: there is no {key!r}{nearest(key, sorted(known))}; expected {', '.join(sorted(known))}"
        )


def _options(command: click.Command) -> dict[str, click.Option]:
    """Map the long names of a command's options, without dashes in front, to the options."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    named = {name.removeprefix("--"): one for one in options for name in one.opts if name.startswith("--")}
    return {name: one for name, one in named.items() if name not in _NEVER}


def _value(value: Any, option: click.Option, folder: Path) -> Any:
    if option.multiple:
        parts = value if isinstance(value, list) else [value]
        return [_placed(part, option, folder) for part in parts]
    return _placed(value, option, folder)


def _placed(value: Any, option: click.Option, folder: Path) -> Any:
    """Give a path as seen from the folder of the file, anything else as it is."""
    path = isinstance(option.type, click.Path) or option.name in _PATHS
    if isinstance(value, str) and (path or (option.name == _PACK and (folder / value).is_dir())) and value != "-":
        return str(folder / value)
    return value

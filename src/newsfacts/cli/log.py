"""What a command says on standard error: standard logging, as text for people or as JSON lines for machines.

Results go to files or standard output and never through here. The library logs nothing and configures nothing.
"""

from typing import TYPE_CHECKING, Any

import click

from newsfacts.cli.terminal import harmless

if TYPE_CHECKING:
    import logging

__all__ = ["FORMATS", "amount", "bar_may_show", "begin", "complain", "keep", "mention", "say"]

FORMATS = ("text", "json")
_NAME = "newsfacts"
_META = "newsfacts.log"
"""Where a call keeps how it speaks, in click's context."""


def amount(number: int, noun: str) -> str:
    """Give a number with its noun, which has an s unless the number is one.

    Example:
        >>> amount(1, "record"), amount(1200, "record")
        ('1 record', '1,200 records')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def begin() -> None:
    """Set logging up as the call asks for: `--quiet`, `--verbose`, `--log-format`.

    Raises:  click.UsageError where it is to be quiet and verbose.
    """
    import logging

    told = _told()
    if told.get("quiet") and told.get("verbose"):
        raise click.UsageError("--quiet and --verbose say the opposite; expected one of them")
    logger = logging.getLogger(_NAME)
    logger.setLevel(logging.WARNING if told.get("quiet") else logging.DEBUG if told.get("verbose") else logging.INFO)
    logger.propagate = False
    logger.handlers = [_handler(told.get("log_format") or FORMATS[0])]


def say(message: str, **fields: Any) -> None:
    """Say what was done; `fields` are further keys of the line in JSON."""
    _logger().info(message, extra={"fields": fields})


def mention(message: str, **fields: Any) -> None:
    """Say what only those want to hear who asked for more."""
    _logger().debug(message, extra={"fields": fields})


def complain(message: str, **fields: Any) -> None:
    """Say what went wrong."""
    _logger().error(message, extra={"fields": fields})


def bar_may_show() -> bool:
    """Tell whether a bar of progress does not stand in the way of lines: neither quiet, nor verbose, nor JSON."""
    told = _told()
    return not (told.get("quiet") or told.get("verbose") or told.get("log_format") == "json")


def keep(context: click.Context, option: click.Parameter, value: Any) -> Any:
    """Keep how a call is to speak; a callback of options."""
    context.meta.setdefault(_META, {})[option.name] = value
    return value


def _told() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    told: dict[str, Any] = context.meta.get(_META, {}) if context else {}
    return told


def _logger() -> "logging.Logger":
    import logging

    return logging.getLogger(_NAME)


def _handler(form: str) -> "logging.Handler":
    import datetime
    import json
    import logging

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            click.echo(harmless(self.format(record)), err=True)

        def format(self, record: logging.LogRecord) -> str:
            if form == "text":
                return f"newsfacts: {record.getMessage()}"
            moment = datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")
            told = {"time": moment, "level": record.levelname.lower(), "message": record.getMessage()}
            return json.dumps(told | getattr(record, "fields", {}), ensure_ascii=False)

    return Lines()

"""What texts and file names hold steers no terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import main
from newsfacts.cli.terminal import harmless

SHOWN = {
    "\x1b[31mred\x1b[0m": "\\x1b[31mred\\x1b[0m",
    "\x1b]0;title\x07": "\\x1b]0;title\\x07",
    "\x9b31m": "\\x9b31m",
    "over\rwritten\x08": "over\\x0dwritten\\x08",
    "\u202egnp.exe": "\\u202egnp.exe",
    "half \ud83d": "half \\ud83d",
    "lines\nand\ttabs stay, so do é, 警 and 👮": "lines\nand\ttabs stay, so do é, 警 and 👮",
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.items(), ids=ascii)
def test_what_would_steer_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_messages_about_files_and_lines_are_harmless(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J.jsonl"
    path.write_text('{"article_id": "\u202ex\x9b", "text": 5}')
    result = CliRunner().invoke(main, ["read", str(path), "-o", str(tmp_path / "out.jsonl")])
    assert result.exit_code == 1
    assert not set("\x1b\x9b\u202e") & set(result.stderr)
    result = CliRunner().invoke(main, ["read", str(tmp_path / "no\x1b[2J")])
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr

